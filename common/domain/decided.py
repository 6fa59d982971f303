"""What a moderator's last action on an item says: that it may stay as it was, or not."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.item import Item, is_decided
from common.domain.recommendation import KEEP, REMOVE, SHADOW

OF_CONTENT: Mapping[str, str] = {
    "mark_reviewed": KEEP,
    "restore": KEEP,
    "unblock": KEEP,
    "unmask": KEEP,
    "shadow_block": SHADOW,
    "block": REMOVE,
    "delete_message": REMOVE,
    "delete_activity": REMOVE,
    "delete_comment": REMOVE,
    "delete_reaction": REMOVE,
}
"""What a decision on content says of it. Others, on users for example, say nothing of the text."""
_ACTED = frozenset(
    {"ban", "delete_user", "delete_user_messages", "kick_user", "end_call", "reject_appeal"}
)
_TAKEN_BACK = frozenset({"restore", "unblock", "unmask", "unban"})


def was_kept(item: Item) -> bool | None:
    """None where no moderator has decided, or not on whether it may stay."""
    action = item.get("latest_moderator_action", "")
    if not is_decided(item):
        return None
    if item.get("appeal_status") == "accepted" or action in (*_TAKEN_BACK, "bypass"):
        return True
    if action in _ACTED:
        return False
    said = OF_CONTENT.get(action)
    return None if said is None else said == KEEP


def was_taken_back(item: Item) -> bool:
    """Whether something that had been done to it was undone by a person."""
    action = item.get("latest_moderator_action", "")
    return item.get("appeal_status") == "accepted" or action in _TAKEN_BACK
