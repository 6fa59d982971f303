"""Flags that people, rules and the customer's own models raise.

An engine's flags are part of its item's labels; these are documents of their own, because their
number has no bound.
"""

from __future__ import annotations

from typing import Any

from common.store.store import Data, Key

USER_REPORT = "user_report"
RULE = "rule"


def flag_key(app: str, id: str) -> Key:
    return Key(app, "flag", id)


def new_flag(
    id: str,
    item_id: str,
    type: str,
    now: int,
    *,
    user_id: str = "",
    reason: str = "",
    labels: list[str] | None = None,
    custom: dict[str, Any] | None = None,
    payload: dict[str, Any] | None = None,
) -> Data:
    return {
        "id": id,
        "item_id": item_id,
        "type": type,
        "user_id": user_id,
        "reason": reason,
        "labels": labels or [],
        "custom": custom or {},
        **({"payload": payload} if payload else {}),
        "created_at": now,
        "updated_at": now,
    }
