"""How far the store had come, kept beside its file, so that a start notices what is missing.

SQLite passes over a log that is gone or damaged without a word, and with it over what was
acknowledged last. The mark is not synced: it survives the end of the process, and after a power cut
it may be behind the store, never ahead of it. Two processes may write it in the wrong order, which
leaves it a few commits behind as well.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path

_DIGITS = 20
_logger = logging.getLogger("gavel.store")


class Mark:
    """Of the sequence that every commit of documents increments."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._file = os.open(f"{path}-mark", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        # Before the sequence, which may grow meanwhile.
        marked = self._read()
        (value,) = connection.execute("SELECT value FROM sequence").fetchone()
        if marked > value:
            _logger.error(
                "%s lacks the last %d acknowledged commits: its log (-wal) was removed or damaged,"
                " or the file is an older copy; a backup may have them (make restore)",
                path.name,
                marked - value,
            )
            self.write(value)

    def write(self, value: int) -> None:
        os.pwrite(self._file, b"%0*d" % (_DIGITS, value), 0)

    def close(self) -> None:
        os.close(self._file)

    def _read(self) -> int:
        text = os.pread(self._file, _DIGITS, 0)
        return int(text) if text.isdigit() else 0
