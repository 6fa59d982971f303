"""The decision that takes another back, as the log tells of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.action import Action
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.options import Options
from common.domain.undo import Refusal
from common.moderation.review.decisions.action_types import ACTION_TYPES, ActionType
from common.moderation.review.decisions.bans import channel_of
from common.moderation.review.decisions.options import Ban, Custom, Unban

Inverse = tuple[ActionType[Any], Options]


def inverse_of(
    entry: LogEntry, item: Item | None, actions: Mapping[str, Action]
) -> Inverse | Refusal:
    """`actions` are the app's own."""
    type = ACTION_TYPES.get(entry["type"])
    if type is None:
        return "no_inverse"
    if type.name == "custom":
        return _of_action(str(entry["custom"].get("id", "")), actions)
    inverse = ACTION_TYPES.get(type.inverse)
    if inverse is None:
        return "no_inverse"
    if type.options is Ban:
        return inverse, _unban(entry, item)
    return inverse, inverse.options_of(None)


def _of_action(id: str, actions: Mapping[str, Action]) -> Inverse | Refusal:
    action = actions.get(id)
    if action is None:
        return "unknown_action"
    if action.get("irreversible"):
        return "irreversible"
    found = [
        each["id"]
        for each in actions.values()
        if each["kind"] == action["kind"] and id in (each.get("reverses") or ())
    ]
    return (ACTION_TYPES["custom"], Custom(id=min(found))) if found else "no_inverse"


def _unban(entry: LogEntry, item: Item | None) -> Unban:
    """Of what that ban was of; what others have banned the user for stays."""
    said = {name: value for name, value in entry["custom"].items() if name in Ban.model_fields}
    ban = Ban.model_validate(said)
    return Unban(
        channel_cid=channel_of(ban, item) or None,
        created_by=entry["by"] or None,
        shadow=ban.shadow,
        target_user_id=entry.get("user_id") if item is None else None,
    )
