"""Whether the files that a connection has open are still those in the folder.

A removed or replaced folder takes writes as before, into files that nobody finds again. The open
descriptors keep the inodes from being given to others, so one look at them tells.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SUFFIXES = ("", "-wal", "-shm")


class FileGone(sqlite3.OperationalError):
    """What is written arrives in no file of the folder."""


class Presence:
    """Of a database in WAL mode and its log; made while a connection is open, which keeps them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = [path.with_name(path.name + suffix) for suffix in _SUFFIXES]
        self._known = self._seen()

    def check(self) -> None:
        """Raises FileGone. It takes some microseconds."""
        if self._seen() != self._known:
            raise FileGone(f"{self._path.name} is no longer the file that was opened")

    def _seen(self) -> list[tuple[int, int] | None]:
        return [_identity(file) for file in self._files]


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
