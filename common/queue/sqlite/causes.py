"""What SQLite's errors mean for who runs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from common.queue.queue import Cause
from common.sqlite.file import primary_code
from common.sqlite.presence import FileGone

_CAUSES: Mapping[int, Cause] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_AUTH: "read-only",
    sqlite3.SQLITE_IOERR: "failing",
    sqlite3.SQLITE_PROTOCOL: "failing",
    sqlite3.SQLITE_CANTOPEN: "gone",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
}
# SQLite's own words for a document that is no JSON any more; the code is that of any error.
_NO_JSON = "malformed JSON"


def cause_of(error: sqlite3.Error) -> Cause:
    if isinstance(error, FileGone):
        return "gone"
    if _NO_JSON in str(error):
        return "corrupt"
    return _CAUSES.get(primary_code(error) or sqlite3.SQLITE_BUSY, "failing")
