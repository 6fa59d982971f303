"""What is overdue, a page at a time, past whatever of it cannot be read."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from common.store.store import Collection, Damaged, DocumentStore, Page, StoreError

_PAGE = 100
_MOST = 5_000
# To come around one damaged place takes up to 130 queries.
_MOST_QUERIES = 2_000
_logger = logging.getLogger("gavel.sweep")


@dataclass(slots=True)
class Overdue:
    """Documents of all apps with `field`, a time in nanoseconds, before a time.

    A damaged document is logged and left out. Where the store cannot read a whole page, the time
    that it spans is halved until the damaged place stands alone, so that it costs only those who
    share its moment. Both ends after a bounded number of queries.
    """

    store: DocumentStore
    collection: Collection[Any]
    field: str
    equal: Mapping[str, str] | None = None
    _queries: int = 0

    async def pages(self, before: int, since: int = 0) -> AsyncIterator[Page[Any]]:
        """Raises StoreError where the store does not answer at all."""
        read = 0
        async for page in self._between(since, before):
            yield page
            read += len(page.documents)
            if read >= _MOST:
                return

    async def _between(self, low: int, high: int) -> AsyncIterator[Page[Any]]:
        cursor: str | None = None
        # A cursor belongs to its query, whose bounds therefore stay.
        reached = low
        while self._queries < _MOST_QUERIES:
            try:
                page = await self._page(low, high, cursor)
            except StoreError as error:
                if error.cause != "corrupt":
                    raise
                break
            yield page
            if page.documents:
                reached = page.documents[-1].data[self.field]
            cursor = page.cursor
            if cursor is None:
                return
        async for page in self._around(reached, high):
            yield page

    async def _around(self, low: int, high: int) -> AsyncIterator[Page[Any]]:
        if high - low <= 1:
            _logger.error("cannot read all of %s at %s %d", self.collection, self.field, low)
            for descending in (False, True):
                async for page in self._one_by_one(low, high, descending):
                    yield page
            return
        middle = (low + high) // 2
        for start, end in ((low, middle), (middle, high)):
            if self._queries < _MOST_QUERIES:
                async for page in self._between(start, end):
                    yield page

    async def _one_by_one(self, low: int, high: int, descending: bool) -> AsyncIterator[Page[Any]]:
        """Until the damaged place, from one side."""
        cursor: str | None = None
        while self._queries < _MOST_QUERIES:
            try:
                page = await self._page(low, high, cursor, 1, descending)
            except StoreError as error:
                if error.cause != "corrupt":
                    raise
                return
            yield page
            cursor = page.cursor
            if cursor is None:
                return

    async def _page(
        self, low: int, high: int, cursor: str | None, limit: int = _PAGE, descending: bool = False
    ) -> Page[Any]:
        self._queries += 1
        try:
            return await self.store.query(
                self.collection,
                app=None,
                equal=self.equal,
                order=self.field,
                descending=descending,
                low=low,
                high=high,
                limit=limit,
                cursor=cursor,
            )
        except Damaged as error:
            if error.page is None:
                raise
            _logger.error("damaged and left out: %s", error)
            return error.page
