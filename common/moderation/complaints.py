"""Repeated misuse of complaints: who makes manifestly unfounded ones again and again is warned, and
then may make none for a time.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.appeal import Appeal, role_of
from common.domain.appeal_rules import UnfoundedComplaints, appeal_rules
from common.domain.complainant import (
    Complainant,
    complainant_key,
    new_complainant,
    note_complaint,
)
from common.domain.errors import NotAllowed, NotFound
from common.domain.log import LogEntry, new_entry
from common.domain.misuse import Step, step_after, suspended_until
from common.domain.times import to_rfc3339
from common.domain.webhook import EventType
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import until_committed
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork

_EVENTS: dict[Step, EventType] = {
    "warned": EventType.COMPLAINTS_WARNED,
    "suspended": EventType.COMPLAINTS_SUSPENDED,
}


async def check_not_suspended(unit: UnitOfWork, app: str, user_id: str, now: int) -> None:
    """Raises NotAllowed that says until when."""
    until = suspended_until(await unit.get(complainant_key(app, user_id)), now)
    if until is not None:
        problem = f"may not appeal until {to_rfc3339(until)}: their complaints are suspended"
        raise NotAllowed(f"the user {problem}", {"user_id": problem})


async def note_decided(
    context: Context,
    unit: UnitOfWork,
    app: str,
    events: WebhookEvents,
    appeal: Appeal,
    now: int,
) -> None:
    """Counts what was decided about a complaint, and what follows from that."""
    key = complainant_key(app, appeal["user_id"])
    known = await unit.get(key) or unit.create(key, new_complainant(appeal["user_id"], now))
    is_unfounded = appeal.get("unfounded", False)
    note_complaint(known, {"appeal_id": appeal["id"], "at": now, "unfounded": is_unfounded})
    limits = appeal_rules((await context.configurations.of(app)).settings).unfounded
    if limits is None:
        return
    step = step_after(known, known["complaints"], appeal["created_at"], limits, now)
    if step is None:
        return
    unit.add(_entry(app, known, appeal, step, limits, now))
    await events.of_complaints(_EVENTS[step], known, appeal["id"], role_of(appeal))


def _entry(
    app: str,
    complainant: Complainant,
    appeal: Appeal,
    step: Step,
    limits: UnfoundedComplaints,
    now: int,
) -> Create[LogEntry]:
    custom: dict[str, object] = {"appeal_id": appeal["id"], **limits}
    if step == "suspended":
        custom["until"] = to_rfc3339(complainant.get("suspended_until", now))
    return new_entry(
        app,
        "appeal",
        f"complaints_{step}",
        now,
        user_id=complainant["user_id"],
        by=appeal.get("decided_by", ""),
        reason="manifestly unfounded complaints, again and again",
        custom=custom,
        derived_from=(step, appeal["id"]),
    )


async def get(context: Context, app: str, user_id: str) -> Complainant:
    (found,) = await context.store.get([complainant_key(app, user_id)])
    if found is None:
        problem = {"user_id": "has had no complaint decided"}
        raise NotFound(f"no complaint of {user_id!r} was ever decided", problem)
    return found.data


async def lift(
    context: Context, app: str, user_id: str, by: str, reason: str, now: int
) -> Complainant:
    """Ends a suspension. Raises NotFound where there is none."""

    async def attempt() -> Complainant:
        unit = UnitOfWork(context.store)
        known = await unit.get(complainant_key(app, user_id))
        if known is None or suspended_until(known, now) is None:
            problem = {"user_id": "is not suspended"}
            raise NotFound(f"the complaints of {user_id!r} are not suspended", problem)
        known.pop("suspended_until", None)
        known["updated_at"] = now
        unit.add(
            new_entry(
                app,
                "appeal",
                "complaints_allowed",
                now,
                user_id=user_id,
                by=by,
                reason=reason,
            )
        )
        await unit.commit()
        return known

    return await until_committed(attempt, ATTEMPTS, too_busy())
