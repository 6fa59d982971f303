"""Reports that a moderator finds to be none: they stay listed and count for nothing, nowhere, and
who made them was wrong. All of it can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.flag import Flag, flag_key
from common.domain.item import Item, item_key, queue_before
from common.domain.log import LogEntry, new_entry
from common.domain.notices import TRUSTED_FLAGGER
from common.domain.report_verdict import new_verdict, report_verdict_key
from common.domain.reports import round_of
from common.domain.undo import Refusal
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.reports.flagging import Flagging
from common.moderation.reports.new_flags import NewFlag
from common.moderation.reports.unflagging import open_of, others_of, withdraw
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import DueVerdict, Trigger
from common.store.deciding import until_committed
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork

DROPPED, UNDONE = "report_dropped", "report_undone"


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom, why, when, and with what it has in common in the log. Of one `batch_id` nothing is
    done twice.
    """

    by: str
    reason: str
    batch_id: str
    at: int


async def invalidate(
    context: Context, app: str, id: str, reporter: str, asked: Asked, now: int
) -> LogEntry | None:
    """What the reporter has said of the item of that id, and no moderator has decided on. The
    log's entry has the `reports`, whether the item `left_queue`, and its `state` before; None where
    there was nothing.
    """
    configuration = await context.configurations.of(app)

    async def attempt() -> LogEntry | None:
        unit = UnitOfWork(context.store)
        item = await unit.get(item_key(app, id))
        if item is None:
            return None
        entry = _entry(app, DROPPED, item, asked, "")
        flags = await open_of(unit, app, item, reporter)
        if not flags:
            return await unit.get(entry.key)
        state = queue_before(item)["state"]
        withdraw(item, flags, await others_of(unit, app, item, flags), now)
        for flag in flags:
            flag["invalid_at"] = now
        reports = [flag["id"] for flag in flags]
        left = state == "waiting" and queue_before(item)["state"] != "waiting"
        told = {"reporter_id": reporter, "reports": reports, "state": state, "left_queue": left}
        entry.data["custom"].update(told)
        due = new_verdict(entry.data["id"], id, reports, asked.by, now, right=False)
        unit.add(entry)
        unit.create(report_verdict_key(app, due["id"]), due)
        unit.send(DueVerdict(app, due["id"]))
        unit.send(Trigger(app, id, configuration.version))
        await unit.commit()
        return entry.data

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def readmit(
    context: Context, app: str, entry: LogEntry, asked: Asked, now: int
) -> Refusal | None:
    """Takes back what `entry` says was found; None where the reports count again."""
    configuration = await context.configurations.of(app)

    async def attempt() -> Refusal | None:
        (item,) = await context.store.get([item_key(app, entry.get("item_id", ""))])
        if item is None:
            return "gone"
        made = _entry(app, UNDONE, item.data, asked, entry["id"])
        unit = UnitOfWork(context.store)
        if await unit.get(made.key) is not None:
            return None
        keys = [flag_key(app, each) for each in entry["custom"].get("reports", ())]
        found = await context.store.get(keys)
        flags = [each for each in found if each is not None and "invalid_at" in each.data]
        if not flags:
            return "undone_already"
        if any(each.data.get("round", 0) != round_of(item.data) for each in flags):
            return "decided_since"
        new = {each.key.id: _again(each.data, item.data, entry) for each in flags}
        flagging = Flagging(app, item, new, flags, now, readmits=True)
        made.data["custom"].update({"reports": [*new], "entry": entry["id"]})
        unit.add(*flagging.writes, made)
        await _retract(unit, app, made.data, entry, now)
        unit.send(Trigger(app, item.key.id, configuration.version))
        events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
        await events.of_change(flagging.change)
        await unit.commit()
        return None

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _entry(app: str, type: str, item: Item, asked: Asked, of: str) -> Create[LogEntry]:
    return new_entry(
        app,
        "report",
        type,
        asked.at,
        about=item,
        user_id=item["creator_id"],
        by=asked.by,
        reason=asked.reason,
        batch_id=asked.batch_id,
        derived_from=(type, asked.batch_id, item["id"], of),
    )


def _again(flag: Flag, item: Item, entry: LogEntry) -> NewFlag:
    """An item that waited with it comes back before the moderators."""
    return NewFlag(
        item["entity_type"],
        item["entity_id"],
        flag["user_id"],
        is_trusted=flag.get("counted_as") == TRUSTED_FLAGGER,
        reason=flag["reason"],
        categories=tuple(flag.get("categories", ())),
        reporter_type=flag.get("reporter_type", "user"),
        labels=tuple(flag["labels"]),
        custom=flag["custom"],
        payload=flag.get("payload", {}),
        reviewable=entry["custom"].get("state") == "waiting",
    )


async def _retract(unit: UnitOfWork, app: str, made: LogEntry, entry: LogEntry, now: int) -> None:
    """Of what is counted of it by now, the queue takes it out again; the rest never is."""
    reports: list[str] = made["custom"]["reports"]
    pending = await unit.get(report_verdict_key(app, entry["id"]))
    if pending is not None:
        counted = pending["flags"][: pending["done"]]
        reports = [each for each in reports if each in counted]
        unit.delete(report_verdict_key(app, entry["id"]))
    if not reports:
        return
    due = new_verdict(made["id"], made["item_id"], reports, entry["by"], now, right=False)
    due["retracts"] = entry["at"]
    unit.create(report_verdict_key(app, due["id"]), due)
    unit.send(DueVerdict(app, due["id"]))
