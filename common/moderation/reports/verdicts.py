"""What moderators' decisions say of the reports before them, counted for those who made them.

A decision only notes which reports it is about; the queue counts them, a page a message, each in
one commit with the progress, so that whatever is broken off or comes twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.flag import Flag, flag_key
from common.domain.report_verdict import ReportVerdict, report_verdict_key
from common.domain.reporter import (
    ANY_CATEGORY,
    judge,
    new_reporter,
    old_rates,
    rate_increments,
    rates_key,
    reporter_id,
    reporter_key,
    retract,
    score,
)
from common.moderation.contention import ATTEMPTS
from common.moderation.enforcement.weighing import rates_for
from common.moderation.reports.misuse import note_judged
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import DueVerdict
from common.store.deciding import until_committed
from common.store.store import Conflict, Key, Update
from common.store.unit_of_work import UnitOfWork

_PAGE = 20


async def count(context: Context, message: DueVerdict, now: int) -> None:
    """A page. What is done changes nothing."""
    app, key = message.app, report_verdict_key(message.app, message.verdict)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        verdict = await unit.get(key)
        if verdict is None or "due_at" not in verdict:
            return
        page = verdict["flags"][verdict["done"] : verdict["done"] + _PAGE]
        await _count(context, unit, app, verdict, page, now)
        verdict["done"] += len(page)
        verdict.pop("swept", None)
        if verdict["done"] >= len(verdict["flags"]):
            unit.delete(key)
        else:
            unit.send(message)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, Conflict(key))


async def _count(
    context: Context,
    unit: UnitOfWork,
    app: str,
    verdict: ReportVerdict,
    flags: Sequence[str],
    now: int,
) -> None:
    reports = await _reports(context, app, verdict, flags)
    users = sorted({report["user_id"] for report in reports if report["user_id"]})
    await unit.read([reporter_key(app, reporter_id(user)) for user in users])
    rates = await rates_for(context, app, now)
    configuration = await context.configurations.of(app)
    limits = configuration.settings.get("unfounded_reports")
    events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
    right = verdict["right"]
    for user in users:
        key = reporter_key(app, reporter_id(user))
        reporter = unit.held(key) or unit.create(key, new_reporter(user, now))
        for report in reports:
            if report["user_id"] != user:
                continue
            if "retracts" in verdict:
                names = report.get("categories", ())
                retract(reporter, report["id"], names, verdict["retracts"], now)
                continue
            judge(reporter, report.get("categories", ()), now, right=right)
            if limits is not None:
                by = verdict["by"]
                await note_judged(unit, app, events, reporter, report, limits, by, now, right=right)
        reporter["score"] = score(reporter, ANY_CATEGORY, rates, now)
    counted = _increments(reports, verdict, now)
    if counted:
        rates_of_shard = rates_key(app, verdict["item_id"][0])
        (known,) = await context.store.get([rates_of_shard])
        old = old_rates(known.data, now) if known is not None else []
        unit.add(Update(rates_of_shard, increment=counted, remove=old, upsert=True))


async def _reports(
    context: Context, app: str, verdict: ReportVerdict, flags: Sequence[str]
) -> list[Flag]:
    """Without those of who has decided."""
    keys: list[Key[Flag]] = [flag_key(app, flag) for flag in flags]
    found = [each.data for each in await context.store.get(keys) if each is not None]
    return [each for each in found if not each["user_id"] or each["user_id"] != verdict["by"]]


def _increments(reports: Iterable[Flag], verdict: ReportVerdict, now: int) -> dict[str, int]:
    then = verdict.get("retracts")
    at, change = (now, 1) if then is None else (then, -1)
    counts: dict[str, int] = {}
    for report in reports:
        names = report.get("categories", ())
        for name in rate_increments(names, at, right=verdict["right"]):
            counts[name] = counts.get(name, 0) + change
    return counts
