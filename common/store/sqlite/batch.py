"""Several units of work inside one SQLite transaction, none of which can spoil another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import orjson

from common.queue.sqlite import table
from common.store.sqlite.select import GET
from common.store.store import Create, Damaged, Data, Delete, Key, Put, StoreError, Write
from common.store.writes import check_conditions, encoded, updated

# No commit can hold it, so a version that a commit of this very batch replaced is a conflict.
_THIS_BATCH = -1

_NEXT_VERSION = "UPDATE sequence SET value = value + 1 RETURNING value"
_AT_ONCE = (32, 16, 8, 4, 3, 2, 1)
"""Documents that one statement writes. Each statement opens the indexes of all collections first,
which takes as long as writing seven documents.
"""
_DELETE = "DELETE FROM documents WHERE app = ? AND collection = ? AND id = ?"


@dataclass(frozen=True, slots=True)
class Unit:
    writes: Sequence[Write]
    messages: Sequence[table.Row]


@dataclass(slots=True)
class _State:
    """A document as it stands; `version` is None where there is none. `text` or `data` or both."""

    version: int | None
    text: str | bytes | None = None
    data: Data | None = None


def apply_units(
    connection: sqlite3.Connection, units: Sequence[Unit]
) -> tuple[Sequence[Exception | None], int]:
    """What refuses each unit, and the version of what they changed, which is zero for nothing."""
    batch = _Batch(connection)
    answers = [batch.add(unit.writes) for unit in units]
    version = batch.write()
    for unit, refusal in zip(units, answers, strict=True):
        if refusal is None:
            table.insert(connection, unit.messages)
    return answers, version


class _Batch:
    """Reads each document once and writes it once, however many units change it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._states: dict[Key, _State] = {}

    def add(self, writes: Iterable[Write]) -> StoreError | ValueError | None:
        changed: dict[Key, _State] = {}
        try:
            for write in writes:
                state = self._state(write.key)
                check_conditions(write, state.version)
                changed[write.key] = _after(write, state)
        except (StoreError, ValueError) as error:
            return error
        self._states.update(changed)
        return None

    def write(self) -> int:
        changed = [(k, s) for k, s in self._states.items() if s.version == _THIS_BATCH]
        deleted = [k for k, s in self._states.items() if s.version is None]
        version = self._connection.execute(_NEXT_VERSION).fetchone()[0] if changed else 0
        self._connection.executemany(_DELETE, [(k.app, k.collection, k.id) for k in deleted])
        rows = [(k.app, k.collection, k.id, version, _text(k, s)) for k, s in changed]
        for count in _AT_ONCE:
            while len(rows) >= count:
                self._connection.execute(_write(count), [*chain.from_iterable(rows[:count])])
                del rows[:count]
        return version

    def _state(self, key: Key) -> _State:
        state = self._states.get(key)
        if state is None:
            row = self._connection.execute(GET, (key.app, key.collection, key.id)).fetchone()
            state = self._states[key] = _State(*row) if row else _State(None)
        return state


@cache
def _write(documents: int) -> str:
    rows = ", ".join(["(?, ?, ?, ?, ?)"] * documents)
    return (
        f"INSERT INTO documents (app, collection, id, version, data) VALUES {rows}"
        " ON CONFLICT DO UPDATE SET version = excluded.version, data = excluded.data"
    )


def _after(write: Write, state: _State) -> _State:
    if isinstance(write, Delete):
        return _State(None)
    if isinstance(write, Create | Put):
        return _State(_THIS_BATCH, text=encoded(write.data))
    return _State(_THIS_BATCH, data=updated(_data(write.key, state), write))


def _data(key: Key, state: _State) -> Data:
    if state.data is None:
        state.data = {} if state.text is None else _decoded(key, state.text)
    return state.data


def _decoded(key: Key, text: str | bytes) -> Data:
    try:
        data = orjson.loads(text)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise Damaged([key])
    return data


def _text(key: Key, state: _State) -> str | bytes:
    return state.text if state.text is not None else encoded(_data(key, state))
