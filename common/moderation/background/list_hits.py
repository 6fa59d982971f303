"""What was counted of block lists' entries on a day is added to the totals once the day is over."""

from __future__ import annotations

from itertools import groupby

from common.domain.block_list import BlockList
from common.domain.list_hits import (
    LIST_HITS,
    ListHits,
    add_day,
    digest_of,
    place_of,
    totals_key_of,
    without_gone,
)
from common.engines.block_list.lists import found_as
from common.engines.threads import COMPUTING
from common.moderation.background.job import Job
from common.moderation.background.rule_counts import first_open
from common.store.store import Document, Key
from common.store.unit_of_work import UnitOfWork

_AT_ONCE = 90
"""Fewer than the writes of a commit."""


async def fold(job: Job) -> bool:
    """A page; whether there may be more."""
    page = await job.context.store.query(
        LIST_HITS, app=job.app, high=first_open(job.now), limit=_AT_ONCE
    )
    for key, found in groupby(page.documents, key=lambda each: totals_key_of(each.key)):
        await _add(job, key, [*found])
    return page.cursor is not None


async def _add(job: Job, key: Key[ListHits], documents: list[Document[ListHits]]) -> None:
    """In one commit. A list that there is no more takes what was counted of it along."""
    unit = UnitOfWork(job.context.store, documents)
    configuration = await job.context.configurations.of(job.app)
    _, list_id = place_of(documents[0].key)
    block_list = configuration.lists.get(list_id)
    known = await unit.get(key)
    totals: ListHits = dict(known or {})
    for each in documents:
        add_day(totals, place_of(each.key)[0], each.data)
        unit.delete(each.key)
    if block_list is not None:
        digests = await COMPUTING.run(job.app, lambda: _digests(block_list))
        await unit.put(key, without_gone(totals, digests))
    elif known is not None:
        unit.delete(key)
    await unit.commit()


def _digests(block_list: BlockList) -> frozenset[str]:
    return frozenset(map(digest_of, found_as(block_list["type"], block_list["words"])))
