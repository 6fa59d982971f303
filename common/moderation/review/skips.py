"""Items that a moderator leaves to others: they are not locked to that one again for a while."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, end_lock, is_queued, item_key
from common.domain.times import HOUR
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.review.notes import skipped
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

LASTS = HOUR
_MOST = 20


async def skip(context: Context, app: str, id: str, by: str, reason: str, now: int) -> Item:
    """Raises NotFound, and Invalid for an item that does not wait."""

    async def attempt() -> Item:
        unit = UnitOfWork(context.store)
        item = await unit.get(item_key(app, id))
        if item is None:
            raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
        if not is_queued(item) or item["queue_reviewed"]:
            raise Invalid.field("item_id", "is of an item that does not wait")
        kept = {who: until for who, until in item.get("skips", {}).items() if until > now}
        kept[by] = now + LASTS
        item["skips"] = dict(sorted(kept.items(), key=lambda each: each[1])[-_MOST:])
        if item.get("locked_by") == by:
            end_lock(item)
        unit.add(skipped(app, id, by, reason, now))
        await unit.commit()
        return item

    return await until_committed(attempt, ATTEMPTS, too_busy())
