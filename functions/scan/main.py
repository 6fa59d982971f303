"""The slow engines of one partial check."""

from __future__ import annotations

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.content import scans
from common.queue.messages import ScanOrder


async def consume(context: Context, order: ScanOrder) -> None:
    await scans.scan(context, order, now())


scan = queue_function("scan", consume)
