"""The queue in the store's SQLite file, with the receiving side that the local runtime uses.

The messages of a unit of work are written by the store, with its documents; what is written here
alone (a lease, an ack, a message of no unit) is synced with the next unit's commit. In a file of
its own it would cost a check a second transaction (benchmarks/RESULTS.md, "One file").
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from common.queue.messages import Later, Message
from common.queue.queue import QueueError
from common.queue.sqlite.causes import cause_of
from common.queue.sqlite.clock import Clock
from common.queue.sqlite.table import SCHEMA, insert, nanoseconds, row
from common.sqlite.file import open_reader, open_writer, read_while_busy
from common.sqlite.group_commit import GroupCommit
from common.sqlite.presence import Presence

_READY = """
SELECT 1 FROM messages WHERE topic = ? AND due_at <= ? AND buried_at IS NULL LIMIT 1
"""
_LEASE = """
UPDATE messages SET attempts = attempts + 1, due_at = :until WHERE id IN (
    SELECT id FROM messages WHERE topic = :topic AND due_at <= :now AND buried_at IS NULL
    ORDER BY due_at LIMIT :limit
) RETURNING id, topic, message, attempts, published_at
"""
_ACK = "DELETE FROM messages WHERE id = ?"
_RELEASE = "UPDATE messages SET due_at = ? WHERE id = ? AND buried_at IS NULL"
_RECLAIM = """
UPDATE messages SET due_at = :now WHERE attempts > 0 AND due_at > :now AND buried_at IS NULL
"""
# What was published later than now: its delay begins anew.
_PUBLISHED_AHEAD = """
UPDATE messages SET due_at = :now + due_at - published_at, published_at = :now
WHERE published_at > :now AND buried_at IS NULL
"""
# What was leased or released to a time that no lease reaches.
_LEASED_AHEAD = """
UPDATE messages SET due_at = :now
WHERE attempts > 0 AND due_at > :now + :longest AND buried_at IS NULL
"""
_BURY = "UPDATE messages SET buried_at = ?, reason = ? WHERE id = ? AND buried_at IS NULL"
_DEAD = """
SELECT id, topic, message, attempts, published_at, reason, buried_at FROM messages
WHERE buried_at IS NOT NULL ORDER BY buried_at DESC LIMIT ?
"""
_REVIVE = """
UPDATE messages SET buried_at = NULL, reason = NULL, attempts = 0, due_at = ?
WHERE id = ? AND buried_at IS NOT NULL
"""
_DEPTH = "SELECT topic, COUNT(*) FROM messages WHERE buried_at IS NULL GROUP BY topic"

_LONGEST_LEASE = 900.0

_Operation = Callable[[sqlite3.Connection], Any]


@dataclass(frozen=True, slots=True)
class Leased:
    """`attempts` counts this lease too; `published_at` is in nanoseconds since 1970."""

    id: int
    topic: str
    message: dict[str, Any]
    attempts: int
    published_at: int

    @property
    def body(self) -> bytes:
        return orjson.dumps(self.message)


@dataclass(frozen=True, slots=True)
class Dead:
    id: int
    topic: str
    message: dict[str, Any]
    attempts: int
    published_at: int
    reason: str
    buried_at: int


class SqliteQueue:
    """Safe to use from several threads, event loops and processes at once."""

    def __init__(self, path: Path, former: Path | None = None) -> None:
        """What still waits in `former`, a file that only queued, moves to `path`."""
        with _queue_error():
            if former is not None and former.exists():
                from common.queue.sqlite.takeover import take_over

                take_over(former, path)
            # NORMAL: a power cut may undo the last operations here, and then a message is delivered
            # again, or the sweep derives it again from its document. The end of the process alone
            # costs nothing.
            writer = open_writer(path, synchronous="NORMAL", schema=SCHEMA)
            self._reader = open_reader(path)
            presence = Presence(path)
        self._reading = threading.Lock()
        self._clock = Clock()
        self._operations: GroupCommit[_Operation, Any] = GroupCommit(writer, _apply, presence.check)

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        rows = [row(Later(message, delay))]
        await self._run(lambda connection: insert(connection, rows))

    async def ready(self, topics: Sequence[str]) -> bool:
        """Whether a lease would give something; at a few µs, cheap enough to ask every 20 ms."""
        for topic in topics:
            if await self._read(_READY, (topic, time.time_ns())):
                return True
        return False

    async def lease(self, topics: Sequence[str], limit: int, lease_seconds: float) -> list[Leased]:
        """At most `limit` messages, earlier topics first, oldest first within a topic.

        They belong to the caller until acked, released or buried, or until the lease has expired.
        Where nothing is ready it costs no more than `ready`.
        """
        if self._clock.was_set_back():
            await self._run(_set_back)
        waiting = [topic for topic in topics if await self.ready([topic])]
        if not waiting:
            return []

        def lease(connection: sqlite3.Connection) -> list[Leased]:
            return _lease(connection, waiting, limit, nanoseconds(lease_seconds))

        leased: list[Leased] = await self._run(lease)
        return leased

    async def ack(self, id: int) -> None:
        await self._change(_ACK, (id,))

    async def release(self, id: int, delay_seconds: float = 0.0) -> None:
        due_at = time.time_ns() + nanoseconds(delay_seconds)
        await self._change(_RELEASE, (due_at, id))

    async def reclaim(self) -> int:
        """Ends every lease: for the only consumer of this file at its start, whose predecessor died
        with messages in its hands.
        """

        def reclaim(connection: sqlite3.Connection) -> int:
            ended = connection.execute(_RECLAIM, {"now": time.time_ns()}).rowcount
            _set_back(connection)
            return ended

        reclaimed: int = await self._run(reclaim)
        return reclaimed

    async def bury(self, id: int, reason: str) -> None:
        await self._change(_BURY, (time.time_ns(), reason, id))

    async def dead(self, limit: int) -> list[Dead]:
        """The latest first."""
        rows = await self._read(_DEAD, (limit,))
        return [Dead(id, topic, orjson.loads(text), *rest) for id, topic, text, *rest in rows]

    async def revive(self, id: int) -> bool:
        """Ready at once, with its attempts counted from zero; False where none is buried."""
        return await self._change(_REVIVE, (time.time_ns(), id)) > 0

    async def depth(self) -> dict[str, int]:
        """Messages a topic that are waiting, delayed or leased."""
        return dict(await self._read(_DEPTH, ()))

    def close(self) -> None:
        self._operations.close()
        with self._reading:
            self._reader.close()

    async def _change(self, sql: str, values: Sequence[str | int]) -> int:
        """The number of messages changed."""
        changed: int = await self._run(lambda connection: connection.execute(sql, values).rowcount)
        return changed

    async def _run(self, operation: _Operation) -> Any:
        with _queue_error():
            return await self._operations.submit(operation)

    async def _read(self, sql: str, values: Sequence[str | int]) -> list[tuple[Any, ...]]:
        # On the calling thread, like the store's reads and for the same reason.
        def read() -> list[tuple[Any, ...]]:
            with self._reading:
                return self._reader.execute(sql, values).fetchall()

        with _queue_error():
            return await read_while_busy(read)


@contextmanager
def _queue_error() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise QueueError(str(error), cause_of(error)) from error


def _apply(connection: sqlite3.Connection, operations: Sequence[_Operation]) -> list[Any]:
    return [operation(connection) for operation in operations]


def _set_back(connection: sqlite3.Connection) -> None:
    """Nothing waits longer than it was to, because the clock was set back meanwhile."""
    values = {"now": time.time_ns(), "longest": nanoseconds(_LONGEST_LEASE)}
    connection.execute(_PUBLISHED_AHEAD, values)
    connection.execute(_LEASED_AHEAD, values)


def _lease(
    connection: sqlite3.Connection, topics: Sequence[str], limit: int, duration: int
) -> list[Leased]:
    leased: list[Leased] = []
    now = time.time_ns()
    for topic in topics:
        values = {
            "topic": topic,
            "now": now,
            "until": now + duration,
            "limit": limit - len(leased),
        }
        rows = connection.execute(_LEASE, values).fetchall()
        leased += [Leased(id, topic, orjson.loads(text), *rest) for id, topic, text, *rest in rows]
    return leased
