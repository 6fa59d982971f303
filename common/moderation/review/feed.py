"""Items that nobody has looked at in time leave the review queue, and the log says so.

A page a message, and a unit of work an item: whatever is broken off or comes twice, an item expires
once. When all have been looked through, the sweep has the next pass begin.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.feed import Feed, feed_key, is_expired, leave_queue
from common.domain.item import ITEMS, Item, author_of
from common.domain.log import new_entry
from common.domain.times import DAY, HOUR, to_rfc3339
from common.moderation.contention import ATTEMPTS
from common.queue.messages import DueFeed
from common.store.deciding import until_committed
from common.store.store import Conflict, Document, Key
from common.store.unit_of_work import UnitOfWork

_PAGE = 100
_PAUSE = HOUR


async def expire(context: Context, due: DueFeed, now: int) -> None:
    """One page. What has another turn by now, or ended, changes nothing."""
    (read,) = await context.store.get([feed_key(due.app)])
    if read is None or read.data["due_at"] != due.at:
        return
    feed = read.data
    started = now if feed["cursor"] is None else feed["started_at"]
    page = await context.store.query(
        ITEMS,
        app=due.app,
        equal={"queue_reviewed": False},
        order="queue_updated_at",
        high=started - feed["days"] * DAY,
        limit=_PAGE,
        cursor=feed["cursor"],
    )
    for document in page.documents:
        if is_expired(document.data, feed["days"], now):
            await _expire(context, document.key, feed["days"], now)
    await _go_on(context, read, page.cursor, started, now)


async def _expire(context: Context, key: Key[Item], days: int, now: int) -> None:
    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        item = await unit.get(key)
        if item is None or not is_expired(item, days, now):
            return
        since = item["queue_updated_at"]
        custom = {
            "days": days,
            "waiting_since": to_rfc3339(item.get("waiting_since", since)),
            "untouched_since": to_rfc3339(since),
        }
        entry = new_entry(
            key.app,
            "expiry",
            "expired",
            now,
            user_id=author_of(item),
            reason=f"nobody looked at it for {days} days",
            custom=custom,
            derived_from=("log", "expiry", key.id, str(since)),
            about=item,
        )
        unit.add(entry)
        leave_queue(item)
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, Conflict(key))


async def _go_on(
    context: Context, read: Document[Feed], cursor: str | None, started: int, now: int
) -> None:
    """Raises Conflict where the same message was worked on at the same time."""
    unit = UnitOfWork(context.store, [read])
    feed = await unit.have(read.key)
    feed.pop("swept", None)
    feed["cursor"], feed["started_at"] = cursor, started
    if cursor is not None:
        feed["due_at"] = max(now, feed["due_at"] + 1)
        unit.send(DueFeed(read.key.app, feed["due_at"]))
    else:
        feed["due_at"] = max(now, feed["due_at"]) + _PAUSE
    await unit.commit()
