"""The slow engines of one partial check, and a turn of what is done in the background."""

from __future__ import annotations

from common import loading
from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.background import working
from common.queue.messages import Scannable


async def consume(context: Context, order: Scannable) -> None:
    await working.work(context, order, now())


scan = queue_function("scan", consume)

loading.done()
