"""Jobs that are over, and parts that those of earlier releases have left."""

from __future__ import annotations

from common.domain.task import FILE_JOBS, TASKS, Task, is_finished, task_key
from common.domain.task_part import TASK_PARTS, task_of
from common.moderation.background.retention.page import Page
from common.store.store import Delete, Document

_AT_ONCE, _PARTS_AT_ONCE = 60, 10
_WITH_PEOPLE = FILE_JOBS | {"block_list_import"}
"""The receipts of erasures stay, and what was undone is known by the job that did."""


async def step(page: Page, cursor: str) -> str | None:
    job = page.job
    found = await job.context.store.query(TASKS, app=job.app, limit=_AT_ONCE, cursor=cursor or None)
    for document in await page.free(found.documents):
        task = document.data
        is_of_kind = task.get("kind") in _WITH_PEOPLE and _has_ended(document)
        if is_of_kind and task["updated_at"] < page.before("jobs"):
            page.delete("jobs", document)
    return found.cursor


async def left_parts(page: Page, cursor: str) -> str | None:
    job = page.job
    found = await job.context.store.query(
        TASK_PARTS, app=job.app, limit=_PARTS_AT_ONCE, cursor=cursor or None
    )
    ids = sorted({task_of(each.key.id) for each in found.documents})
    tasks = await job.context.store.get([task_key(job.app, id) for id in ids])
    left = {id for id, each in zip(ids, tasks, strict=True) if each is None or _has_ended(each)}
    job.unit.add(*(Delete(each.key) for each in found.documents if task_of(each.key.id) in left))
    return found.cursor


def _has_ended(task: Document[Task]) -> bool:
    """With a `due_at` its parts have a time of their own."""
    return is_finished(task.data) and "due_at" not in task.data
