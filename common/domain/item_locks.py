"""Claims: items that are one moderator's until a time, and those that one left to others."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.item import Item


class LockFields(TypedDict):
    locked_by: str
    locked_until: int


def lock_fields(moderator: str, until: int) -> LockFields:
    return {"locked_by": moderator, "locked_until": until}


def locker_of(item: Item, now: int) -> str:
    """The moderator who has the item now, empty where it is anybody's."""
    return item.get("locked_by", "") if item.get("locked_until", 0) > now else ""


def has_skipped(item: Item, moderator: str, now: int) -> bool:
    return item.get("skips", {}).get(moderator, 0) > now
