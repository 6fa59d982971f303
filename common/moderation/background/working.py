"""What a message about a task leads to."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.task import task_key
from common.moderation.background import jobs
from common.moderation.content import scans
from common.queue.messages import ScanOrder


async def work(context: Context, order: ScanOrder, now: int) -> None:
    """A page of a job, or what `scan` does. A task that is done changes nothing."""
    (task,) = await context.store.get([task_key(order.app, order.task)])
    if task is None:
        return
    if "kind" in task.data:
        await jobs.run(context, order, task, now)
    else:
        await scans.scan_task(context, order, task, now)
