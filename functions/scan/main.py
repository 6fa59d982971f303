"""The slow engines of one partial check."""

from __future__ import annotations

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.content.scans import scan as run
from common.queue.messages import ScanOrder


async def consume(context: Context, order: ScanOrder) -> None:
    await run(context, order, now())


scan = queue_function("scan", consume)
