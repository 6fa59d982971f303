"""The units that DynamoDB charges for what a store is asked, from its own layout of documents.

A read unit is 4 KB read as of now or 8 KB of an index, a write unit 1 KB. In a transaction a write
of the table counts twice, and so does one that is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from common.domain.indexes import INDEXES, LISTED
from common.queue.messages import Outgoing
from common.store.dynamodb.items import Requests, item_of, size_of
from common.store.dynamodb.layout import SHARDS, Layout, index_keys
from common.store.store import Collection, Conflict, D, Document, Key, Page, Store, Write

_LAYOUT = Layout(INDEXES, LISTED)
_READ_BYTES, _WRITE_BYTES = 4096, 1024
_VERSION = "0" * 16
# The keys of table and index, about; an index holds nothing else.
_ENTRY_BYTES = 250


@dataclass(slots=True)
class Capacity:
    reads: float = 0.0
    writes: int = 0

    def reset(self) -> None:
        self.reads, self.writes = 0.0, 0


class MeteredStore:
    def __init__(self, store: Store, capacity: Capacity) -> None:
        self._store = store
        self._capacity = capacity

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._store.get(keys)
        self._capacity.reads += sum(map(_read_units, dict(zip(keys, found, strict=True)).values()))
        return found

    async def query(self, collection: Collection[D], **shape: Any) -> Page[D]:
        page = await self._store.query(collection, **shape)
        if shape.get("order", "id") == "id" and not shape.get("equal"):
            size = sum(size_of(_item(document)) for document in page.documents)
            least = 1 if collection in LISTED else SHARDS
            self._capacity.reads += max(least, ceil(size / _READ_BYTES))
        else:
            entries = len(page.documents) + (page.cursor is not None)
            self._capacity.reads += max(1, ceil(entries * _ENTRY_BYTES / _READ_BYTES)) / 2
            self._capacity.reads += sum(map(_read_units, page.documents))
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        writes = list(writes)
        keys = [write.key for write in writes]
        before = await self._store.get(keys)
        for write, document in zip(writes, before, strict=True):
            if Requests(_LAYOUT, "").needs_known(write):
                self._capacity.reads += _read_units(document)
        try:
            await self._store.commit(writes, messages)
        except Conflict:
            factor = 1 if len(writes) == 1 else 2
            self._capacity.writes += factor * sum(map(_write_units, before))
            raise
        pairs = list(zip(before, await self._store.get(keys), strict=True))
        members = sum(len(_members(old) ^ _members(new)) for old, new in pairs)
        # A transaction is dearer, and an entry of a list's member makes one.
        factor = 1 if len(writes) + members == 1 else 2
        self._capacity.writes += factor * members
        for old, new in pairs:
            table = max(_write_units(old), _write_units(new))
            self._capacity.writes += factor * table + _index_units(old, new)

    def close(self) -> None:
        self._store.close()


def _item(document: Document[Any]) -> dict[str, str]:
    return item_of(_LAYOUT, document.key, document.data, _VERSION)


def _read_units(document: Document[Any] | None) -> int:
    return 1 if document is None else ceil(size_of(_item(document)) / _READ_BYTES)


def _write_units(document: Document[Any] | None) -> int:
    return 1 if document is None else ceil(size_of(_item(document)) / _WRITE_BYTES)


def _index_units(old: Document[Any] | None, new: Document | None) -> int:
    """One for each entry that is removed or made."""
    gone, made = (set(_entries(each)) for each in (old, new))
    return len(gone ^ made)


def _members(document: Document[Any] | None) -> set[tuple[str, str]]:
    return set() if document is None else _LAYOUT.members(document.key, document.data)


def _entries(document: Document[Any] | None) -> Iterable[tuple[int, str, str]]:
    if document is None:
        return
    keys = _LAYOUT.entries(document.key, document.data)
    for slot in range(_LAYOUT.slots):
        partition, sort = index_keys(slot)
        if partition in keys:
            yield slot, keys[partition], keys[sort]
