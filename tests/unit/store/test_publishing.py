"""A unit of work whose queue is another system than its store: documents first, then messages."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

import pytest

from common.queue.messages import DueDelivery, Later, Message, Trigger
from common.queue.queue import QueueError
from common.store.publishing import PublishingStore
from common.store.sqlite.store import SqliteStore
from common.store.store import Conflict, Create, Key, Write

WRITE = Create(Key("app", "things", "a"), {})
TRIGGER, FIRST, SECOND = Trigger("app", "i"), DueDelivery("app", "1"), DueDelivery("app", "2")


class Queue:
    """Takes a message once `open` is set, and never `broken`."""

    def __init__(self, broken: Message | None = None) -> None:
        self.asked: asyncio.Queue[Message] = asyncio.Queue()
        self.sent: list[tuple[Message, float]] = []
        self.open = asyncio.Event()
        self._broken = broken

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        self.asked.put_nowait(message)
        await self.open.wait()
        if message == self._broken:
            raise QueueError("down")
        self.sent.append((message, delay))

    def close(self) -> None:
        self.open.clear()


@pytest.fixture
def documents(tmp_path: Path) -> Iterable[SqliteStore]:
    store = SqliteStore(tmp_path / "store.db", ())
    yield store
    store.close()


async def _is_stored(store: SqliteStore, write: Write = WRITE) -> bool:
    return await store.get([write.key]) != [None]


def test_messages_follow_the_documents_all_at_once(documents: SqliteStore) -> None:
    async def scenario() -> None:
        queue = Queue()
        unit = PublishingStore(documents, queue).commit([WRITE], [TRIGGER, Later(FIRST, 5.0)])
        committing = asyncio.create_task(unit)
        assert [await queue.asked.get(), await queue.asked.get()] == [TRIGGER, FIRST]
        assert await _is_stored(documents)
        assert not committing.done()
        queue.open.set()
        await committing
        assert queue.sent == [(TRIGGER, 0.0), (FIRST, 5.0)]

    asyncio.run(scenario())


def test_a_refused_unit_sends_nothing(documents: SqliteStore) -> None:
    async def scenario() -> None:
        queue = Queue()
        store = PublishingStore(documents, queue)
        await store.commit([WRITE])
        with pytest.raises(Conflict):
            await store.commit([WRITE], [TRIGGER])
        assert queue.asked.empty()

    asyncio.run(scenario())


@pytest.mark.parametrize("others", [[], [FIRST, SECOND]])
def test_a_message_that_is_lost_takes_no_other_along(
    documents: SqliteStore, others: list[Message]
) -> None:
    async def scenario() -> None:
        queue = Queue(broken=TRIGGER)
        queue.open.set()
        with pytest.raises(QueueError):
            await PublishingStore(documents, queue).commit([WRITE], [TRIGGER, *others])
        assert await _is_stored(documents)
        assert [message for message, _ in queue.sent] == others

    asyncio.run(scenario())
