"""Tells the worker at once that something was published; its polling is the net beneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from common.queue.queue import Queue


class WakingQueue:
    """A queue that calls `wake(topic)` after each publishing that is ready at once."""

    def __init__(self, queue: Queue, wake: Callable[[str], None]) -> None:
        self._queue = queue
        self._wake = wake

    async def publish(self, topic: str, message: dict[str, Any], delay: float = 0.0) -> None:
        await self._queue.publish(topic, message, delay)
        if delay <= 0:
            self._wake(topic)

    def close(self) -> None:
        self._queue.close()
