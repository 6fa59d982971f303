"""Documents as DynamoDB's items, and writes as its requests.

An item holds its document as one JSON text: whatever JSON can hold comes back as it was, while
DynamoDB's numbers would lose the difference between 1 and 1.0 and any number beyond 1e126. Beside
it stand the keys, the version, and the keys of the secondary indexes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

from common.store.dynamodb.layout import OF_PARTITION, OF_SORT, PARTITION, SORT, Layout, key_of
from common.store.reading import Reading
from common.store.store import (
    Create,
    Data,
    Delete,
    Document,
    Key,
    Put,
    TooLarge,
    Update,
    Version,
    Write,
)
from common.store.writes import check_conditions, encoded, updated

MAX_ITEM_BYTES = 400 * 1024
MAX_COMMIT_BYTES = 4 * 1024 * 1024
VERSION, DATA = "v", "data"

_MISSING = f"attribute_not_exists({PARTITION})"
_UNCHANGED = f"{VERSION} = :v"

Attributes = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Request:
    """`fields` are the same in a transaction and alone, but for the table's name."""

    kind: Literal["Put", "Delete"]
    fields: dict[str, Any]
    size: int

    @property
    def is_conditioned(self) -> bool:
        return "ConditionExpression" in self.fields


class Requests:
    """Of one commit, whose documents all get `version`."""

    def __init__(self, layout: Layout, version: str) -> None:
        self._layout = layout
        self._version = version

    def all_of(
        self, writes: Sequence[Write], known: Mapping[Key, Document | None]
    ) -> list[Request]:
        """One for each write, in their order, and then the entries of lists' members: what comes
        before what goes. `known` are the documents of all that `needs_known`. Raises Conflict, and
        TooLarge for what DynamoDB cannot hold.
        """
        requests = [self._request(write, known.get(write.key)) for write in writes]
        requests += self._entries(writes, known)
        if sum(request.size for request in requests) > MAX_COMMIT_BYTES:
            raise TooLarge(f"a commit may have at most {MAX_COMMIT_BYTES:,} bytes")
        return requests

    def needs_known(self, write: Write) -> bool:
        """Whether what the document is now decides what is written."""
        if isinstance(write, Create):
            return False
        return isinstance(write, Update) or self._layout.has_members(write.key.collection)

    def _request(self, write: Write, known: Document | None) -> Request:
        match write:
            case Create():
                return self._put(write.key, write.data, {"ConditionExpression": _MISSING})
            case Update():
                return self._update(write, known)
        condition = _condition(write.version)
        if self._layout.has_members(write.key.collection):
            # Entries are told from what is there now, so that has to be there still.
            check_conditions(write, None if known is None else known.version)
            condition = {"ConditionExpression": _MISSING}
            if known is not None:
                condition = _condition(known.version)
        if isinstance(write, Put):
            return self._put(write.key, write.data, condition)
        key = self._layout.primary(write.key)
        return Request("Delete", {"Key": typed(key), **condition}, size_of(key))

    def _entries(
        self, writes: Sequence[Write], known: Mapping[Key, Document | None]
    ) -> list[Request]:
        puts: list[Request] = []
        deletes: list[Request] = []
        for write in writes:
            if not self._layout.has_members(write.key.collection):
                continue
            document = None if isinstance(write, Create) else known.get(write.key)
            before = self._layout.members(write.key, document.data if document else None)
            after = self._layout.members(write.key, _after(write, document))
            primary = self._layout.primary(write.key)
            place = {OF_PARTITION: primary[PARTITION], OF_SORT: primary[SORT]}
            for partition, sort in sorted(after - before):
                item = {PARTITION: partition, SORT: sort, **place}
                puts.append(Request("Put", {"Item": typed(item)}, size_of(item)))
            for partition, sort in sorted(before - after):
                key = {PARTITION: partition, SORT: sort}
                deletes.append(Request("Delete", {"Key": typed(key)}, size_of(key)))
        return [*puts, *deletes]

    def _update(self, write: Update, known: Document | None) -> Request:
        check_conditions(write, None if known is None else known.version)
        if known is None:
            return self._put(write.key, updated({}, write), {"ConditionExpression": _MISSING})
        return self._put(write.key, updated(known.data, write), _condition(known.version))

    def _put(self, key: Key, data: Data, condition: dict[str, Any]) -> Request:
        item = item_of(self._layout, key, data, self._version)
        size = size_of(item)
        if size > MAX_ITEM_BYTES:
            raise TooLarge(f"{key.collection}: more than {MAX_ITEM_BYTES:,} bytes")
        return Request("Put", {"Item": typed(item), **condition}, size)


def _after(write: Write, known: Document | None) -> Data | None:
    match write:
        case Delete():
            return None
        case Update():
            return updated(known.data if known is not None else {}, write)
        case Create() | Put():
            data: Data = write.data
            return data


def item_of(layout: Layout, key: Key, data: Data, version: str) -> dict[str, str]:
    return {**layout.attributes(key, data), VERSION: version, DATA: encoded(data)}


def document_of(reading: Reading, item: Mapping[str, str]) -> Document | None:
    return reading.document(key_of(item), item.get(VERSION, ""), _data_of, item)


def _data_of(item: Mapping[str, str]) -> Data:
    data: Data = orjson.loads(item[DATA])
    return data


def typed(fields: Mapping[str, str]) -> Attributes:
    return {name: {"S": text} for name, text in fields.items()}


def plain(item: Attributes) -> dict[str, str]:
    """Attributes of other types are not Gavel's own."""
    return {name: value["S"] for name, value in item.items() if "S" in value}


def _condition(version: Version | None) -> dict[str, Any]:
    if version is None:
        return {}
    return {
        "ConditionExpression": _UNCHANGED,
        "ExpressionAttributeValues": {":v": {"S": str(version)}},
    }


def size_of(fields: Mapping[str, str]) -> int:
    """As DynamoDB counts it: names and values."""
    return sum(len(name) + len(text.encode()) for name, text in fields.items())
