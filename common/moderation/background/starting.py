"""Starting a job, with what it works through."""

from __future__ import annotations

from collections.abc import Iterable

from common.configuration.context import Context
from common.domain.task import Task, task_key
from common.queue.messages import ScanOrder
from common.store.store import Create, Document, Put, Write


async def start(
    context: Context,
    app: str,
    task: Task,
    others: Iterable[Write] = (),
    before: Document[Task] | None = None,
) -> None:
    """`others` are written with it; it takes the place of `before`, which has ended. Raises
    Conflict where another was faster.
    """
    key = task_key(app, task["id"])
    made = Create(key, task) if before is None else Put(key, task, before.version)
    order = ScanOrder(app, task["id"], at=task["due_at"])
    await context.store.commit([made, *others], [order])
