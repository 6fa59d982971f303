"""What was kept of evaluations goes in time, with what shadows found and what was counted. One job
an app sees to it and never ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.item import SHARDS
from common.domain.rule_input import EXPIRED_EVERY, RULE_INPUTS, RuleInput, keeping_time
from common.domain.rule_shadow import HITS_KEPT, SHADOW_HITS, ShadowHit
from common.domain.settings import settings_key
from common.domain.task import JobResult
from common.moderation.background import rule_counts
from common.moderation.background.job import Job, Step
from common.store.store import Delete, Document

_AT_ONCE = 100
_TIMES = 10


async def step(job: Job) -> Step:
    """At most a thousand: an app that keeps more in an hour has more steps. The cursor is the shard
    that is looked at, behind which come the hits of shadows and then counts, and from which id on
    counts are to be put together.
    """
    (settings,) = await job.context.store.get([settings_key(job.app)])
    before = job.now - keeping_time(settings.data if settings is not None else {})
    shard_name, _, low = job.cursor.partition(":")
    shard, gone, last = int(shard_name or 0), 0, len(SHARDS)
    for _ in range(_TIMES):
        if shard > last:
            break
        is_input = shard < last
        found: Sequence[Document[RuleInput] | Document[ShadowHit]] = (
            await _old(job, SHARDS[shard], before) if is_input else await _hits(job)
        )
        await job.context.store.commit([Delete(document.key) for document in found])
        gone += len(found)
        if len(found) < _AT_ONCE:
            shard += 1
    before_it: JobResult = {**job.task.get("result", {})}
    result = {"deleted": before_it.get("deleted", 0) + gone}
    if shard <= last:
        return Step(f"{shard}:{low}", result)
    expired = await rule_counts.expire(job)
    result["deleted"] += expired
    next_low = await rule_counts.fold(job, low)
    if next_low is not None or expired:
        return Step(f"{shard}:{low if next_low is None else next_low}", result)
    await rule_counts.fold_votes(job)
    resumed = rule_counts.resumed(job.now)
    return Step(f"0:{resumed}", result, at=job.now + EXPIRED_EVERY)


async def _old(job: Job, shard: str, before: int) -> Sequence[Document[RuleInput]]:
    page = await job.context.store.query(
        RULE_INPUTS,
        app=job.app,
        equal={"shard": shard},
        order="at",
        high=before,
        limit=_AT_ONCE,
    )
    return page.documents


async def _hits(job: Job) -> Sequence[Document[ShadowHit]]:
    page = await job.context.store.query(
        SHADOW_HITS, app=job.app, order="at", high=job.now - HITS_KEPT, limit=_AT_ONCE
    )
    return page.documents
