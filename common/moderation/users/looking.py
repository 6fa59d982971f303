"""Looking through bans in the order in which they were made, up to a bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic

from common.domain.errors import Invalid
from common.store.store import Collection, D, Store

MOST_LOOKED_THROUGH = 12_000
"""More than the last page there can be (an offset of 10,000) has before it."""
_PAGE = 300


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of a time in nanoseconds: from `low` on, before `high`."""

    low: int | None = None
    high: int | None = None

    @classmethod
    def of(cls, gt: int | None, gte: int | None, lt: int | None, lte: int | None) -> Bounds:
        lows = [*([gt + 1] if gt is not None else []), *([gte] if gte is not None else [])]
        highs = [*([lte + 1] if lte is not None else []), *([lt] if lt is not None else [])]
        return cls(max(lows, default=None), min(highs, default=None))

    def has(self, at: int) -> bool:
        return (self.low is None or at >= self.low) and (self.high is None or at < self.high)


@dataclass(frozen=True, slots=True)
class Look(Generic[D]):
    store: Store
    collection: Collection[D]
    app: str
    order: str
    descending: bool
    bounds: Bounds

    async def first(
        self, wanted: int, matches: Callable[[D], bool], equal: Mapping[str, str]
    ) -> list[D]:
        """Raises Invalid where so many are not found among those that may be looked through."""
        found: list[D] = []
        seen, cursor = 0, None
        while len(found) < wanted:
            page = await self.store.query(
                self.collection,
                app=self.app,
                equal=equal,
                order=self.order,
                descending=self.descending,
                low=self.bounds.low,
                high=self.bounds.high,
                limit=min(_PAGE, wanted) if not seen else _PAGE,
                cursor=cursor,
            )
            found += [each.data for each in page.documents if matches(each.data)]
            seen, cursor = seen + len(page.documents), page.cursor
            if cursor is None:
                break
            if seen >= MOST_LOOKED_THROUGH:
                problem = f"matches too few of the first {seen} bans; name a user or a channel"
                raise Invalid.field("filter_conditions", problem)
        return found[:wanted]
