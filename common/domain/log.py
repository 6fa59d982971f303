"""The moderation log: what happened, to whom, by whom, why, with what result."""

from __future__ import annotations

from typing import Any

from common.domain.ids import ordered_id
from common.store.store import Create, Data, Key

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


def log_key(app: str, id: str) -> Key:
    return Key(app, "log", id)


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
) -> Create:
    """`user_id` is whom it concerns, `by` who did it (empty for Gavel itself).

    `derived_from` makes the id the same however often the entry is written.
    """
    id = ordered_id(now, *derived_from)
    entry: Data = {
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
