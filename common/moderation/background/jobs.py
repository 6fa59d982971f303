"""Jobs, run page by page.

What a page does and that it was done are one unit of work, so whatever is broken off goes on where
it was, and no page has its effect twice. A message counts for the turn that it names.
"""

from __future__ import annotations

from contextlib import suppress

from common.configuration.context import Context
from common.delivery.turns import is_its_turn
from common.domain.task import FILE_JOBS, Task, is_finished, task_key
from common.moderation.background.job import Job, JobFailed, Step
from common.queue.messages import ScanOrder
from common.store.store import Conflict, Document
from common.store.unit_of_work import UnitOfWork


async def run(context: Context, order: ScanOrder, read: Document[Task], now: int) -> None:
    """One page. Raises Conflict where something else that the page changes has changed."""
    from common.moderation.background.kinds import KINDS

    task = read.data
    if not is_its_turn(task.get("due_at"), order.at, now):
        return
    if is_finished(task):
        if now >= task["due_at"]:
            await _clear(context, order, read, now)
        return
    kind = KINDS[task["kind"]]
    job = Job(context, order.app, task, UnitOfWork(context.store, [read]), now)
    configures = False
    try:
        step = await kind.step(job)
        configures = step.configures
        after = await _after(job, step)
    except Exception as error:
        failure = _final(error, task, now)
        if failure is None:
            raise
        job = Job(context, order.app, task, UnitOfWork(context.store, [read]), now)
        after = await _failed(job, failure)
    if is_finished(after):
        await kind.ended(job, after)
        if after["status"] == "failed" and after["kind"] in FILE_JOBS:
            after["due_at"] = now
            job.unit.send(ScanOrder(job.app, after["id"], at=now))
    try:
        if configures:
            await context.configurations.change(job.app, job.unit.writes(), job.unit.messages)
        else:
            await job.unit.commit()
    except Conflict as conflict:
        # Whoever did the same page has sent the message for the next one.
        if conflict.key != read.key:
            raise


def _final(error: Exception, task: Task, now: int) -> JobFailed | None:
    """None where the same page may go well another time. What makes a file is given up where it has
    not got on for as long as files are kept: what it has made of somebody's data by then has to go.
    """
    from common.moderation.background.files import KEPT

    if isinstance(error, JobFailed):
        return error
    if task["kind"] in FILE_JOBS and now - task["updated_at"] >= KEPT:
        return JobFailed("given_up", "it did not get on for days: order it again")
    return None


async def _clear(context: Context, order: ScanOrder, read: Document[Task], now: int) -> None:
    """The file that the job made goes, for its time has come, and what one has made that failed."""
    from common.moderation.background import files

    job = Job(context, order.app, read.data, UnitOfWork(context.store, [read]), now)
    task = await job.unit.have(read.key)
    if await files.clear(job):
        task["due_at"] = max(now, read.data["due_at"] + 1)
        job.unit.send(ScanOrder(order.app, task["id"], at=task["due_at"]))
    else:
        task.pop("due_at", None)
        task["result"] = files.without_urls(task)
    task.pop("swept", None)
    with suppress(Conflict):
        await job.unit.commit()


async def _after(job: Job, step: Step) -> Task:
    task = await job.unit.have(task_key(job.app, job.task["id"]))
    task["result"] = step.result
    task["updated_at"] = job.now
    task.setdefault("started_at", job.now)
    task.pop("swept", None)
    if step.cursor is None:
        task["status"] = "completed"
        _end(task, job.now)
    else:
        task["status"] = "running"
        task["cursor"] = step.cursor
        task["due_at"] = max(job.now, step.at, job.task["due_at"] + 1)
        if not step.at:
            job.unit.send(ScanOrder(job.app, task["id"], at=task["due_at"]))
    return task


async def _failed(job: Job, failure: JobFailed) -> Task:
    task = await job.unit.have(task_key(job.app, job.task["id"]))
    task["status"] = "failed"
    task["error"] = {"type": failure.word, "description": failure.description}
    task["updated_at"] = job.now
    task.setdefault("started_at", job.now)
    _end(task, job.now)
    return task


def _end(task: Task, now: int) -> None:
    task["finished_at"] = now
    task.pop("due_at", None)
    task.pop("swept", None)
    task.pop("cursor", None)
