"""Moves what waits in a queue file of its own, as releases before this one had it, to the store's.

Whatever breaks it off, and however many processes do it at once, no message is lost. One that both
files hold for a moment may be delivered twice.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from common.queue.sqlite.table import SCHEMA
from common.sqlite.file import begin, open_existing, open_writer

_COLUMNS = "topic, message, attempts, published_at, due_at, buried_at, reason"
_SELECT = f"SELECT {_COLUMNS} FROM messages ORDER BY id"
_INSERT = f"INSERT INTO messages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_OLD_FILES = ("", "-wal", "-shm")


def take_over(old: Path, new: Path) -> int:
    """The number of messages moved; none where there is no old file. Raises sqlite3.Error."""
    connection = open_existing(old)
    if connection is None:
        return 0
    with closing(connection):
        moved = _move(connection, new)
    for suffix in _OLD_FILES:
        old.with_name(old.name + suffix).unlink(missing_ok=True)
    return moved


def _move(old: sqlite3.Connection, new: Path) -> int:
    # Whoever else does this waits here, and then finds nothing left.
    begin(old)
    rows = old.execute(_SELECT).fetchall() if _has_table(old) else []
    if rows:
        with closing(open_writer(new, synchronous="FULL", schema=SCHEMA)) as writer:
            begin(writer)
            writer.executemany(_INSERT, rows)
            writer.execute("COMMIT")
        old.execute("DELETE FROM messages")
    old.execute("COMMIT")
    # Also whoever has the file open by now and its log not yet is to find it empty.
    old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(rows)


def _has_table(connection: sqlite3.Connection) -> bool:
    sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'messages'"
    return connection.execute(sql).fetchone() is not None
