"""A queue that is opened for its first message."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from common.queue.messages import Message
    from common.queue.queue import Queue


class LateQueue:
    """Most messages are part of a commit, and many a process sends no others."""

    def __init__(self, opening: Callable[[], Queue]) -> None:
        self._opening = opening
        self._opened: Queue | None = None
        self._lock = Lock()

    def open(self) -> Queue:
        """The queue itself, for who cannot go on without it. Raises QueueError."""
        with self._lock:
            if self._opened is None:
                self._opened = self._opening()
            return self._opened

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        await self.open().publish(message, delay)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
