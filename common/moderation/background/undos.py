"""Undoing what a rule did, an enforcement a commit, the newest first."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.log import LogEntry
from common.domain.task import Task, new_job
from common.domain.undo import Taken, Undo
from common.moderation.background import starting
from common.moderation.background.job import Job, Step
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.rules.taking_back import TakingBack
from common.moderation.rules.undoing import KIND, add_up, new_result, of_version, page_of, undo_of
from common.store.deciding import until_committed
from common.store.store import Document
from common.store.unit_of_work import UnitOfWork

_A_PAGE = 20


async def start(context: Context, app: str, undo: Undo, now: int) -> Task:
    asked = {
        "rule_id": undo.rule_id,
        "version": undo.version,
        "since": undo.since,
        "until": undo.until,
        "by": undo.by,
        "reason": undo.reason,
    }
    task = new_job(KIND, undo.id, asked, new_result(), now)
    await starting.start(context, app, task)
    return task


async def step(job: Job) -> Step:
    """Broken off and done again, a page finds what it has undone before, and counts it once."""
    undo = undo_of(job.task)
    page = await page_of(job.context, job.app, undo, job.cursor or None, _A_PAGE)
    result = dict(job.task["result"])
    for document in of_version(page.documents, undo):
        add_up(result, document.data, await _taken_back(job, undo, document))
    return Step(page.cursor, result)


async def _taken_back(job: Job, undo: Undo, document: Document[LogEntry]) -> list[Taken]:
    configuration = await job.context.configurations.of(job.app)

    async def attempt() -> list[Taken]:
        unit = UnitOfWork(job.context.store)
        taken = await TakingBack(job.context, configuration, unit, undo, job.now).of(document.key)
        if any(each.refused is None for each in taken):
            await unit.commit()
        return taken

    return await until_committed(attempt, ATTEMPTS, too_busy())
