"""The store of the use cases: where items are written, and what follows from it is kept.

What is kept of an item (`kept.py`) is written in the commit that changes the item, with the counts
that change by it, so that no use case can forget it. Terms are in what is stored only: nobody above
this module sees them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from common.configuration.configuration import Configurations
from common.configuration.kept import kept
from common.configuration.listing import listed
from common.configuration.queue_views import views_of
from common.domain.desk_day import arrived
from common.domain.item import ITEMS, Item
from common.domain.queue import counts_key
from common.domain.queue_terms import TERMS
from common.domain.rule_vote import votes_key
from common.domain.settings import lists_content
from common.queue.messages import Outgoing
from common.store.store import Collection, D, Damaged, Document, Key, Page, Store, Update, Write


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
        if any(write.key.collection == ITEMS for write in writes):
            writes = await self._kept(writes)
        await self._store.commit(writes, messages)

    async def _kept(self, writes: Sequence[Write]) -> list[Write]:
        changes: Counter[tuple[str, str, str]] = Counter()
        votes: Counter[tuple[Key[dict[str, int]], str]] = Counter()
        arrivals: dict[str, list[Item]] = {}
        found: list[Write] = []
        for write in writes:
            if write.key.collection != ITEMS:
                found.append(write)
                continue
            app, shard = write.key.app, write.key.id[0]
            configuration = await self._configurations.of(app)
            one = kept(write, views_of(configuration))
            if one.write is not None:
                are_listed = lists_content(configuration.settings)
                found.append(listed(one.write) if are_listed else one.write)
            if one.arrived is not None:
                arrivals.setdefault(app, []).append(one.arrived)
            changes.update((app, shard, name) for name in one.after)
            changes.subtract((app, shard, name) for name in one.before)
            for (day, name), change in one.votes.items():
                votes[votes_key(app, day, write.key.id), name] += change
        came = (each for app, items in arrivals.items() for each in arrived(app, items))
        return [*found, *_counting(changes), *_incrementing(votes), *came]


def _hide_all(page: Page[Any]) -> None:
    for document in page.documents:
        _hide(document)


def _hide(document: Document[Any]) -> None:
    if document.key.collection == ITEMS:
        document.data.pop(TERMS, None)


def _counting(changes: Mapping[tuple[str, str, str], int]) -> list[Write]:
    keyed = {(counts_key(app, shard), name): n for (app, shard, name), n in changes.items()}
    return _incrementing(keyed)


def _incrementing(changes: Mapping[tuple[Key[Any], str], int]) -> list[Write]:
    by_document: dict[Key[Any], dict[str, int]] = {}
    for (key, name), change in changes.items():
        if change:
            by_document.setdefault(key, {})[name] = change
    return [
        Update(key, increment=increments, upsert=True) for key, increments in by_document.items()
    ]
