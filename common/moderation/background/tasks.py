"""Tasks as callers see them."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.task import Task, task_key


async def get(context: Context, app: str, id: str) -> Task:
    (task,) = await context.store.get([task_key(app, id)])
    if task is None:
        raise NotFound(f"there is no task {id!r}", {"id": "does not exist"})
    return task.data
