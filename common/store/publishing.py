"""A store whose units of work send their messages through a queue that is not part of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from common.queue.messages import Outgoing, timed
from common.queue.queue import Queue
from common.store.store import DocumentStore, Write


class PublishingStore:
    """What breaks off between commit and publishing leaves documents without their messages; the
    sweep finds them.
    """

    def __init__(self, store: DocumentStore, queue: Queue) -> None:
        self._store = store
        self._queue = queue
        self.get = store.get
        self.query = store.query
        self.close = store.close

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        """Raises QueueError when the documents are stored and a message was not published; the
        others were.
        """
        await self._store.commit(writes)
        sending = [self._queue.publish(each.message, each.delay) for each in timed(messages)]
        if len(sending) == 1:
            await sending[0]
            return
        for failure in await asyncio.gather(*sending, return_exceptions=True):
            if failure is not None:
                raise failure
