"""The review queue: what moderators look at, page by page, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.item import item_key, kind_of
from common.domain.queue import KINDS, WAITING
from common.domain.review_item import ReviewItem
from common.moderation.filtering.paging import Asked
from common.moderation.review import locks
from common.moderation.review.counts import count_waiting, counts_of
from common.moderation.review.locks import Claim
from common.moderation.review.queues import view_with
from common.moderation.review.scanning import scan_of
from common.moderation.review_items import review_items

STATS_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """`next` and `prev` are set when there may be more; a page can be shorter than asked for."""

    review_items: list[ReviewItem]
    next: str | None
    prev: str | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """`counts` are by kind; there may be more where they are not complete."""

    counts: dict[str, int]
    is_complete: bool = True


async def query(context: Context, app: str, asked: Asked) -> Found:
    """Looks through at most 2,000 items a call; what is rare is found by following `next`."""
    page = await (await scan_of(context, app, asked)).page()
    return Found(await review_items(context, app, page.documents), page.next, page.prev)


async def lock(context: Context, app: str, asked: Asked, claim: Claim, now: int) -> Found:
    """As query, but of items that no other moderator has; they are the moderator's then."""
    items, following = await locks.lock(context, app, asked, claim, now)
    return Found(await review_items(context, app, items), following)


async def unlock(context: Context, app: str, asked: Asked, moderator: str) -> Found:
    """As query; of what it finds, the moderator's own are anybody's again."""
    page = await (await scan_of(context, app, asked)).page()
    items = [await locks.unlock(context, app, item, moderator) for item in page.documents]
    return Found(await review_items(context, app, items), page.next, page.prev)


async def get(context: Context, app: str, id: str) -> ReviewItem:
    (document,) = await context.store.get([item_key(app, id)])
    if document is None:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    return (await review_items(context, app, [document.data]))[0]


async def stats(context: Context, app: str, now: int) -> Stats:
    """How many items wait, by kind. What waited in an earlier release is counted first."""
    counts = await counts_of(context, app, [WAITING])
    if not counts.is_counting(WAITING):
        return Stats(counts.of(WAITING))
    if not counts.is_known(WAITING):
        await count_waiting(context, app, now)
    return await _looked_through(context, app, Asked({"reviewed": False}))


async def stats_of(context: Context, app: str, asked: Asked) -> Stats:
    """How many items are asked for, by kind. For filters that are a queue's there are counts; what
    others find is looked through, until a thousand are found, or the scan has seen enough.
    """
    view = await view_with(context, app, asked.filter or {})
    if view is not None and asked.only is None:
        counts = await counts_of(context, app, [view])
        if not counts.is_counting(view):
            return Stats(counts.of(view))
    return await _looked_through(context, app, asked)


async def _looked_through(context: Context, app: str, asked: Asked) -> Stats:
    items, following = await (await scan_of(context, app, asked)).run(STATS_MOST)
    found = dict.fromkeys(KINDS, 0)
    for item in items:
        found[kind_of(item)] += 1
    return Stats(found, is_complete=following is None)
