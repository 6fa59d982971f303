"""Repeated misuse of reports: who reports what may stay again and again is warned, and then may
report nothing for a time.
"""

from __future__ import annotations

from collections.abc import Iterable

from common.configuration.context import Context
from common.domain.appeal_rules import UnfoundedComplaints
from common.domain.errors import NotAllowed, NotFound
from common.domain.flag import Flag
from common.domain.log import new_entry
from common.domain.misuse import Step, step_after, suspended_until
from common.domain.reporter import Reporter, note_judgement, reporter_id, reporter_key
from common.domain.times import to_rfc3339
from common.domain.webhook import EventType
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

_EVENTS: dict[Step, EventType] = {
    "warned": EventType.REPORTS_WARNED,
    "suspended": EventType.REPORTS_SUSPENDED,
}


async def check_may_report(
    context: Context, app: str, users: Iterable[str], field: str, now: int
) -> None:
    """Raises NotAllowed that says until when, under the `field` that names who reports. Where the
    app has set no limits nothing is read.
    """
    if (await context.configurations.of(app)).settings.get("unfounded_reports") is None:
        return
    keys = [reporter_key(app, reporter_id(user)) for user in dict.fromkeys(users) if user]
    for found in await context.store.get(keys):
        until = suspended_until(found.data if found is not None else None, now)
        if until is not None:
            problem = f"may report nothing until {to_rfc3339(until)}: their reports are suspended"
            raise NotAllowed(f"{field} {problem}", {field: problem})


async def note_judged(
    unit: UnitOfWork,
    app: str,
    events: WebhookEvents,
    reporter: Reporter,
    report: Flag,
    limits: UnfoundedComplaints,
    by: str,
    now: int,
    *,
    right: bool,
) -> None:
    """In the unit that counts what was decided on the report, by `by`."""
    judged = note_judgement(
        reporter, {"report_id": report["id"], "at": now, "unfounded": not right}
    )
    step = step_after(reporter, judged, report["updated_at"], limits, now)
    if step is None:
        return
    custom: dict[str, object] = {"report_id": report["id"], **limits}
    if step == "suspended":
        custom["until"] = to_rfc3339(reporter.get("suspended_until", now))
    unit.add(
        new_entry(
            app,
            "report",
            f"reports_{step}",
            now,
            user_id=reporter["user_id"],
            by=by,
            reason="unfounded reports, again and again",
            custom=custom,
            derived_from=("reports", step, report["id"], str(now)),
        )
    )
    await events.of_reports(_EVENTS[step], reporter, report["id"])


async def lift(context: Context, app: str, user: str, by: str, reason: str, now: int) -> Reporter:
    """Ends a suspension. Raises NotFound where there is none."""

    async def attempt() -> Reporter:
        unit = UnitOfWork(context.store)
        known = await unit.get(reporter_key(app, reporter_id(user)))
        if known is None or suspended_until(known, now) is None:
            problem = {"id": "is not suspended"}
            raise NotFound(f"the reports of {user!r} are not suspended", problem)
        known.pop("suspended_until", None)
        known["updated_at"] = now
        unit.add(
            new_entry(app, "report", "reports_allowed", now, user_id=user, by=by, reason=reason)
        )
        await unit.commit()
        return known

    return await until_committed(attempt, ATTEMPTS, too_busy())
