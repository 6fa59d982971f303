"""Which decisions a member may make."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid, NotAllowed
from common.domain.item import Item
from common.domain.member import Member
from common.domain.rights import has_right
from common.domain.user import is_standing, user_key
from common.moderation.members.limits import check_action, check_item, check_right
from common.moderation.resources import page_settings
from common.moderation.review.decisions.action_types import UNDOING
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Ban, Unban
from common.store.store import Key

LONGEST_BAN = 30 * 24 * 60
"""In minutes: what is longer takes a senior."""


async def check_decision(
    context: Context, app: str, member: Member | None, decision: Decision, now: int
) -> None:
    """Raises NotAllowed for what the member may not decide, and NotFound for an item that none of
    their queues has.
    """
    if member is None:
        return
    if decision.batch_id:
        check_right(member, "oversee", "deciding in bulk")
    name = decision.type.name
    await _check_reason(context, app, decision)
    check_action(member, str(getattr(decision.options, "id", "")) if name == "custom" else name)
    item = await check_item(context, app, member, decision.item_id)
    if not has_right(member["role"], "oversee"):
        _check_reach(decision)
        await _check_own(context, app, member, decision, item, now)


async def _check_reason(context: Context, app: str, decision: Decision) -> None:
    """Raises Invalid where the app wants one and there is none."""
    wanted = await page_settings.get(context, app)
    keeps = decision.type.name in ("mark_reviewed", *UNDOING)
    needed = wanted["keep_needs_reason"] if keeps else wanted["act_needs_reason"]
    if needed and not decision.reason:
        raise Invalid.field("decision_reason", "is required by the app")


def _check_reach(decision: Decision) -> None:
    """Raises NotAllowed for what goes beyond what a moderator does."""
    options: Any = decision.options
    name = decision.type.name
    if isinstance(options, Ban):
        if not options.timeout or options.timeout > LONGEST_BAN:
            raise _beyond(f"{name}.timeout", f"longer than {LONGEST_BAN} minutes")
        if options.ip_ban:
            raise _beyond(f"{name}.ip_ban", "of an address")
    for field in ("hard_delete", "delete_messages"):
        if getattr(options, field, None) in (True, "hard"):
            raise _beyond(f"{name}.{field}", "what cannot be taken back")
    if name == "delete_user":
        raise _beyond("action_type", "deleting a user")


async def _check_own(
    context: Context,
    app: str,
    member: Member,
    decision: Decision,
    item: Item | None,
    now: int,
) -> None:
    """Raises NotAllowed where what somebody else decided would be taken back."""
    if decision.type.name not in (*UNDOING, "reopen"):
        return
    others = {item.get("decided_by", "")} if item is not None else set()
    if isinstance(decision.options, Unban):
        others = await _banned_by(context, app, decision, item, now)
    if others - {"", member["name"]}:
        raise _beyond("action_type", f"{decision.type.name} of what somebody else decided")


async def _banned_by(
    context: Context, app: str, decision: Decision, item: Item | None, now: int
) -> set[str]:
    options: Any = decision.options
    id = decision.named_user or (item["creator_id"] if item is not None else "")
    if options.created_by:
        return {options.created_by}
    key: Key[Any] = user_key(app, id)
    (user,) = await context.store.get([key]) if id else (None,)
    bans = user.data.get("bans", ()) if user is not None else ()
    return {ban["created_by"] for ban in bans if is_standing(ban, now)}


def _beyond(field: str, what: str) -> NotAllowed:
    problem = f"{what} needs the right 'oversee'"
    return NotAllowed(f"{field}: {problem}", {field: problem})
