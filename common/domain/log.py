"""The moderation log: what happened, to whom, by whom, why, with what result."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from common.domain.ids import ordered_id
from common.store.store import Collection, Create, Key

KINDS = (
    "action",
    "flag",
    "report",
    "rule",
    "delivery",
    "escalation",
    "review",
    "expiry",
)


class LogEntry(TypedDict):
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself). `unread_at` is there
    until somebody has seen a failure. Times are nanoseconds.
    """

    id: str
    at: int
    kind: str
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
    kind: str,
    type: str,
    now: int,
    *,
    item_id: str = "",
    user_id: str = "",
    by: str = "",
    reason: str = "",
    result: str = "done",
    unread: bool = False,
    custom: dict[str, Any] | None = None,
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
        "custom": custom or {},
    }
    if item_id:
        entry["item_id"] = item_id
    if user_id:
        entry["user_id"] = user_id
    if unread:
        entry["unread_at"] = now
    return Create(log_key(app, id), entry)
