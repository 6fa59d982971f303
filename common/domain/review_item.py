"""The review item: an item with what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain.appeal import Appeal
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.user import User


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Flags, and the entries of the log that are the item's actions, are the newest hundred.
    `locker` is the moderator who took the item last, as far as that is a known user; `appeal` is
    the last one against a decision on it.
    """

    item: Item
    creator: User | None = None
    flags: Sequence[Flag] = ()
    actions: Sequence[LogEntry] = ()
    locker: User | None = None
    appeal: Appeal | None = None


def review_of(review_item: ReviewItem) -> Mapping[str, Any]:
    """What was said with the decision that stands; empty where none does."""
    at = review_item.item.get("reviewed_at")
    entries = (each for each in review_item.actions if at and each["at"] == at)
    return next((each["custom"] for each in entries if each["by"]), {})
