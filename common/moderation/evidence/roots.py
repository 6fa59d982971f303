"""Reading the roots of the log's days, and proving that an entry is under one."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.log import LogEntry, log_key
from common.domain.log_tree import LOG_ROOTS, LogRoot, day_after, start_of
from common.moderation.evidence.reading import Leaf, leaf_at
from common.store.store import Page


@dataclass(frozen=True, slots=True)
class Days:
    """YYYY-MM-DD (UTC), the last one with them."""

    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    entry: LogEntry
    leaf: Leaf


async def query(
    context: Context, app: str, days: Days, limit: int, cursor: str | None
) -> Page[LogRoot]:
    """The newest first. Raises Invalid for what is no day."""
    for name, day in (("from", days.since), ("to", days.until)):
        if day is not None and not _is_day(day):
            raise Invalid.field(name, "is not a day, as in 2026-11-30")
    return await context.store.query(
        LOG_ROOTS,
        app=app,
        order="day",
        descending=True,
        low=days.since,
        high=days.until and day_after(days.until),
        limit=limit,
        cursor=cursor,
    )


async def prove(context: Context, app: str, id: str) -> Proof:
    """Raises NotFound where there is no such entry, or where its day is not closed yet."""
    (entry,) = await context.store.get([log_key(app, id)])
    if entry is None:
        raise NotFound(f"the log has no entry {id!r}", {"id": "does not exist"})
    leaf = await leaf_at(context.store, app, id)
    if leaf is None:
        raise NotFound(
            f"the day of the entry {id!r} is not closed yet",
            {"id": "is of a day that is not closed: an hour after it has ended it is"},
        )
    return Proof(entry.data, leaf)


def _is_day(text: str) -> bool:
    try:
        start_of(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-30")
