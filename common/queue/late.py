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

    def __init__(self, open: Callable[[], Queue]) -> None:
        self._open = open
        self._opened: Queue | None = None
        self._lock = Lock()

    @property
    def opened(self) -> Queue:
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        await self.opened.publish(message, delay)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
