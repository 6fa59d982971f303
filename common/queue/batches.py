"""Sends together what is given at the same time, because a call costs more than a message."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

Send = Callable[[str, list[bytes]], Awaitable[None]]

_MOST_MESSAGES = 100
_MOST_BYTES = 1_000_000


class Batches:
    """What one turn of an event loop adds to a topic is sent in the next."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._open: dict[tuple[asyncio.AbstractEventLoop, str], _Batch] = {}

    async def add(self, topic: str, data: bytes) -> None:
        """Returns when the message has been sent; raises what came of its batch."""
        key = asyncio.get_running_loop(), topic
        batch = self._open.get(key)
        if batch is None or batch.is_full or batch.is_closed:
            batch = self._open[key] = _Batch(topic, self._send)
        batch.add(data)
        # Whoever gives up does not take the others' messages along.
        await asyncio.shield(batch.sending)


class _Batch:
    def __init__(self, topic: str, send: Send) -> None:
        self.is_closed = False
        self.sending = asyncio.create_task(self._sent(topic, send))
        self._messages: list[bytes] = []
        self._bytes = 0

    @property
    def is_full(self) -> bool:
        return len(self._messages) >= _MOST_MESSAGES or self._bytes >= _MOST_BYTES

    def add(self, data: bytes) -> None:
        self._messages.append(data)
        self._bytes += len(data)

    async def _sent(self, topic: str, send: Send) -> None:
        await asyncio.sleep(0)
        self.is_closed = True
        await send(topic, self._messages)
