"""The moderation log: what happened, to whom, by whom, why, with what result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import ordered_id
from common.store.store import Collection, Create, Key

LogKind = Literal["action", "flag", "report", "rule", "delivery", "escalation", "review"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`is_action`: entries of the kind are shown among their item's actions."""

    meaning: str
    is_action: bool = False


KINDS: dict[LogKind, Kind] = {
    "action": Kind("a moderator's decision", is_action=True),
    "flag": Kind("an engine's finding that asks for attention", is_action=True),
    "report": Kind("the reports that an item has by now"),
    "rule": Kind("a rule that held, or failed"),
    "delivery": Kind("an attempt at a callback or webhook, or what became of it or its endpoint"),
    "escalation": Kind("an item handed on, or back", is_action=True),
    "review": Kind("an item marked as reviewed", is_action=True),
}


class LogEntry(TypedDict):
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself). `unread_at` is there
    until somebody has seen a failure. Times are nanoseconds.
    """

    id: str
    at: int
    kind: LogKind
    type: str
    by: str
    reason: str
    result: str
    custom: dict[str, Any]
    item_id: NotRequired[str]
    user_id: NotRequired[str]
    unread_at: NotRequired[int]


LOG: Collection[LogEntry] = Collection("log")


def log_key(app: str, id: str) -> Key[LogEntry]:
    return Key(app, LOG, id)


def new_entry(
    app: str,
    kind: LogKind,
    type: str,
    now: int,
    *,
    item_id: str = "",
    user_id: str = "",
    by: str = "",
    reason: str = "",
    result: str = "done",
    unread: bool = False,
    custom: Mapping[str, object] | None = None,
    derived_from: tuple[str, ...] = (),
) -> Create[LogEntry]:
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself).

    `derived_from` makes the id the same however often the entry is written.
    """
    id = ordered_id(now, *derived_from)
    entry: LogEntry = {
        "id": id,
        "at": now,
        "kind": kind,
        "type": type,
        "by": by,
        "reason": reason,
        "result": result,
        "custom": dict(custom or {}),
    }
    if item_id:
        entry["item_id"] = item_id
    if user_id:
        entry["user_id"] = user_id
    if unread:
        entry["unread_at"] = now
    return Create(log_key(app, id), entry)
