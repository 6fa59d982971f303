"""The review item: an item with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
