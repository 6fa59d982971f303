"""What a second person says of decisions that wait for one: nothing of such a decision is done or
told before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.approval import (
    APPROVALS,
    Approval,
    ApprovalState,
    Ended,
    approval_key,
    has_ended,
)
from common.domain.errors import Invalid, NotAllowed, NotFound, Outdated, Refused
from common.domain.item import Item
from common.domain.member import Member
from common.domain.rule_input import content_mark
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.members import deciding
from common.moderation.review.decisions import decisions
from common.moderation.review.decisions.appeals import Decided
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.waiting import concerned, note, restored
from common.moderation.webhooks.approval_events import tell_of_approval
from common.queue.messages import DueApproval
from common.store.deciding import until_committed
from common.store.store import Page, StoreError
from common.store.unit_of_work import UnitOfWork

_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Settling:
    """Who settles approvals, as what they end and why."""

    end: Ended
    by: str
    reason: str = ""
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """`approval` is None where it could not be settled, and `error` says why."""

    id: str
    approval: Approval | None = None
    error: str = ""


async def query(
    context: Context, app: str, state: ApprovalState, limit: int, cursor: str | None
) -> Page[Approval]:
    """The oldest first."""
    return await context.store.query(
        APPROVALS, app=app, equal={"state": state}, order="asked_at", limit=limit, cursor=cursor
    )


async def get(context: Context, app: str, id: str) -> Approval:
    (found,) = await context.store.get([approval_key(app, id)])
    if found is None:
        raise _missing(id)
    return found.data


async def settle(context: Context, app: str, id: str, settling: Settling, now: int) -> Approval:
    """Raises NotAllowed for who may not, Invalid for what is not waiting any more, and Outdated
    where the content that is to be decided on has become another.
    """
    if settling.end == "approved":
        return await _approve(context, app, id, settling, now)

    async def attempt() -> Approval:
        unit = UnitOfWork(context.store)
        approval = await _waiting(unit, app, id, settling, now)
        await _end(context, unit, app, approval, settling, now)
        await unit.commit()
        return approval

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def settle_all(
    context: Context, app: str, ids: Sequence[str], settling: Settling, now: int
) -> list[Settled]:
    """Each as if it were the only one; one that comes twice is settled once."""
    found: list[Settled] = []
    once = list(dict.fromkeys(ids))
    for start in range(0, len(once), _AT_ONCE):
        part = once[start : start + _AT_ONCE]
        found += await asyncio.gather(
            *(_settle_one(context, app, id, settling, now) for id in part)
        )
    return found


async def expire(context: Context, message: DueApproval, now: int) -> None:
    app, key = message.app, approval_key(message.app, message.approval)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        approval = await unit.get(key)
        is_over = approval is not None and now >= approval["expires_at"]
        if approval is None or approval["state"] != "waiting" or not is_over:
            return
        await _end(context, unit, app, approval, Settling("expired", ""), now)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def _settle_one(context: Context, app: str, id: str, settling: Settling, now: int) -> Settled:
    try:
        return Settled(id, await settle(context, app, id, settling, now))
    except Refused as refused:
        return Settled(id, error=refused.message)
    except StoreError:
        return Settled(id, error="it could not be stored; try again")


async def _approve(context: Context, app: str, id: str, settling: Settling, now: int) -> Approval:
    """The decision and that it was approved are one commit."""
    known = await get(context, app, id)
    _check(known, settling, now)
    if not known["decision"]["type"]:
        raise Invalid.field("id", "names an approval of which nothing can be read any more")
    decision = restored(known, settling.by, by_member=settling.member is not None)
    own = replace(decision, moderator=settling.by, batch_id="")
    await deciding.check_decision(context, app, settling.member, own, now)

    async def approve(unit: UnitOfWork, decided: Decided) -> None:
        approval = await _waiting(unit, app, id, settling, now)
        _check_same(approval, decision, decided.item)
        await _end(context, unit, app, approval, settling, now)

    await decisions.decide(context, app, decision, now, also=approve)
    return await get(context, app, id)


async def _waiting(unit: UnitOfWork, app: str, id: str, settling: Settling, now: int) -> Approval:
    approval = await unit.get(approval_key(app, id))
    if approval is None:
        raise _missing(id)
    _check(approval, settling, now)
    return approval


def _check_same(approval: Approval, decision: Decision, item: Item | None) -> None:
    """Raises Outdated where it would be decided about something else than what was asked."""
    content = content_mark(item.get("payload_hash", "")) if item is not None else ""
    problem = ""
    if content != approval["content"]:
        problem = "is about content that is another by now"
    elif concerned(decision, item) != approval["user_id"]:
        problem = "is about content that is another user's by now"
    if problem:
        raise Outdated(f"id {problem}", {"id": problem})


def _check(approval: Approval, settling: Settling, now: int) -> None:
    if has_ended(approval, now):
        state = "expired" if approval["state"] == "waiting" else approval["state"]
        raise Invalid.field("id", f"names an approval that is {state}")
    is_own = settling.by == approval["asked_by"]
    if settling.end == "withdrawn" and not is_own:
        raise _not_allowed("is not who asked for it")
    if settling.end != "withdrawn" and is_own:
        raise _not_allowed("is who asked for it: another person has to say yes or no")


async def _end(
    context: Context,
    unit: UnitOfWork,
    app: str,
    approval: Approval,
    settling: Settling,
    now: int,
) -> None:
    """In the unit of what it follows from."""
    approval.update({"state": settling.end, "ended_by": settling.by, "ended_at": now})
    approval["end_reason"] = settling.reason
    approval.pop("due_at", None)
    approval.pop("swept", None)
    note(unit, app, approval, f"approval_{settling.end}", settling.by, settling.reason, now)
    configuration = await context.configurations.of(app)
    await tell_of_approval(context, configuration, Outbox(unit, app, now), approval, now)


def _missing(id: str) -> NotFound:
    return NotFound(f"there is no approval {id!r}", {"id": "does not exist"})


def _not_allowed(problem: str) -> NotAllowed:
    return NotAllowed(f"user_id {problem}", {"user_id": problem})
