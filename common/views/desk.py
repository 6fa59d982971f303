"""Notes, skips, the overview and the page's settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from typing_extensions import TypedDict

from common.domain.desk_day import median_seconds, waited
from common.domain.log import LogEntry
from common.domain.page_settings import PageSettings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ShownNote(TypedDict):
    """`item_id` is empty for one about a user alone."""

    id: str
    at: int
    by: str
    text: str
    item_id: str


class NoteAnswer(TypedDict):
    note: ShownNote


class NotesAnswer(TypedDict):
    """Newest first."""

    notes: list[ShownNote]
    next: str | None


class PageSettingsAnswer(TypedDict):
    page_settings: PageSettings


class ShownDay(TypedDict):
    """`date` is UTC's. `automatic` are those of which engines or rules asked for removal before any
    person had looked.
    """

    date: str
    arrived: int
    automatic: int
    decided: int
    kept: int
    removed: int
    escalated: int


class ShownPolicy(TypedDict):
    """`config_key` is empty for policies that there are no more."""

    config_key: str
    arrived: int
    decided: int


class ShownModerator(TypedDict):
    """`overturned` are decisions of theirs that somebody else took back in these days. `opened` are
    items that they opened, each once a day, where `record_views` is set, and `severe` those of them
    whose severity is high or critical.
    """

    name: str
    decided: int
    kept: int
    removed: int
    escalated: int
    overturned: int
    opened: int
    severe: int
    median_seconds: int | None


class OverviewAnswer(TypedDict):
    """`median_seconds` is how long what was decided had waited, to within an eighth."""

    days: list[ShownDay]
    waiting: int
    oldest_at: int | None
    median_seconds: int | None
    by_policy: list[ShownPolicy]
    by_moderator: list[ShownModerator]


def note_answer(entry: LogEntry) -> NoteAnswer:
    return {"note": _shown(entry)}


def notes_answer(entries: Sequence[LogEntry], following: str | None) -> NotesAnswer:
    return {"notes": [_shown(each) for each in entries], "next": following}


def shown_day(day: int, counts: Counter[str]) -> ShownDay:
    return {
        "date": (_EPOCH + timedelta(days=day)).date().isoformat(),
        "arrived": counts["arrived"],
        "automatic": counts["automatic"],
        "decided": counts["decided"],
        "kept": counts["kept"],
        "removed": counts["removed"],
        "escalated": counts["escalated"],
    }


def shown_policy(key: str, counts: Counter[str]) -> ShownPolicy:
    return {"config_key": key, "arrived": counts["arrived"], "decided": counts["decided"]}


def shown_moderator(name: str, counts: Counter[str]) -> ShownModerator:
    return {
        "name": name,
        "decided": counts["decided"],
        "kept": counts["kept"],
        "removed": counts["removed"],
        "escalated": counts["escalated"],
        "overturned": counts["overturned"],
        "opened": counts["opened"],
        "severe": counts["severe"],
        "median_seconds": median_seconds(waited(counts)),
    }


def _shown(entry: LogEntry) -> ShownNote:
    return {
        "id": entry["id"],
        "at": entry["at"],
        "by": entry["by"],
        "text": entry["reason"],
        "item_id": entry.get("item_id", ""),
    }
