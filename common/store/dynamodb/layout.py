"""Where documents and index entries lie in the one table.

A document's partition is its app and collection, and, except for `listed` collections, one of
SHARDS by its id: a partition takes 1,000 writes a second. So all documents of a collection can be
read in order of their ids from the table itself, as of now: in one query or in SHARDS of them.

An index of the members of a list is no secondary one, which has one entry a document: its entries
lie in the table itself, in a partition for each member, written in the transaction that writes
their document.

A table has at most 20 secondary indexes, so collections share them: the n-th Index that is declared
for a collection is the secondary index n, whose two keys a document has only where it is found by
that Index. Whoever inserts an Index before others of its collection has all documents to rewrite.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from math import isfinite
from typing import Any
from zlib import crc32

import orjson

from common.store.dynamodb.sorting import fitted, joined, sortable
from common.store.shapes import is_comparable
from common.store.store import Data, Index, Key

SHARDS = 16
PARTITION, SORT = "pk", "sk"
OF_PARTITION, OF_SORT = "op", "os"
"""In an entry of a list's member: the keys of its document."""
ID = "id"
"""Only where the sort key does not hold all of it."""

_MAX_PARTITION_BYTES = 2048
_DIGEST_BYTES = 12
_START = "="


class Layout:
    def __init__(self, indexes: Sequence[Index], listed: Iterable[str] = ()) -> None:
        self._listed = frozenset(listed)
        self._indexes: dict[str, list[Index]] = defaultdict(list)
        self._listing: dict[str, list[Index]] = defaultdict(list)
        for index in indexes:
            (self._listing if index.each else self._indexes)[index.collection].append(index)

    @property
    def slots(self) -> int:
        return max(map(len, self._indexes.values()), default=0)

    def slot(self, index: Index) -> int:
        return self._indexes[index.collection].index(index)

    def partitions(self, app: str, collection: str) -> list[str]:
        if collection in self._listed:
            return [_partition(app, collection)]
        return [_partition(app, collection, shard) for shard in range(SHARDS)]

    def primary(self, key: Key) -> dict[str, str]:
        """Raises ValueError for what no key can hold."""
        sort = sort_key(key.id)
        shard = () if key.collection in self._listed else (crc32(key.id.encode()) % SHARDS,)
        return {PARTITION: _partition(key.app, key.collection, *shard), SORT: sort}

    def entries(self, key: Key, data: Data) -> dict[str, str]:
        """The keys of all secondary indexes that the document is in."""
        entries: dict[str, str] = {}
        for slot, index in enumerate(self._indexes.get(key.collection, ())):
            entries |= _entry(slot, index, key, data)
        return entries

    def has_members(self, collection: str) -> bool:
        return collection in self._listing

    def members(self, key: Key, data: Data | None) -> set[tuple[str, str]]:
        """The keys of the document's entries, one for each member of a list that is indexed."""
        if data is None:
            return set()
        return {
            (member_partition(index, key.app, member), joined(data[index.order], key.id))
            for index in self._listing.get(key.collection, ())
            if _is_indexed(data.get(index.order))
            for member in _texts(data.get(index.each or ""))
        }

    def attributes(self, key: Key, data: Data) -> dict[str, str]:
        primary = self.primary(key)
        cut = {} if primary[SORT] == _START + key.id else {ID: key.id}
        return {**primary, **cut, **self.entries(key, data)}


def index_name(slot: int) -> str:
    return f"index-{slot}"


def index_keys(slot: int) -> tuple[str, str]:
    """The names of the attributes for partition and order."""
    return f"p{slot}", f"s{slot}"


def place_keys(slot: int, index: Index, at: Any, id: str) -> dict[str, str]:
    """The sort key of a document at a place within an app."""
    ties = [id] if index.order != "id" else []
    return {index_keys(slot)[1]: joined(at, *ties)}


def index_partition(index: Index, app: str | None, equal: Mapping[str, Any]) -> str:
    parts = [index.collection, index.order, app, *_equalities(equal)]
    digest = blake2b(orjson.dumps(parts), digest_size=_DIGEST_BYTES).digest()
    return urlsafe_b64encode(digest).decode()


def member_partition(index: Index, app: str | None, member: Any) -> str:
    """Of what lies in the table itself, beside the documents."""
    return index_partition(index, app, {index.each or "": member})


def sort_key(id: str) -> str:
    """Raises ValueError for half a surrogate pair."""
    return fitted(_START + id)


def key_of(item: Mapping[str, str]) -> Key:
    app, collection, *_ = orjson.loads(item[PARTITION])
    id = item[ID] if ID in item else item[SORT].removeprefix(_START)
    return Key(app, collection, id)


def _partition(*parts: str | int) -> str:
    try:
        name = orjson.dumps(parts)
    except TypeError as error:
        raise ValueError(str(error)) from error
    if len(name) > _MAX_PARTITION_BYTES:
        raise ValueError("the app's name is too long")
    return name.decode()


def _entry(slot: int, index: Index, key: Key, data: Data) -> dict[str, str]:
    at: Any = key.id if index.order == "id" else data.get(index.order)
    equal = {field: data.get(field) for field in index.equal}
    if not all(map(_is_indexed, (at, *equal.values()))):
        return {}
    app = None if index.across_apps else key.app
    ties = [key.id] if index.order != "id" else []
    if index.across_apps:
        ties.append(key.app)
    partition, sort = index_keys(slot)
    return {partition: index_partition(index, app, equal), sort: joined(at, *ties)}


def _texts(members: Any) -> Iterator[str]:
    for each in members if isinstance(members, list) else ():
        if isinstance(each, str):
            yield each


def _is_indexed(value: Any) -> bool:
    return is_comparable(value) and (not isinstance(value, float) or isfinite(value))


def _equalities(equal: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """True is not 1, but 1.0 is."""
    for field, value in sorted(equal.items()):
        yield field, str(value) if isinstance(value, bool) else sortable(value)
