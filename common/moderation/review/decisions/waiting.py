"""Decisions that take a second person: which they are, and having one wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox, that_carry_out
from common.domain.action import Action
from common.domain.approval import (
    EXPIRES_AFTER_HOURS,
    Approval,
    KeptDecision,
    approval_id,
    approval_key,
    has_ended,
)
from common.domain.errors import Invalid, NotAllowed
from common.domain.item import Item, author_of
from common.domain.log import new_entry
from common.domain.rule_input import content_mark
from common.domain.second_person import action_takes_two
from common.domain.settings import AppSettings
from common.domain.times import HOUR
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Custom
from common.moderation.webhooks.approval_events import tell_of_approval
from common.store.unit_of_work import UnitOfWork

_HARD = (True, "hard")
_MOST = 100
"""Approvals of the same decision on the same; the next is refused."""


def takes_two(decision: Decision, configuration: Configuration) -> bool:
    """By what the app has set about the action, or because nobody can take it back."""
    settings, options = configuration.settings, decision.options
    if decision.type.name in settings.get("second_person_actions", ()):
        return True
    actions = configuration.actions
    if isinstance(options, Custom):
        called = [actions[options.id]] if options.id in actions else []
    else:
        called = that_carry_out(actions.values(), decision.type.name)
    if any(action_takes_two(each, settings) for each in called):
        return True
    if not settings.get("second_person_for_irreversible"):
        return False
    said: Any = options
    return any(getattr(said, name, None) in _HARD for name in ("hard_delete", "delete_messages"))


def check_action(action: Action, settings: AppSettings) -> None:
    """Raises NotAllowed for one that is run alone and takes two."""
    if action_takes_two(action, settings):
        raise _alone(action["id"])


def check_alone(decision: Decision, configuration: Configuration) -> None:
    """Raises NotAllowed where it would have to wait, and whoever asks cannot be told so."""
    if not decision.may_wait and takes_two(decision, configuration):
        raise _alone(decision.type.name)


def concerned(decision: Decision, item: Item | None) -> str:
    """The user whom the decision is about."""
    return decision.named_user or (author_of(item) if item is not None else "")


async def propose(
    context: Context, app: str, decision: Decision, item: Item | None, now: int
) -> Approval:
    """In a commit of its own, which changes nothing but that it waits. What waits already is the
    same. Raises Invalid where nobody in person has decided.
    """
    if not decision.moderator:
        raise Invalid.field("user_id", "is required for what takes a second person")
    unit = UnitOfWork(context.store)
    configuration = await context.configurations.of(app)
    new = _new(decision, item, configuration.settings, now)
    for number in range(_MOST):
        new["id"] = approval_id(app, new, number)
        known = await unit.get(approval_key(app, new["id"]))
        if known is not None and not has_ended(known, now):
            return known
        if known is None:
            break
    else:
        raise Invalid.field("action_type", f"was asked for {_MOST} times for the same already")
    made = unit.create(approval_key(app, new["id"]), new)
    note(unit, app, made, "approval_requested", decision.moderator, new["reason"], now)
    outbox = Outbox(unit, app, now)
    await tell_of_approval(context, configuration, outbox, made, now)
    await unit.commit()
    return made


def restored(approval: Approval, by: str, *, by_member: bool) -> Decision:
    """As it was made, by who made it and with the approval of `by`, who may be a member."""
    kept = approval["decision"]
    type = ACTION_TYPES[kept["type"]]
    decision = Decision(
        type,
        approval["asked_by"],
        approval["item_id"] or None,
        type.options.model_validate(kept["options"]),
        kept["spoken"],
        kept["appeal_id"],
        batch_id=kept["batch_id"],
        by_member=kept["by_member"],
        appeal_outcome=kept["appeal_outcome"],
        unfounded=kept["unfounded"],
    )
    return replace(
        decision, approval_id=approval["id"], approved_by=by, approved_by_member=by_member
    )


def note(
    unit: UnitOfWork, app: str, approval: Approval, type: str, by: str, reason: str, now: int
) -> None:
    unit.add(
        new_entry(
            app,
            "approval",
            type,
            now,
            item_id=approval["item_id"],
            user_id=approval["user_id"],
            by=by,
            reason=reason,
            custom={"approval_id": approval["id"], "action": approval["action"]},
        )
    )


def _new(decision: Decision, item: Item | None, settings: AppSettings, now: int) -> Approval:
    options = decision.options
    hours = settings.get("approval_hours", EXPIRES_AFTER_HOURS)
    kept: KeptDecision = {
        "type": decision.type.name,
        "options": options.model_dump(exclude_none=True),
        "spoken": decision.spoken,
        "appeal_id": decision.appeal_id,
        "batch_id": decision.batch_id,
        "by_member": decision.by_member,
        "appeal_outcome": decision.appeal_outcome,
        "unfounded": decision.unfounded,
    }
    expires_at = now + hours * HOUR
    return {
        "id": "",
        "state": "waiting",
        "action": options.id if isinstance(options, Custom) else decision.type.name,
        "item_id": item["id"] if item is not None else "",
        "user_id": concerned(decision, item),
        "content": content_mark(item.get("payload_hash", "")) if item is not None else "",
        "reason": decision.reason,
        "decision": kept,
        "asked_by": decision.moderator,
        "asked_at": now,
        "expires_at": expires_at,
        "due_at": expires_at,
    }


def _alone(action: str) -> NotAllowed:
    problem = f"{action} takes a second person: send it to submit_action, where it waits for one"
    return NotAllowed(problem, {"action_type": "takes a second person"})
