"""What the messages to `scan` ask for."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.task import task_key
from common.moderation.background import jobs
from common.moderation.content import scans
from common.moderation.spam.tallying import tally
from common.queue.messages import DueTally, Scannable


async def work(context: Context, order: Scannable, now: int) -> None:
    """Of a task a page of the job, or what `scan` does; one that is done changes nothing."""
    if isinstance(order, DueTally):
        await tally(context, order, now)
        return
    (task,) = await context.store.get([task_key(order.app, order.task)])
    if task is None:
        return
    if "kind" in task.data:
        await jobs.run(context, order, task, now)
    else:
        await scans.scan_task(context, order, task, now)
