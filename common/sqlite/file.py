"""Opening an SQLite file that two processes write to."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, TypeVar

BUSY_SECONDS = 5.0
"""How long a writer, a reader or an opening waits for another process; clients give up as soon."""
_FIRST_PAUSE = 0.0002
_LONGEST_PAUSE = 0.001
_READ_PAUSE = 0.005
_CACHE_KIB = 16_000
# 32 MB of log before a checkpoint: fewer, larger ones cost half of what the default (1,000) does.
_CHECKPOINT_PAGES = 8_000
_CREATED = re.compile(r'\s*CREATE (?:TABLE|INDEX|TRIGGER) IF NOT EXISTS (?:"((?:[^"]|"")+)"|(\w+))')

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
        # What is deleted must not lie in the file until the place is used again.
        connection.execute("PRAGMA secure_delete=ON")
        _create_schema(connection, schema)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    connection = _connect(path)
    connection.execute("PRAGMA query_only=1")
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
    """Takes the write lock, waiting at most BUSY_SECONDS for the other process, on the thread."""
    retry_while_busy(lambda: connection.execute("BEGIN IMMEDIATE"))


def has_begun(connection: sqlite3.Connection, seconds: float) -> bool:
    """False where another process holds the write lock for longer than `seconds`."""
    try:
        retry_while_busy(lambda: connection.execute("BEGIN IMMEDIATE"), seconds)
    except sqlite3.OperationalError as error:
        if is_busy(error):
            return False
        raise
    return True


def retry_while_busy(action: Callable[[], T], seconds: float | None = None) -> T:
    # SQLite's own busy handler soon sleeps 100 ms at a time, in which the other process commits
    # ten times over and this one starves.
    deadline = time.monotonic() + (BUSY_SECONDS if seconds is None else seconds)
    pause = _FIRST_PAUSE
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() >= deadline:
                raise
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)


async def read_while_busy(read: Callable[[], T]) -> T:
    """What `read` returns, on the calling thread. It is busy only in the moments in which another
    process recovers or removes the log; the event loop goes on meanwhile.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return read()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() >= deadline:
                raise
        await asyncio.sleep(_READ_PAUSE)


def is_busy(error: sqlite3.Error) -> bool:
    return primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def primary_code(error: sqlite3.Error) -> int | None:
    """Without what SQLite adds to it; None where the error is not SQLite's own."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


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
    """What is there already is told by one look: most openings neither write nor wait for others'
    writing, and take some milliseconds less.
    """
    if retry_while_busy(lambda: _has_all(connection, schema)):
        return
    begin(connection)
    try:
        for statement in schema:
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _has_all(connection: sqlite3.Connection, schema: Sequence[str]) -> bool:
    """Whether all that the schema creates is there, by name, which is all that SQLite looks at."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    created = (found for statement in schema if (found := _CREATED.match(statement)))
    return all((found[1] or found[2]).replace('""', '"') in there for found in created)
