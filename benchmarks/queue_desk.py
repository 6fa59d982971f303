"""Where a moderator turns the pages of a long queue, and which pages there are to turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.queue_store import APP, CREATOR, RARE, RARE_FLAGS, middle
from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.keeping import KeepingStore
from common.configuration.opening import open_backends
from common.domain.item import ITEMS
from common.moderation.filtering.cursors import Mark, encoded
from common.moderation.filtering.paging import Asked, order_name
from common.moderation.filtering.sorting import Sorted
from common.moderation.review import queue
from common.queue.messages import Outgoing
from common.settings import Settings
from common.store.store import Collection, D, Document, Key, Page, Store, Write
from common.views.stream_items import item_answer

PAGE = 25
FILTERS: Mapping[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "none": ({}, {}),
    "reviewed": ({"reviewed": False}, {"queue_reviewed": False}),
    "entity_type": ({"entity_type": "post"}, {"entity_type": "post"}),
    "entity_creator_id": ({"entity_creator_id": CREATOR}, {"creator_id": CREATOR}),
    "config_key": ({"config_key": RARE}, {}),
    "flags_count": ({"flags_count": RARE_FLAGS + 1}, {}),
}
"""As they are asked for, and as they are looked up."""
ORDERS = {"created_at": "queue_created_at", "updated_at": "queue_updated_at", "id": "queue_id"}
INDEXED = ("none", "reviewed", "entity_type", "entity_creator_id")
_DEEP_PAGES = 20


class WatchedStore:
    """Counts the calls that read, and the documents that they brought."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.calls = self.documents = self.scanned = 0

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._store.get(keys)
        self.calls += 1
        self.documents += len(found)
        return found

    async def query(self, collection: Collection[D], **shape: Any) -> Page[D]:
        page = await self._store.query(collection, **shape)
        self.calls += 1
        self.documents += len(page.documents)
        self.scanned += len(page.documents)
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        await self._store.commit(writes, messages)

    def close(self) -> None:
        self._store.close()

    def reset(self) -> None:
        self.calls = self.documents = self.scanned = 0


class Desk:
    """Where a moderator turns the pages of a queue of so many items."""

    def __init__(self, folder: Path, items: int) -> None:
        self.items = items
        self._settings = Settings(data=folder)
        store, self._messages, _ = open_backends(self._settings)
        self.store = WatchedStore(store)
        self._context = self._new_context()

    async def page(self, turn: Turn, cursor: str | None) -> queue.Found:
        found = await queue.query(self._context, APP, Asked(turn.filter, turn.sort, PAGE, cursor))
        for review_item in found.review_items:
            item_answer(review_item, 0)
        return found

    async def stats(self) -> queue.Stats:
        """Counted, not remembered."""
        return await queue.stats(self._new_context(), APP, 1)

    def close(self) -> None:
        self._context.close()

    def _new_context(self) -> Context:
        configurations = Configurations(self.store, self._settings.config_ttl)
        store = KeepingStore(self.store, configurations)
        return Context(self._settings, store, self._messages, configurations)


@dataclass(frozen=True, slots=True)
class Turn:
    """Which pages: of what, in which order, and whether from the middle of the queue on."""

    name: str
    order: str
    descending: bool
    deep: bool

    @property
    def filter(self) -> dict[str, Any]:
        return FILTERS[self.name][0]

    @property
    def sort(self) -> list[dict[str, Any]]:
        return [{"field": self.order, "direction": -1 if self.descending else 1}]

    def __str__(self) -> str:
        depth = "deep" if self.deep else "first"
        return f"{self.name}, {self.order} {'down' if self.descending else 'up'}, {depth}"

    async def cursors(self, desk: Desk) -> list[str | None]:
        if not self.deep:
            return [None]
        cursor: str | None = self._middle(desk.items)
        found: list[str | None] = []
        while cursor and len(found) < _DEEP_PAGES:
            found.append(cursor)
            cursor = (await desk.page(self, cursor)).next
        # The last page is not a whole one.
        return found[:-1] or found

    def _middle(self, items: int) -> str:
        """As the queue makes one. Following `next` from the first page leads here too, after
        thousands of calls.
        """
        order = ORDERS[self.order]
        name = order_name(ITEMS, [Sorted(order, self.descending)])
        at = middle(order, items)
        return encoded(name, "next", Mark((at, at if order == "queue_id" else "")))


TURNS = [
    Turn(name, order, descending, deep)
    for name, order, descending, deep in product(INDEXED, ORDERS, (True, False), (False, True))
]
