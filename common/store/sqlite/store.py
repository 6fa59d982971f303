"""The store in an SQLite file, which holds the messages of its units of work as well."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from common.queue.sqlite import table
from common.queue.sqlite.causes import cause_of
from common.sqlite.file import open_reader, open_writer, read_while_busy
from common.sqlite.group_commit import GroupCommit
from common.sqlite.presence import Presence
from common.store.cursors import Position, decode_cursor, encode_cursor
from common.store.reading import Reading
from common.store.shapes import QueryShape, Shapes, check_query, equal_of
from common.store.sqlite.batch import Unit, apply_units
from common.store.sqlite.mark import Mark
from common.store.sqlite.schema import schema
from common.store.sqlite.select import GET, select
from common.store.store import (
    Collection,
    D,
    Document,
    Index,
    Key,
    Page,
    Place,
    Unavailable,
    Write,
)
from common.store.writes import check_commit

if TYPE_CHECKING:
    from common.queue.messages import Outgoing

_Row = tuple[int, bytes]


class SqliteStore:
    """Safe to use from several threads, event loops and processes at once."""

    def __init__(self, path: Path, indexes: Sequence[Index]) -> None:
        self._shapes = Shapes(indexes)
        with _unavailable():
            writer = open_writer(path, synchronous="FULL", schema=[*schema(indexes), *table.SCHEMA])
            self._reader = open_reader(path)
            self._presence = Presence(path)
            self._mark = Mark(path, writer)
        self._reading = threading.Lock()
        self._version = 0
        self._units: GroupCommit[Unit, None] = GroupCommit(writer, self._apply, self._committed)

    # Reads run on the calling thread, on the event loop itself: they take 10 to 100 µs and never
    # wait for the writer, while a hand-over to another thread and back takes longer than that.

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        def read() -> list[_Row | None]:
            with self._reading:
                if len(keys) < 2:
                    return [self._row(key) for key in keys]
                # One moment for all of them: item and history must fit together.
                self._reader.execute("BEGIN")
                try:
                    return [self._row(key) for key in keys]
                finally:
                    self._reader.execute("COMMIT")

        with _unavailable():
            rows = await read_while_busy(read)
        reading = Reading()
        found = [
            reading.document(key, row[0], orjson.loads, row[1]) if row else None
            for key, row in zip(keys, rows, strict=True)
        ]
        reading.check()
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
        shape = QueryShape(collection, app, equal or {}, order, descending, low, high)
        check_query(shape, limit, after)
        index = self._shapes.index(shape)
        sql = select(
            index,
            descending=descending,
            low=low is not None,
            high=high is not None,
            after=cursor is not None or after is not None,
        )
        values = _parameters(shape, index, limit, cursor, after)

        def read() -> list[tuple[Any, ...]]:
            with self._reading:
                return self._reader.execute(sql, values).fetchall()

        with _unavailable():
            rows = await read_while_busy(read)
        return _page(shape, rows, limit)

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        # Who only reads loads no messages.
        from common.queue.messages import timed

        unit = Unit(list(writes), [table.row(each) for each in timed(messages)])
        check_commit(unit.writes)
        with _unavailable():
            await self._units.submit(unit)

    def close(self) -> None:
        self._units.close()
        with self._reading:
            self._reader.close()
        self._mark.close()

    def _apply(
        self, connection: sqlite3.Connection, units: Sequence[Unit]
    ) -> Sequence[Exception | None]:
        answers, self._version = apply_units(connection, units)
        return answers

    def _committed(self) -> None:
        self._presence.check()
        if self._version:
            self._mark.write(self._version)

    def _row(self, key: Key[D]) -> _Row | None:
        row: _Row | None = self._reader.execute(GET, (key.app, key.collection, key.id)).fetchone()
        return row


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise Unavailable(str(error), cause_of(error)) from error


def _parameters(
    query: QueryShape, index: Index, limit: int, cursor: str | None, after: Place | None
) -> dict[str, str | int | float | None]:
    # One row more than the page tells whether there is another page.
    values = {"app": query.app, "low": query.low, "high": query.high, "limit": limit + 1}
    values |= {f"equal{i}": query.equal[name] for i, name in enumerate(equal_of(index))}
    position: Position | None = after
    if cursor is not None:
        position = decode_cursor(query, cursor, 2 + index.across_apps)
    if position is not None:
        values |= zip(("after_at", "after_id", "after_app"), position, strict=False)
    return values


def _page(query: QueryShape, rows: Sequence[tuple[Any, ...]], limit: int) -> Page[Any]:
    reading = Reading()
    documents = [
        reading.document(Key(app, query.collection, id_), version, orjson.loads, data)
        for _, id_, app, version, data in rows[:limit]
    ]
    cursor = None
    if len(rows) > limit:
        at, id_, app, *_ = rows[limit - 1]
        cursor = encode_cursor(query, [at, id_, app] if query.app is None else [at, id_])
    return reading.page(documents, cursor)
