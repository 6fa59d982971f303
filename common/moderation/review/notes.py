"""Notes that moderators leave for one another, on items and users: entries of the log."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.item import author_of, item_key
from common.domain.log import LOG, LogEntry, new_entry
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.store.store import Write


@dataclass(frozen=True, slots=True)
class About:
    """Either an item or a user, who may have no account here: content names its authors."""

    item: str = ""
    user: str = ""


async def write(context: Context, app: str, about: About, text: str, by: str, now: int) -> LogEntry:
    """One about an item is also one about its author. Raises NotFound."""
    user = about.user
    if about.item:
        (found,) = await context.store.get([item_key(app, about.item)])
        if found is None:
            raise NotFound(f"there is no item {about.item!r}", {"item_id": "does not exist"})
        user = author_of(found.data)
    made = new_entry(app, "note", "note", now, item_id=about.item, user_id=user, by=by, reason=text)
    await context.store.commit([made])
    return made.data


async def query(
    context: Context, app: str, about: About, limit: int, cursor: str | None
) -> Paged[LogEntry]:
    """Newest first."""
    equal = {"item_id": about.item} if about.item else {"user_id": about.user}
    return await Scan(
        context.store,
        LOG,
        app,
        "at",
        True,
        lambda entry: entry["kind"] == "note",
        equal=equal,
        asked=Asked(limit=limit, cursor=cursor),
    ).page()


def skipped(app: str, item: str, by: str, reason: str, now: int) -> Write:
    return new_entry(app, "skip", "skipped", now, item_id=item, by=by, reason=reason)
