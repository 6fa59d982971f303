"""Looking through documents in order, for what matches a filter, page by page.

A list of its own gets `next` and `prev` so: `Scan(store, COLLECTION, app, order, descending,
matches, asked=asked)`, `await scan.page()`, and of the `Paged` it answers the three fields. Where
the documents are all in memory it is `page_of` (paging.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic

from common.domain.errors import Invalid
from common.domain.filters import Predicate
from common.moderation.filtering import cursors
from common.moderation.filtering.cursors import Mark
from common.moderation.filtering.paging import Asked, Paged, none_of, order_name, page_of, rank
from common.moderation.filtering.sorting import Sorted
from common.moderation.filtering.streams import Stream
from common.store.store import BadCursor, Collection, D, Document, Key, Page, Place, Store

_PAGE = 100
_SCANNED_MOST = 2_000
_GLANCE = 200
Equal = Mapping[str, str | bool]


SORTED_MOST = 1_000
"""How many documents are sorted in memory for a page."""


@dataclass(frozen=True, slots=True)
class InMemory(Generic[D]):
    """An order that the scan's own is not. Where there is too much to sort, it is left to
    `otherwise`, whose cursors are the same. That is asked first for a few documents, unless it
    `is_rare` that one matches.
    """

    sorts: Sequence[Sorted]
    read: Callable[[D, str], Any]
    otherwise: Scan[D] | None = None
    is_rare: bool = False


@dataclass(frozen=True, slots=True)
class Scan(Generic[D]):
    """Documents of an app by `order` that match, of those with `equal` in their fields: where it
    names several, with any of them. Where the filter names the only one that can match, it is the
    `direct` one. With `low` and `high` the order field is in between, as in a query of the store.
    With `is_spread` each of those has about as many. `most` is how many documents are looked
    through, where that is fewer than elsewhere; `known` has the first pages of queries that were
    made already, by `equal_key`.
    """

    store: Store
    collection: Collection[D]
    app: str
    order: str
    descending: bool
    matches: Predicate
    equal: Equal | Sequence[Equal] = field(default_factory=dict)
    direct: Key[D] | None = None
    asked: Asked = field(default_factory=Asked)
    low: Any = None
    high: Any = None
    sorting: InMemory[D] | None = None
    most: int | None = None
    is_spread: bool = False
    known: Mapping[str, Page[D]] = field(default_factory=dict)

    def narrowed(self, also: Predicate) -> Scan[D]:
        """Of what matches `also`, too."""
        matches, sorting = self.matches, self.sorting
        if sorting is not None and sorting.otherwise is not None:
            sorting = replace(sorting, otherwise=sorting.otherwise.narrowed(also))
        return replace(
            self, matches=lambda document: matches(document) and also(document), sorting=sorting
        )

    async def page(self) -> Paged[D]:
        """What was asked for. Looks through 2,000 documents at most, and goes on with the cursor:
        a page may be short, or empty, although others follow. Raises BadCursor, and Invalid where
        both cursors are given.
        """
        asked = self.asked
        if self.sorting is not None and self.direct is None:
            return await self._sorted(self.sorting)
        direction, mark = cursors.asked(self._order, asked.cursor, asked.prev, 2)
        if asked.wanted == 0:
            return none_of(asked)
        if self.direct is not None:
            return Paged(await self._named(self.direct))
        back = direction == "prev"
        found, reached = await self._walked(asked.wanted, mark, back=back)
        if back:
            found.reverse()
        documents = [document.data for document in found]
        further = None if reached is None else self._cursor(reached, back=back)
        behind = self._behind(found, mark, back=back)
        return Paged(documents, *((behind, further) if back else (further, behind)))

    async def run(self, wanted: int, cursor: str | None = None) -> tuple[list[D], str | None]:
        """The same, forwards only, however many are wanted: from `cursor`, or where was asked."""
        asked = replace(self.asked, limit=wanted)
        if cursor is not None:
            asked = replace(asked, cursor=cursor, prev=None)
        page = await replace(self, asked=asked).page()
        return page.documents, page.next

    async def _sorted(self, sorting: InMemory[D]) -> Paged[D]:
        """Raises Invalid where that would be too many, and nothing else has them in order."""
        ordered = sorting.otherwise and replace(sorting.otherwise, asked=self.asked)
        if ordered is not None and not sorting.is_rare:
            # Where nearly all match, no more is read than is shown.
            page = await replace(ordered, most=_GLANCE).page()
            further = page.prev if self.asked.prev else page.next
            if further is None or len(page.documents) == self.asked.wanted:
                return page
        found: list[D] = []
        walk, seen = _Walk(self, None, back=False), 0
        while (document := await walk.next(_PAGE)) is not None:
            seen += 1
            if self.matches(document.data):
                found.append(document.data)
            if seen > SORTED_MOST:
                break
        if walk.is_at_end and seen <= SORTED_MOST:
            return page_of(found, self.asked, sorting.sorts, self.collection, sorting.read)
        if ordered is not None:
            return await ordered.page()
        asked = ", ".join(each.field for each in sorting.sorts)
        raise Invalid.field(
            "sort",
            f"by {asked} needs a filter that leaves at most {SORTED_MOST:,} to look through",
        )

    async def _walked(
        self, wanted: int, mark: Mark | None, *, back: bool
    ) -> tuple[list[Document[D]], Mark | None]:
        """What was found, and where it ended, None at the end of all."""
        found: list[Document[D]] = []
        reached = mark
        if mark is not None and mark.includes:
            found = await self._standing_at(mark)
            reached = Mark(mark.place)
            if len(found) == wanted:
                return found, reached
        walk = _Walk(self, None if mark is None else self._checked(mark), back=back)
        while (document := await walk.next(wanted)) is not None:
            reached = Mark(self._place(document))
            if self.matches(document.data):
                found.append(document)
            if len(found) == wanted:
                break
        return found, None if walk.is_at_end else reached

    async def _standing_at(self, mark: Mark) -> list[Document[D]]:
        key: Key[D] = Key(self.app, self.collection, mark.place[-1])
        (document,) = await self.store.get([key])
        if document is None or not self.matches(document.data):
            return []
        is_there = document.data.get(self.order) == mark.place[0]
        return [document] if is_there else []

    def _behind(self, found: Sequence[Document[D]], mark: Mark | None, *, back: bool) -> str | None:
        """How to go back from where the page was come to."""
        if mark is None:
            return None
        if not found:
            return self._cursor(Mark(mark.place, not mark.includes), back=not back)
        nearest = found[-1] if back else found[0]
        return self._cursor(Mark(self._place(nearest)), back=not back)

    async def _named(self, key: Key[D]) -> list[D]:
        (document,) = await self.store.get([key])
        found = document is not None and self.matches(document.data)
        return [document.data] if document is not None and found else []

    def _cursor(self, mark: Mark, *, back: bool) -> str:
        return cursors.encoded(self._order, "prev" if back else "next", mark)

    @property
    def _order(self) -> str:
        return order_name(self.collection, [Sorted(self.order, self.descending)])

    def _place(self, document: Document[D]) -> Place:
        fields: Mapping[str, Any] = document.data
        return fields[self.order], document.key.id

    def _checked(self, mark: Mark) -> Place:
        """Raises BadCursor for a place where no document of the order can stand."""
        at, id = mark.place
        below = self.low is not None and rank(at) < rank(self.low)
        above = self.high is not None and rank(at) >= rank(self.high)
        if at is None or below or above or (self.order == "id" and at != id):
            raise BadCursor("not a cursor")
        return at, id


def equal_key(equal: Equal) -> str:
    return repr(sorted(equal.items()))


class _Walk(Generic[D]):
    """The streams of a scan as one, each document once."""

    def __init__(self, scan: Scan[D], after: Place | None, *, back: bool) -> None:
        equals = [scan.equal] if isinstance(scan.equal, Mapping) else list(scan.equal)
        self._descending = scan.descending != back
        self._streams = [
            Stream(
                scan.store,
                scan.collection,
                scan.app,
                equal,
                scan.order,
                self._descending,
                after,
                scan.low,
                scan.high,
                None if back or after is not None else scan.known.get(equal_key(equal)),
            )
            for equal in equals
        ]
        self._left = min(scan.most or _SCANNED_MOST, _SCANNED_MOST)
        self._spread = len(equals) if scan.is_spread else 1

    async def next(self, wanted: int) -> Document[D] | None:
        """None at the end, or where enough was looked through."""
        if not await self._fetch(wanted):
            return None
        ahead = [stream for stream in self._streams if stream.head is not None]
        if not ahead:
            return None
        choose = max if self._descending else min
        first = choose(ahead, key=lambda stream: stream.rank_of_head).take()
        for stream in ahead:
            if stream.head is not None and stream.head.key.id == first.key.id:
                stream.take()
        return first

    @property
    def is_at_end(self) -> bool:
        return all(stream.is_at_end for stream in self._streams)

    async def _fetch(self, wanted: int) -> bool:
        """False where that would be more than is looked through."""
        while empty := [stream for stream in self._streams if stream.needs_more]:
            if self._left <= 0:
                return False
            share = max(1, self._left // len(empty))
            hoped = wanted if self._spread == 1 else 2 * wanted // self._spread + 2
            await asyncio.gather(*(each.fetch(_size(each, hoped, share)) for each in empty))
            self._left -= sum(max(1, len(stream.buffer)) for stream in empty)
        return True


def _size(stream: Stream[Any], wanted: int, share: int) -> int:
    """Where nearly all match, which is the usual case, no more is read than is shown."""
    return min(share, _PAGE if stream.has_begun else min(wanted, _PAGE))
