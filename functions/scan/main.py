"""The slow engines of one partial check."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context, now
from common.http.queue_function import queue_function
from common.moderation.content import scans


async def consume(context: Context, message: dict[str, Any]) -> None:
    await scans.scan(context, scans.Order.of(message), now())


scan = queue_function("scan", consume)
