"""The store in Amazon's DynamoDB.

Import it only where it is used: the official client takes a tenth of a second.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from common.store.cursors import encode_cursor
from common.store.dynamodb.client import Calls, ConditionsFailed
from common.store.dynamodb.items import Request, Requests, document_of, plain, typed
from common.store.dynamodb.layout import (
    OF_PARTITION,
    OF_SORT,
    PARTITION,
    SORT,
    Layout,
    index_keys,
    member_partition,
    place_keys,
    sort_key,
)
from common.store.dynamodb.locks import Locks
from common.store.dynamodb.queries import (
    Start,
    id_query,
    index_query,
    is_empty,
    member_query,
    start_of,
)
from common.store.dynamodb.sorting import joined
from common.store.reading import Reading
from common.store.shapes import QueryShape, Shapes, check_query, is_by_id
from common.store.store import (
    Collection,
    Conflict,
    Create,
    D,
    Document,
    Index,
    Key,
    Page,
    Place,
    Unavailable,
    Update,
    Write,
)
from common.store.writes import MAX_WRITES, check_commit

_CONTENTION_SECONDS = 10.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.5
_TOKEN_BYTES = 12

Item = dict[str, str]


class DynamoDbStore:
    """Safe to use from several threads and event loops at once. Connects on first use, to where
    AWS_ENDPOINT_URL says if it is set.

    An update reads the document, computes the new one and puts it at the version read, again and
    again while others were faster: the keys of indexes come from several fields at once, and no
    repetition after a lost answer counts twice. What waits longer than some seconds is Unavailable,
    and may have been written if the answer is what failed to come.

    Documents are read as of now. Indexes follow within milliseconds: a query may miss what was
    written just before, finds nothing that no longer belongs there, and a page may then be short
    although others follow. Sorted by id everything is found at once.
    Documents of more than 400 KiB raise ValueError.
    """

    def __init__(self, table: str, indexes: Sequence[Index], listed: Iterable[str] = ()) -> None:
        """Collections in `listed` have few documents and are often read whole."""
        self._shapes = Shapes(indexes)
        self._layout = Layout(indexes, listed)
        self._calls = Calls(table)
        self._locks = Locks()

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._found(keys)
        return [found.get(key) for key in keys]

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
        shape = QueryShape(collection, app, equal or {}, order, descending, low, high)
        check_query(shape, limit, after)
        index = self._shapes.index(shape)
        if index.each:
            return await self._by_members(shape, index, limit, cursor, after)
        if is_by_id(index):
            start = start_of(shape, cursor, (SORT,))
            if after is not None:
                start = {SORT: sort_key(after[1])}
            return await self._by_id(shape, limit, start)
        return await self._by_index(shape, index, limit, cursor, after)

    async def commit(self, writes: Iterable[Write]) -> None:
        writes = list(writes)
        check_commit(writes)
        if not writes:
            return
        counted = [each for each in writes if isinstance(each, Update) and each.version is None]
        async with self._locks.of(each.key for each in counted):
            await self._commit(writes)

    def close(self) -> None:
        self._calls.close()

    async def _commit(self, writes: Sequence[Write]) -> None:
        needs_known = Requests(self._layout, "").needs_known
        read = [write.key for write in writes if needs_known(write)]
        deadline = time.monotonic() + _CONTENTION_SECONDS
        longest = _FIRST_PAUSE
        while time.monotonic() < deadline:
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            requests = Requests(self._layout, token).all_of(writes, await self._found(read))
            try:
                return await self._calls.commit(await self._fitting(requests, writes), token)
            except ConditionsFailed as failure:
                failed = [writes[position] for position in failure.positions]
                asked = [write for write in failed if _is_asked(write)]
                if asked:
                    raise Conflict(asked[0].key) from failure
            await asyncio.sleep(random.uniform(0, longest))
            longest = min(2 * longest, _LONGEST_PAUSE)
        raise Unavailable(f"{read[0].collection}: others were always faster")

    async def _fitting(self, requests: list[Request], writes: Sequence[Write]) -> list[Request]:
        """What a transaction has place for. An entry that leads nowhere is passed over by whoever
        reads it, so entries may come before their document, and need not go with it.
        """
        needed = [each for each in requests[len(writes) :] if each.kind == "Put"]
        room = MAX_WRITES - len(writes)
        early = needed[room:]
        await asyncio.gather(
            *(self._calls.commit([each], secrets.token_urlsafe(_TOKEN_BYTES)) for each in early)
        )
        late = [each for each in requests[len(writes) :] if each.kind == "Delete"]
        return [*requests[: len(writes)], *[*needed[:room], *late][:room]]

    async def _found(self, keys: Iterable[Key[Any]]) -> dict[Key[Any], Document[Any]]:
        items = await self._items_at([self._layout.primary(key) for key in keys])
        reading = Reading()
        documents = [document_of(reading, item) for item in items.values()]
        reading.check()
        return {document.key: document for document in documents if document is not None}

    async def _by_id(self, shape: QueryShape, limit: int, start: Start | None) -> Page[Any]:
        """From the table itself: the partitions of the collection, merged."""
        if is_empty(shape):
            return Page([], None)
        assert shape.app is not None
        partitions = self._layout.partitions(shape.app, shape.collection)
        queries = [id_query(shape, partition, start) for partition in partitions]
        # One item more than the page tells whether there is another page.
        most = limit + 1 if shape.high is None else limit + 2
        found = await asyncio.gather(*(self._items(query, most) for query in queries))
        items = sorted(chain(*found), key=lambda item: item[SORT], reverse=shape.descending)
        if shape.high is not None:
            items = [item for item in items if item[SORT] != sort_key(shape.high)]
        reading = Reading()
        documents = [document_of(reading, item) for item in items[:limit]]
        return reading.page(documents, _cursor(shape, items, limit, (SORT,)))

    async def _by_index(
        self,
        shape: QueryShape,
        index: Index,
        limit: int,
        cursor: str | None,
        after: Place | None,
    ) -> Page[Any]:
        slot = self._layout.slot(index)
        names = index_keys(slot)
        position = (names[1], PARTITION, SORT)
        start = start_of(shape, cursor, position)
        if after is not None:
            start = self._start_at(shape, index, after)
        if is_empty(shape):
            return Page([], None)
        entries = await self._items(index_query(shape, index, slot, start), limit + 1)
        items = await self._items_at(entries[:limit])
        current = [items.get(_place(entry)) for entry in entries[:limit]]
        reading = Reading()
        documents = [
            document_of(reading, item)
            for entry, item in zip(entries, current, strict=False)
            if item is not None and all(item.get(name) == entry[name] for name in names)
        ]
        return reading.page(documents, _cursor(shape, entries, limit, position))

    async def _by_members(
        self,
        shape: QueryShape,
        index: Index,
        limit: int,
        cursor: str | None,
        after: Place | None,
    ) -> Page[Any]:
        """From the entries, which are read as of now too."""
        partition = member_partition(index, shape.app, shape.equal[index.each or ""])
        start = start_of(shape, cursor, (SORT,))
        if after is not None:
            start = {SORT: joined(*after)}
        if is_empty(shape):
            return Page([], None)
        query = member_query(shape, partition, start)
        entries = await self._items(query, limit + 1)
        documents_at = [(entry[OF_PARTITION], entry[OF_SORT]) for entry in entries[:limit]]
        items = await self._items_at([{PARTITION: p, SORT: s} for p, s in documents_at])
        reading = Reading()
        documents: list[Document[Any] | None] = []
        for entry, place in zip(entries, documents_at, strict=False):
            document = document_of(reading, items[place]) if place in items else None
            if document is not None and self._is_entry(document, entry):
                documents.append(document)
        return reading.page(documents, _cursor(shape, entries, limit, (SORT,)))

    def _is_entry(self, document: Document[Any], entry: Item) -> bool:
        return _place(entry) in self._layout.members(document.key, document.data)

    def _start_at(self, shape: QueryShape, index: Index, place: Place) -> Start:
        """As if a document stood there."""
        at, id = place
        key: Key[Any] = Key(shape.app or "", shape.collection, id)
        return {**place_keys(self._layout.slot(index), index, at, id), **self._layout.primary(key)}

    async def _items_at(self, places: Iterable[Item]) -> dict[tuple[str, str], Item]:
        distinct = dict.fromkeys(map(_place, places))
        keys = [typed({PARTITION: partition, SORT: sort}) for partition, sort in distinct]
        return {_place(item): item for item in map(plain, await self._calls.get(keys))}

    async def _items(self, query: Mapping[str, Any], most: int) -> list[Item]:
        found: list[Item] = []
        rest = dict(query)
        while True:
            answer = await self._calls.query(**rest, Limit=most - len(found))
            found += map(plain, answer["Items"])
            if len(found) >= most or "LastEvaluatedKey" not in answer:
                return found
            rest["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


def _is_asked(write: Write) -> bool:
    """Whether the condition is the caller's own, and not that nobody wrote in between."""
    return isinstance(write, Create) or write.version is not None


def _place(item: Item) -> tuple[str, str]:
    return item[PARTITION], item[SORT]


def _cursor(
    shape: QueryShape, items: Sequence[Item], limit: int, names: tuple[str, ...]
) -> str | None:
    if len(items) <= limit:
        return None
    last = items[limit - 1]
    return encode_cursor(shape, [last[name] for name in names])
