"""One query's documents as a stream, fetched page by page as they are taken."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any, Generic

from common.moderation.filtering.paging import rank
from common.store.store import Collection, D, Document, Page, Place, Store


class Stream(Generic[D]):
    def __init__(
        self,
        store: Store,
        collection: Collection[D],
        app: str,
        equal: Mapping[str, str | bool],
        order: str,
        descending: bool,
        after: Place | None,
        low: Any = None,
        high: Any = None,
        first: Page[D] | None = None,
    ) -> None:
        """`first` is its first page, where somebody has looked already."""
        self._store = store
        self._collection = collection
        self._app = app
        self._equal = equal
        self._order = order
        self._descending = descending
        self._after = after
        self._low = low
        self._high = high
        self._first = first
        self._cursor: str | None = None
        self._is_last = False
        self.has_begun = False
        self.buffer: deque[Document[D]] = deque()

    @property
    def head(self) -> Document[D] | None:
        return self.buffer[0] if self.buffer else None

    @property
    def rank_of_head(self) -> tuple[Any, ...]:
        head = self.buffer[0]
        fields: Mapping[str, Any] = head.data
        return rank(fields[self._order]), head.key.id

    @property
    def needs_more(self) -> bool:
        return not self.buffer and not self._is_last

    @property
    def is_at_end(self) -> bool:
        return not self.buffer and self._is_last

    def take(self) -> Document[D]:
        return self.buffer.popleft()

    async def fetch(self, limit: int) -> None:
        """A page of a cloud's store may be short, or empty, although others follow."""
        page, self._first = self._first or await self._page(limit), None
        self.has_begun = True
        self.buffer.extend(page.documents)
        self._cursor = page.cursor
        self._is_last = page.cursor is None

    async def _page(self, limit: int) -> Page[D]:
        return await self._store.query(
            self._collection,
            app=self._app,
            equal=self._equal,
            order=self._order,
            descending=self._descending,
            low=self._low,
            high=self._high,
            limit=limit,
            cursor=self._cursor,
            after=None if self._cursor else self._after,
        )
