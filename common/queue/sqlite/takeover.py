"""Moves what waits in a queue file of its own, as releases before this one had it, to the store's.

Whatever breaks it off, and however many processes do it at once, no message is lost. One that both
files hold when it is broken off is delivered twice.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from common.queue.sqlite.table import SCHEMA
from common.sqlite.file import begin, open_existing, open_writer

_COLUMNS = "topic, message, attempts, published_at, due_at, buried_at, reason"
_SELECT = f"SELECT {_COLUMNS} FROM messages ORDER BY id"
_INSERT = f"INSERT INTO messages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_HAS_TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'messages'"
_FILES = ("", "-wal", "-shm")


def take_over(former: Path, path: Path) -> int:
    """The number of messages moved; none where there is no former file. Raises sqlite3.Error."""
    connection = open_existing(former)
    if connection is None:
        return 0
    with closing(connection):
        # Whoever else does this waits here, and then finds nothing left.
        begin(connection)
        rows = _rows(connection)
        if rows:
            _add(path, rows)
        _empty(connection)
    for suffix in _FILES:
        former.with_name(former.name + suffix).unlink(missing_ok=True)
    return len(rows)


def _rows(former: sqlite3.Connection) -> list[Any]:
    has_table = former.execute(_HAS_TABLE).fetchone() is not None
    return former.execute(_SELECT).fetchall() if has_table else []


def _add(path: Path, rows: list[Any]) -> None:
    with closing(open_writer(path, synchronous="FULL", schema=SCHEMA)) as writer:
        begin(writer)
        writer.executemany(_INSERT, rows)
        writer.execute("COMMIT")


def _empty(former: sqlite3.Connection) -> None:
    former.execute("DROP TABLE IF EXISTS messages")
    former.execute("COMMIT")
    # Whoever has opened the file by now, and not yet its log, is to find it empty as well.
    former.execute("PRAGMA wal_checkpoint(TRUNCATE)")
