"""The review item: an item with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from common.store.store import Data


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An item with what stands around it; flags and entries are the newest hundred."""

    item: Data
    creator: Data | None = None
    flags: list[Data] = field(default_factory=list)
    entries: list[Data] = field(default_factory=list)
