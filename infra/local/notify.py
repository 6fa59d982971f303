"""Tells the worker at once that something was published; its polling is the net beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from common.configuration.context import Context
from common.queue.messages import Message, Outgoing, timed
from common.queue.queue import Queue
from common.store.store import Store, Write

Wake = Callable[[str], None]
"""Takes the topic."""


def wake_after(context: Context, wake: Wake) -> None:
    """Has everything that is sent through this context and is ready at once wake its consumer."""
    context.store = NotifyingStore(context.store, wake)
    context.queue = NotifyingQueue(context.queue, wake)


class NotifyingStore:
    def __init__(self, store: Store, wake: Wake) -> None:
        self._store = store
        self._wake = wake
        self.get = store.get
        self.query = store.query
        self.close = store.close

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        sent = timed(messages)
        await self._store.commit(writes, sent)
        for topic in {each.message.topic for each in sent if each.delay <= 0}:
            self._wake(topic)


class NotifyingQueue:
    def __init__(self, queue: Queue, wake: Wake) -> None:
        self._queue = queue
        self._wake = wake
        self.close = queue.close

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        await self._queue.publish(message, delay)
        if delay <= 0:
            self._wake(message.topic)
