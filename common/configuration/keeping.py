"""The store of the use cases: where items are written, and what follows from it is kept.

What is kept of an item (`kept.py`) is written in the commit that changes the item, with the counts
that change by it, so that no use case can forget it; so are the figures of a day (`figures.py`).
Terms are in what is stored only: nobody above this module sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configurations
from common.domain.item import ITEMS
from common.domain.queue_terms import TERMS
from common.store.store import Collection, D, Damaged, Document, Key, Page, Store, Write

if TYPE_CHECKING:
    from common.queue.messages import Outgoing

COUNTED = frozenset({"appeal", "authority_order", "complainant", "flag", "reporter", "statement"})
"""The collections of which there are figures."""


class KeepingStore:
    def __init__(self, store: Store, configurations: Configurations) -> None:
        self._store = store
        self._configurations = configurations
        self.close = store.close

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._store.get(keys)
        for document in found:
            if document is not None:
                _hide(document)
        return found

    async def query(self, collection: Collection[D], **asked: Any) -> Page[D]:
        try:
            page = await self._store.query(collection, **asked)
        except Damaged as error:
            if error.page is not None:
                _hide_all(error.page)
            raise
        _hide_all(page)
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        """Raises Conflict as well where what is kept depends on more than was read, and ValueError
        for a write of an item that does not say what it was.
        """
        writes = [*writes]
        is_counted = any(write.key.collection in COUNTED for write in writes)
        if any(write.key.collection == ITEMS for write in writes):
            # Many functions write no item: what looks at them is not loaded there.
            from common.configuration.item_writes import kept_writes

            writes = await kept_writes(writes, self._configurations)
        if is_counted:
            from common.configuration.figures import figure_writes

            writes = await figure_writes(writes, self._configurations)
        await self._store.commit(writes, messages)


def _hide_all(page: Page[Any]) -> None:
    for document in page.documents:
        _hide(document)


def _hide(document: Document[Any]) -> None:
    if document.key.collection == ITEMS:
        document.data.pop(TERMS, None)
