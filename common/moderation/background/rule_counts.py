"""What was counted of a day's rules is put together once the day is over, and goes in time.

While it is counted it is in as many documents as there are shards; afterwards one is enough.
"""

from __future__ import annotations

from itertools import groupby

from common.domain.figures import FIGURES
from common.domain.rule_count import (
    COUNTS_KEPT,
    RULE_COUNTS,
    RuleCounts,
    day_name,
    folded,
    folded_key,
    place_of,
)
from common.domain.rule_vote import RULE_VOTES, VOTES_KEPT
from common.domain.times import DAY, HOUR
from common.moderation.background.job import Job
from common.store.store import Collection, Delete, Document
from common.store.unit_of_work import UnitOfWork

_AT_ONCE = 90
"""Fewer than the writes of a commit."""
_AGAIN = 2
"""Days that are looked at once more, for what came late."""


def first_open(now: int) -> str:
    """The first day that is not over for certain; all ids of days before are lower."""
    return day_name((now - HOUR) // DAY)


def resumed(now: int) -> str:
    """Where the next turn begins."""
    return day_name((now - HOUR) // DAY - _AGAIN)


async def fold(job: Job, low: str) -> str | None:
    """A page. Gives the id that the next one begins with, None after the last."""
    return await _fold_page(job, RULE_COUNTS, low)


async def fold_votes(job: Job) -> None:
    """Those of the last days, of which there are few, and the figures of these days."""
    for collection in (RULE_VOTES, FIGURES):
        await _fold_page(job, collection, resumed(job.now))


async def _fold_page(job: Job, collection: Collection[RuleCounts], low: str) -> str | None:
    page = await job.context.store.query(
        collection, app=job.app, low=low or None, high=first_open(job.now), limit=_AT_ONCE
    )
    by_place = groupby(page.documents, key=lambda document: place_of(document.key.id))
    for _, documents in by_place:
        await _fold(job, [*documents])
    return page.documents[-1].key.id if page.cursor is not None and page.documents else None


async def _fold(job: Job, documents: list[Document[RuleCounts]]) -> None:
    """In one commit. What is counted meanwhile has it begin again."""
    if len(documents) < 2:
        return
    unit, key = UnitOfWork(job.context.store, documents), folded_key(documents[0].key)
    known = await unit.get(key)
    parts = [each.data for each in documents if each.key != key]
    if known is None:
        unit.create(key, folded(parts))
    else:
        known.update(folded([known, *parts]))
    for document in documents:
        if document.key != key:
            unit.delete(document.key)
    await unit.commit()


async def expire(job: Job) -> int:
    """How many went: a page of each."""
    gone = 0
    for collection, kept in ((RULE_COUNTS, COUNTS_KEPT), (RULE_VOTES, VOTES_KEPT)):
        gone += await _expire(job, collection, day_name((job.now - kept) // DAY))
    return gone


async def _expire(job: Job, collection: Collection[RuleCounts], before: str) -> int:
    page = await job.context.store.query(collection, app=job.app, high=before, limit=_AT_ONCE)
    await job.context.store.commit([Delete(each.key) for each in page.documents])
    return len(page.documents)
