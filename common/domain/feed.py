"""When the review queue of an app is looked through for what nobody has looked at in time."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.item import Item
from common.domain.item_locks import locker_of
from common.domain.times import DAY
from common.store.store import Collection, Key


class Feed(TypedDict):
    """Of an app whose items expire; `days` is after how many. `cursor` is where a pass that began
    at `started_at` goes on. `due_at` is its turn, and `swept` as an item's. Times are nanoseconds.
    """

    days: int
    started_at: int
    cursor: str | None
    due_at: int
    swept: NotRequired[int]


FEEDS: Collection[Feed] = Collection("feed")
_OPEN_APPEALS = ("submitted",)


def feed_key(app: str) -> Key[Feed]:
    return Key(app, FEEDS, "feed")


def new_feed(days: int, now: int) -> Feed:
    return {"days": days, "started_at": now, "cursor": None, "due_at": now}


def is_expired(item: Item, days: int, now: int) -> bool:
    """Whether it waits and nothing was said of it for so long. What was handed on to somebody, is
    appealed against, or is being looked at, waits on.
    """
    if item.get("queue_reviewed") is not False or item.get("escalated"):
        return False
    if item.get("appeal_status") in _OPEN_APPEALS or locker_of(item, now):
        return False
    return item["queue_updated_at"] < now - days * DAY


def leave_queue(item: Item) -> None:
    """It is as if nobody had ever flagged it, but for its flags; the next one brings it back."""
    for name in ("queue_created_at", "queue_updated_at", "queue_id", "queue_reviewed"):
        item.pop(name, None)  # type: ignore[misc]
