"""The delivery: one callback on its way, its own outbox until it is done.

`next_attempt_at` exists only while the delivery is pending. A sender claims the delivery by moving
it past the time the attempt may take, so a crash in the middle only delays the next one.
"""

from __future__ import annotations

from typing import Any, Literal

from common.store.store import Data, Key

State = Literal["pending", "delivered", "dead"]


def delivery_key(app: str, id: str) -> Key:
    return Key(app, "delivery", id)


def new_delivery(
    app: str,
    id: str,
    now: int,
    *,
    action_id: str,
    item_id: str,
    data: dict[str, Any],
    why: dict[str, Any],
    url: str = "",
) -> Data:
    """`data` is what the customer's server is told; `why` names the rule or moderator.

    `attempts` counts all of them, `attempts_before` those before the last manual retry.
    `url` is for answers to a single request (Hive's callback_url), which no action describes.
    """
    return {
        "id": id,
        "app": app,
        "action_id": action_id,
        "item_id": item_id,
        "data": data,
        "why": why,
        **({"url": url} if url else {}),
        "state": "pending",
        "attempts": 0,
        "attempts_before": 0,
        "last_attempt": None,
        "created_at": now,
        "updated_at": now,
        "next_attempt_at": now,
    }
