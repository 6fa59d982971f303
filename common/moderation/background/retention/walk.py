"""What an app keeps goes in time, page by page: a pass a day over what has an order by time, and
now and then one over all items and counters, which have none. One job an app sees to it and never
ends.

What a page does and that it was done are one commit, as with any job.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from common.domain.log_tree import day_of
from common.domain.retention import EVERY, GRACE, days_by_kind, looked_through_every
from common.domain.settings import AppSettings, settings_key
from common.domain.times import DAY, MINUTE
from common.moderation.background.holding import Holds
from common.moderation.background.job import Job, Step
from common.moderation.background.retention import (
    hanging,
    items,
    jobs,
    log_days,
    telling,
    timed,
)
from common.moderation.background.retention.page import Known, Page, known_of

IN_A_ROW = 50
"""Pages after which the job waits for the next sweep, so that it holds up nothing else."""
_READ = 20
"""Pages in which there was nothing to delete, before it is kept how far it has come."""
_COUNTERS_EVERY = 9 * DAY

Run = Callable[[Page, str], Awaitable[str | None]]
_STAGES: Mapping[str, Run] = {
    "items": items.step,
    "hanging": hanging.step,
    "log": log_days.step,
    **{each.kind: each.step for each in timed.TIMED},
    "approvals": timed.approvals,
    "counters": timed.counters,
    "jobs": jobs.step,
    "left_parts": jobs.left_parts,
}
_ORDER = (*_STAGES,)


async def step(job: Job) -> Step:
    (found,) = await job.context.store.get([settings_key(job.app)])
    settings: AppSettings = found.data if found is not None else {}
    known = known_of(job.task)
    holds = await Holds.of(job.context.store, job.app)
    page = Page(job, settings, holds, known)
    from_when = settings.get("retention_changed_at", 0) + GRACE
    if job.now < from_when:
        return await _paused(page, from_when)
    stage, _, cursor = job.cursor.partition("|")
    if stage not in _STAGES:
        stage, cursor = _ORDER[0], ""
        _begin(page)
    return await _run(page, stage, cursor)


def _begin(page: Page) -> None:
    known, now = page.known, page.job.now
    every = looked_through_every(page.settings)
    known["began_at"] = now
    known["with_items"] = every is not None and now >= known["items_at"] + every
    known["with_counters"] = now >= known["counters_at"] + _COUNTERS_EVERY
    if known["with_items"]:
        known["items_at"] = now
    if known["with_counters"]:
        known["counters_at"] = now


async def _run(page: Page, stage: str, cursor: str) -> Step:
    job = page.job
    for _ in range(_READ):
        following = await _STAGES[stage](page, cursor) if _is_wanted(page, stage) else None
        if following is not None:
            cursor = following
        elif stage == _ORDER[-1]:
            return await _paused(page, page.known["began_at"] + EVERY)
        else:
            stage, cursor = _ORDER[_ORDER.index(stage) + 1], ""
        if job.unit.writes():
            break
    known = page.known
    if day_of(job.now) != day_of(job.task["updated_at"]):
        await telling.tell(page)
    known["in_a_row"] = (known["in_a_row"] + 1) % IN_A_ROW
    wait = 0 if known["in_a_row"] else job.now + MINUTE
    return Step(f"{stage}|{cursor}", {**known}, at=wait)


def _is_wanted(page: Page, stage: str) -> bool:
    if stage in ("items", "hanging"):
        return page.known["with_items"]
    if stage == "left_parts":
        return page.known["with_counters"]
    return days_by_kind(page.settings)[stage] is not None and (
        stage not in ("counters", "jobs") or page.known["with_counters"]
    )


async def _paused(page: Page, until: int) -> Step:
    await telling.tell(page)
    page.known["in_a_row"] = 0
    known: Known = page.known
    return Step("", {**known}, at=max(until, page.job.now + MINUTE))
