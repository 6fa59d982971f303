"""A store and a queue that pass everything on to others and count what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from common.queue.messages import Message, Outgoing, timed
from common.queue.queue import Queue, encoded
from common.store.store import Collection, Conflict, D, Delete, Document, Key, Page, Store, Write


@dataclass(slots=True)
class Counts:
    """`gets` are documents asked for by name, found or not; `found` those that queries returned.

    `query_reads` is what Firestore charges for the queries: one for a query that finds nothing, and
    one for the document by which the store sees that there is another page. `refused` are the
    writes of commits that met a conflict. `delayed` messages are no part of `messages`.
    """

    gets: int = 0
    queries: int = 0
    found: int = 0
    query_reads: int = 0
    commits: int = 0
    writes: int = 0
    deletes: int = 0
    refused: int = 0
    messages: int = 0
    message_bytes: int = 0
    largest_message: int = 0
    delayed: int = 0

    @property
    def reads(self) -> int:
        return self.gets + self.query_reads

    def add_message(self, message: Message, delay: float) -> None:
        if delay > 0:
            self.delayed += 1
            return
        size = len(encoded(message))
        self.messages += 1
        self.message_bytes += size
        self.largest_message = max(size, self.largest_message)

    def reset(self) -> None:
        for field in fields(self):
            setattr(self, field.name, 0)


class CountingStore:
    def __init__(self, store: Store, counts: Counts) -> None:
        self._store = store
        self._counts = counts

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        self._counts.gets += len(set(keys))
        return await self._store.get(keys)

    async def query(self, collection: Collection[D], **shape: Any) -> Page[D]:
        page = await self._store.query(collection, **shape)
        found = len(page.documents)
        self._counts.queries += 1
        self._counts.found += found
        self._counts.query_reads += max(1, found + (page.cursor is not None))
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        writes, sent = list(writes), timed(messages)
        try:
            await self._store.commit(writes, sent)
        except Conflict:
            self._counts.refused += len(writes)
            raise
        deletes = sum(isinstance(write, Delete) for write in writes)
        self._counts.commits += 1
        self._counts.deletes += deletes
        self._counts.writes += len(writes) - deletes
        for each in sent:
            self._counts.add_message(each.message, each.delay)

    def close(self) -> None:
        self._store.close()


class CountingQueue:
    def __init__(self, queue: Queue, counts: Counts) -> None:
        self._queue = queue
        self._counts = counts

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        await self._queue.publish(message, delay)
        self._counts.add_message(message, delay)

    def close(self) -> None:
        self._queue.close()
