"""The moderation log, as Gavel's own API has it."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.log import LogEntry


class LogAnswer(TypedDict):
    """`unread` counts the failures that nobody has acknowledged, up to a hundred."""

    entries: list[LogEntry]
    unread: int
    next: str | None


class UnreadAnswer(TypedDict):
    """`more` says that there are more than the hundred that are counted."""

    unread: int
    more: bool


class MarkReadAnswer(TypedDict):
    marked: int
    unread: int


def log_answer(entries: Sequence[LogEntry], unread: int, cursor: str | None) -> LogAnswer:
    return {"entries": [shown(entry) for entry in entries], "unread": unread, "next": cursor}


def shown(entry: LogEntry) -> LogEntry:
    """Without its seal: who has the salt can tell that a value was this one after it has gone."""
    if "seal" not in entry:
        return entry
    kept = entry.copy()
    del kept["seal"]
    return kept
