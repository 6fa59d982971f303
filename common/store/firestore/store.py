"""The store in Google's Firestore.

Import it only where it is used: the official client takes a third of a second to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from common.store.cursors import encode_cursor
from common.store.firestore.client import Calls, ConditionFailed
from common.store.firestore.names import ID_FIELD, Names, decoded_key, encoded_field
from common.store.firestore.queries import position_of, structured_query
from common.store.firestore.values import decoded_fields
from common.store.firestore.writes import is_conditioned, version_of, write_messages
from common.store.reading import Reading
from common.store.shapes import QueryShape, Shapes, check_query
from common.store.store import (
    Collection,
    Conflict,
    D,
    Document,
    Index,
    Key,
    Page,
    Place,
    StoreError,
    Unavailable,
    Write,
)
from common.store.writes import check_commit, check_conditions


class FirestoreStore:
    """Safe to use from several threads and event loops at once. Connects on first use, to the
    emulator where FIRESTORE_EMULATOR_HOST says so.

    Documents of more than 1 MiB raise ValueError. A document that is written more than about once
    a second for long slows its writers down; what waits longer than some seconds is Unavailable,
    and may have been written if the answer is what failed to come.
    """

    def __init__(self, project: str, database: str, indexes: Sequence[Index]) -> None:
        if not project:
            raise ValueError("Firestore needs the name of a project")
        self._names = Names(project, database)
        self._shapes = Shapes(indexes)
        self._calls = Calls(self._names)

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        if not keys:
            return []
        names = [self._names.document(key) for key in keys]
        found = await self._calls.get(list(dict.fromkeys(names)))
        reading = Reading()
        documents = [
            _document(reading, found[name], key) if name in found else None
            for name, key in zip(names, keys, strict=True)
        ]
        reading.check()
        return documents

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
        # One document more than the page tells whether there is another page.
        query = structured_query(shape, self._names, limit + 1, cursor, after, index.each)
        parent = self._names.root if app is None else self._names.app(app)
        found = await self._calls.query(parent, query)
        reading = Reading()
        documents = [_document(reading, each, _key(each)) for each in found[:limit]]
        if len(found) <= limit:
            return reading.page(documents, None)
        last = _place(shape, found[limit - 1])
        return reading.page(documents, encode_cursor(shape, position_of(shape, last)))

    async def commit(self, writes: Iterable[Write]) -> None:
        writes = list(writes)
        check_commit(writes)
        messages = write_messages(writes, self._names)
        if not messages:
            return
        try:
            await self._calls.commit(messages)
        except ConditionFailed as failure:
            raise await self._refusal(writes, failure) from failure

    def close(self) -> None:
        self._calls.close()

    async def _refusal(self, writes: Sequence[Write], failure: ConditionFailed) -> StoreError:
        """Looks again only where several conditions may have failed."""
        conditioned = [write for write in writes if is_conditioned(write)]
        if not conditioned:
            return Unavailable(str(failure))
        if len(conditioned) > 1:
            with suppress(Unavailable):
                return await self._conflict(conditioned)
        return Conflict(conditioned[0].key)

    async def _conflict(self, writes: Sequence[Write]) -> Conflict:
        """The first whose condition does not hold now; what has changed meanwhile is in doubt."""
        names = [self._names.document(write.key) for write in writes]
        found = await self._calls.get(names, fields=["__name__"])
        for write, name in zip(writes, names, strict=True):
            version = version_of(found[name].update_time) if name in found else None
            try:
                check_conditions(write, version)
            except Conflict as conflict:
                return conflict
        return Conflict(writes[0].key)


def _key(message: Any) -> Key[Any]:
    return decoded_key(message.name, message.fields[ID_FIELD].string_value)


def _place(shape: QueryShape, message: Any) -> Document[Any]:
    """What of a document says where it stands, also where the rest of it cannot be decoded."""
    name = encoded_field(shape.order)
    fields = {name: message.fields[name]} if name in message.fields else {}
    return Document(_key(message), decoded_fields(fields), 0)


def _document(reading: Reading, message: Any, key: Key[Any]) -> Document[Any] | None:
    version = version_of(message.update_time)
    return reading.document(key, version, decoded_fields, message.fields)
