"""The delivery: one callback or webhook on its way, its own outbox until it is done.

`next_attempt_at` exists only while it is the delivery's turn. A sender claims the delivery by
moving it past the time the attempt may take, so a crash in the middle only delays the next one.

Deliveries of one lane go out one after the other. Those that are not done are a list linked in both
directions: `ahead` is the one before, `behind` the one after. Only the first of them is pending.
"""

from __future__ import annotations

from typing import Any, Literal

from common.domain.ids import derived_id
from common.store.store import Data, Key

State = Literal["waiting", "pending", "delivered", "dead", "superseded", "cancelled"]
OPEN = ("waiting", "pending")
"""States of what is still to be sent: behind another of its lane, or at its turn."""
TRIES_KEPT = 50


def delivery_key(app: str, id: str) -> Key:
    return Key(app, "delivery", id)


def lane_key(app: str, lane: str) -> Key:
    """The document that numbers what a lane sends and knows the last of it."""
    return Key(app, "lane", derived_id("lane", lane))


def new_lane(name: str) -> Data:
    """`last` says when each action was ordered last, `reversed` has the number of what undid it."""
    return {"lane": name, "sequence": 0, "tail": "", "last": {}, "reversed": {}}


def user_subject(user_id: str) -> str:
    return f"user:{user_id}"


def item_subject(item_id: str) -> str:
    return f"item:{item_id}"


def new_delivery(
    app: str,
    id: str,
    now: int,
    *,
    endpoint: str,
    item_id: str,
    data: dict[str, Any],
    why: dict[str, Any],
    subject: str = "",
    lane: str = "",
    action_id: str = "",
    url: str = "",
) -> Data:
    """`data` is what the customer's server is told; `why` names the rule or moderator.

    `attempts` counts all of them; `counted` those since the schedule began that count against it.
    `url` is for answers to a single request (Hive's callback_url), which no action describes.
    """
    return {
        "id": id,
        "app": app,
        "endpoint": endpoint,
        "action_id": action_id,
        "item_id": item_id,
        "subject": subject,
        "lane": lane,
        "sequence": 0,
        "data": data,
        "why": why,
        **({"url": url} if url else {}),
        "state": "pending",
        "reason": "",
        "attempts": 0,
        "tries": [],
        "created_at": now,
        "updated_at": now,
        **schedule_fields(now),
    }


def schedule_fields(now: int) -> dict[str, Any]:
    """What begins the schedule, and makes the delivery due."""
    return {"started_at": now, "counted": 0, "window_end": now, "next_attempt_at": now}


def is_open(delivery: Data) -> bool:
    return delivery["state"] in OPEN


def is_being_sent(delivery: Data) -> bool:
    """Or was, by a process that died since."""
    return "sending" in delivery
