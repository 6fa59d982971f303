"""The table in which messages wait, and how one gets into it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from common.queue.queue import encoded

if TYPE_CHECKING:
    from common.queue.messages import Later

_NANOSECONDS = 1_000_000_000

# AUTOINCREMENT: a late ack must never hit a newer message that was given the same id.
_MESSAGES = """
CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    message TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    published_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    buried_at INTEGER,
    reason TEXT
)
"""
_DUE = """
CREATE INDEX IF NOT EXISTS messages_due ON messages (topic, due_at) WHERE buried_at IS NULL
"""
_BURIED = """
CREATE INDEX IF NOT EXISTS messages_buried ON messages (buried_at) WHERE buried_at IS NOT NULL
"""
SCHEMA = (_MESSAGES, _DUE, _BURIED)
_PUBLISH = "INSERT INTO messages (topic, message, published_at, due_at) VALUES (?, ?, ?, ?)"

Row = tuple[str, str, int, int]


def row(later: Later) -> Row:
    """Due `later.delay` from now on. Raises ValueError for what is no message."""
    now = time.time_ns()
    body = encoded(later.message).decode()
    return later.message.topic, body, now, now + nanoseconds(later.delay)


def insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """In the caller's transaction."""
    connection.executemany(_PUBLISH, rows)


def nanoseconds(seconds: float) -> int:
    return int(seconds * _NANOSECONDS)
