"""Who has opened which item: in the log where the app has it recorded, once a person, item and day.

The entry's id is of the beginning of the day (UTC), so that a second one is the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress

from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.desk_day import opened
from common.domain.item import Item, author_of
from common.domain.log import LogEntry, log_key, new_entry
from common.domain.settings import records_views
from common.domain.times import DAY
from common.store.store import Conflict, Create

_KNOWN = 10_000


class Written:
    """By their ids, so that who has an item before them for long is not written again and again."""

    def __init__(self, _: Context) -> None:
        self.ids: Cache[str, bool] = Cache(_KNOWN)


async def record(context: Context, app: str, items: Iterable[Item], by: str, now: int) -> None:
    configuration = await context.configurations.of(app)
    if by and records_views(configuration.settings):
        await asyncio.gather(*(_record(context, app, item, by, now) for item in items))


async def _record(context: Context, app: str, item: Item, by: str, now: int) -> None:
    entry, written = _entry(app, item, by, now), context.one(Written).ids
    if written.get(f"{app} {entry.key.id}", False):
        return
    with suppress(Conflict):
        await context.store.commit([entry, opened(app, by, item, now)])
    written.put(f"{app} {entry.key.id}", True)


def _entry(app: str, item: Item, by: str, now: int) -> Create[LogEntry]:
    day = now - now % DAY
    what = ("view", item["id"], by)
    entry = new_entry(
        app,
        "view",
        "view",
        day,
        item_id=item["id"],
        user_id=author_of(item),
        by=by,
        derived_from=what,
    ).data
    return Create(log_key(app, entry["id"]), {**entry, "at": now})
