"""The review queue: what moderators look at, page by page, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.errors import NotFound
from common.domain.item import ITEMS, item_key, kind_of
from common.domain.review_item import ReviewItem
from common.moderation.review import locks
from common.moderation.review.locks import Claim
from common.moderation.review.scanning import DEFAULT_LIMIT, Asked, Scan
from common.moderation.review_items import review_items

STATS_MOST = 1_000
_PAGE = 100
_STATS_SECONDS = 5.0
_STATS_APPS = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """`next` is set when there may be more; a page can be shorter than asked for."""

    review_items: list[ReviewItem]
    next: str | None


async def query(context: Context, app: str, asked: Asked) -> Found:
    """Looks through at most 2,000 items a call; what is rare is found by following `next`."""
    items, following = await Scan.of(context, app, asked).run(asked.limit or DEFAULT_LIMIT)
    return Found(await review_items(context, app, items), following)


async def lock(context: Context, app: str, asked: Asked, claim: Claim, now: int) -> Found:
    """As query, but of items that no other moderator has; they are the moderator's then."""
    items, following = await locks.lock(context, app, asked, claim, now)
    return Found(await review_items(context, app, items), following)


async def unlock(context: Context, app: str, asked: Asked, moderator: str) -> Found:
    """As query; of what it finds, the moderator's own are anybody's again."""
    items, following = await Scan.of(context, app, asked).run(asked.limit or DEFAULT_LIMIT)
    items = [await locks.unlock(context, app, item, moderator) for item in items]
    return Found(await review_items(context, app, items), following)


async def get(context: Context, app: str, id: str) -> ReviewItem:
    (document,) = await context.store.get([item_key(app, id)])
    if document is None:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    return (await review_items(context, app, [document.data]))[0]


async def stats_of(context: Context, app: str, asked: Asked) -> dict[str, int]:
    """How many items are asked for, by kind: of the first 2,000 there are, up to a thousand."""
    items, _ = await Scan.of(context, app, asked).run(STATS_MOST)
    counts = {"texts": 0, "users": 0, "media": 0}
    for item in items:
        counts[kind_of(item)] += 1
    return counts


async def stats(context: Context, app: str) -> dict[str, int]:
    """How many items wait, by kind, counted up to a thousand.

    A long queue's counts are remembered for five seconds.
    """
    remembered = context.one(_remembered_stats)
    held = remembered.get(app, None)
    if held is not None:
        return held
    counts = {"texts": 0, "users": 0, "media": 0}
    cursor: str | None = None
    while sum(counts.values()) < STATS_MOST:
        page = await context.store.query(
            ITEMS,
            app=app,
            equal={"queue_reviewed": False},
            order="queue_created_at",
            descending=True,
            limit=_PAGE,
            cursor=cursor,
        )
        for document in page.documents:
            counts[kind_of(document.data)] += 1
        cursor = page.cursor
        if cursor is None:
            break
    if sum(counts.values()) > _PAGE:
        remembered.put(app, counts)
    return counts


def _remembered_stats(_: Context) -> Cache[str, dict[str, int]]:
    return Cache(_STATS_APPS, _STATS_SECONDS)
