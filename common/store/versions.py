"""Documents that outlive releases: each carries the version of its shape, and is read in the last.

A document of an older version is upgraded as it is read, and rewritten in its new shape when it is
next put whole. So an upgrade meets documents of which newer code has set single fields already: it
fills what is missing, renames what still has its old name, and leaves the rest alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from common.store.store import (
    Collection,
    Create,
    D,
    Damaged,
    Data,
    Document,
    Key,
    Page,
    Place,
    Put,
    Store,
    Write,
)

if TYPE_CHECKING:
    from common.queue.messages import Outgoing

Upgrade = Callable[[Data], None]
"""Changes a document of one version into one of the next, in place."""

FIELD = "schema"
"""Only in what is stored: nobody above this module sees it. Documents without it are of version 1,
as the first release wrote them.
"""


class VersionedStore:
    """`upgrades` has, for each collection whose shape has changed, a step for each change."""

    def __init__(self, store: Store, upgrades: Mapping[str, Sequence[Upgrade]]) -> None:
        self._store = store
        self._upgrades = upgrades

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._store.get(keys)
        damaged: list[Key[Any]] = []
        for document in found:
            if document is not None:
                self._upgrade(document, damaged)
        if damaged:
            raise Damaged(damaged)
        return found

    async def query(
        self,
        collection: Collection[D],
        *,
        app: str | None,
        equal: Mapping[str, Any] | None = None,
        order: str = "id",
        descending: bool = False,
        low: Any = None,
        high: Any = None,
        limit: int = 100,
        cursor: str | None = None,
        after: Place | None = None,
    ) -> Page[D]:
        damaged: list[Key[Any]] = []
        query = self._store.query(
            collection,
            app=app,
            equal=equal,
            order=order,
            descending=descending,
            low=low,
            high=high,
            limit=limit,
            cursor=cursor,
            after=after,
        )
        try:
            page = await query
        except Damaged as error:
            if error.page is None:
                raise
            damaged += error.keys
            page = error.page
        readable = [document for document in page.documents if self._upgrade(document, damaged)]
        page = Page(readable, page.cursor)
        if damaged:
            raise Damaged(damaged, page)
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        await self._store.commit(map(self._stamped, writes), messages)

    def close(self) -> None:
        self._store.close()

    def _upgrade(self, document: Document[Any], damaged: list[Key[Any]]) -> bool:
        """False for what has no shape of any release; its key is then among the damaged."""
        steps = self._upgrades.get(document.key.collection, ())
        try:
            for step in steps[document.data.pop(FIELD, 1) - 1 :]:
                step(document.data)
        except Exception:
            damaged.append(document.key)
            return False
        return True

    def _stamped(self, write: Write) -> Write:
        """Single fields say nothing of the whole document's shape, so an update stamps nothing."""
        if isinstance(write, Create):
            return Create(write.key, self._versioned(write))
        if isinstance(write, Put):
            return Put(write.key, self._versioned(write), write.version)
        return write

    def _versioned(self, write: Create[Any] | Put[Any]) -> Data:
        version = len(self._upgrades.get(write.key.collection, ())) + 1
        return {**write.data, FIELD: version}
