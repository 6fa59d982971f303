"""Opening an SQLite file that two processes write to."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, TypeVar

BUSY_SECONDS = 10.0
_FIRST_PAUSE = 0.0002
_LONGEST_PAUSE = 0.001
_CACHE_KIB = 16_000
# 32 MB of log before a checkpoint: fewer, larger ones cost half of what the default (1,000) does.
_CHECKPOINT_PAGES = 8_000

Synchronous = Literal["FULL", "NORMAL"]
T = TypeVar("T")


def open_writer(
    path: Path, *, synchronous: Synchronous, schema: Sequence[str]
) -> sqlite3.Connection:
    """The connection that creates the file (0600, in a folder of 0700) and brings its schema."""
    _create_private(path)
    connection = _connect(path)
    try:
        retry_while_busy(lambda: connection.execute("PRAGMA journal_mode=WAL"))
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")
        _create_schema(connection, schema)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    connection = _connect(path)
    connection.execute("PRAGMA query_only=1")
    # A reader waits only in the instant in which another process recovers or removes the log.
    connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
    return connection


def open_existing(path: Path) -> sqlite3.Connection | None:
    """None where there is no such file; it is not created."""
    try:
        return _connect(f"{path.absolute().as_uri()}?mode=rw")
    except sqlite3.OperationalError:
        if path.exists():
            raise
        return None


def begin(connection: sqlite3.Connection) -> None:
    """Takes the write lock, waiting at most BUSY_SECONDS for the other process."""
    retry_while_busy(lambda: connection.execute("BEGIN IMMEDIATE"))


def retry_while_busy(action: Callable[[], T]) -> T:
    # SQLite's own busy handler soon sleeps 100 ms at a time, in which the other process commits
    # ten times over and this one starves.
    deadline = time.monotonic() + BUSY_SECONDS
    pause = _FIRST_PAUSE
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def _is_busy(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _create_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # An existing file must not be opened here: closing it again would drop the locks that another
    # connection of this process holds on it. The log takes its mode from the file.
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return


def _connect(path: Path | str) -> sqlite3.Connection:
    """A text is a URI."""
    connection = sqlite3.connect(
        path,
        timeout=0.0,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        uri=isinstance(path, str),
    )
    # It reads the schema, which another process that opens the file may hold locked.
    retry_while_busy(lambda: connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}"))
    return connection


def _create_schema(connection: sqlite3.Connection, schema: Sequence[str]) -> None:
    begin(connection)
    try:
        for statement in schema:
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
