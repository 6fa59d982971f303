"""What the framework and the server log goes out as the functions' own log lines do."""

from __future__ import annotations

import io
import logging
import sys

from common.http.journal import LEVELS, Journal


class _ToJournal(logging.Handler):
    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.WARNING)
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        level = record.levelname.lower()
        self._journal.write(
            level if level in LEVELS else "error", record.getMessage(), logger=record.name
        )


def open_journal(name: str, level: str) -> Journal:
    """Also makes each line leave at once: two processes write to one output."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)
    journal = Journal(name, level)
    logging.getLogger().handlers = [_ToJournal(journal)]
    return journal
