"""Processes that can die at any step, and the queue between them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.delivery.deliveries import deliver
from common.delivery.dispatcher import dispatcher_of
from common.delivery.receipts import ask
from common.delivery.slots import Slots
from common.moderation.enforcement.enforcements import enforce
from common.moderation.sweeps import sweep
from common.queue.messages import DueDelivery, DueReceipt, Trigger, decoded
from common.queue.messages import Message as Sent
from common.settings import Settings
from common.store.publishing import PublishingStore
from common.store.store import Collection, D, Document, DocumentStore, Key, Page, Write
from tests.delivering.clock import JumpingLoop
from tests.delivering.platform import Platform

T = TypeVar("T")
LEASE = 45.0
"""Seconds after which a message is delivered again whose consumer failed or died."""


class Crash(BaseException):
    """The end of a process: nothing catches it, and nothing of the process runs afterwards."""


@dataclass(eq=False, slots=True)
class Message:
    topic: str
    body: dict[str, Any]
    due: float


class Waiting:
    """The messages on their way, for the test to deliver when and as often as it likes."""

    def __init__(self, loop: JumpingLoop) -> None:
        self._loop = loop
        self.messages: list[Message] = []
        self.changed = asyncio.Event()

    def add(self, topic: str, body: dict[str, Any], delay: float) -> None:
        self.messages.append(Message(topic, body, self._loop.time() + delay))
        self.changed.set()

    def due(self) -> list[Message]:
        now = self._loop.time() + 1e-6
        return [message for message in self.messages if message.due <= now]

    def next_due(self) -> float | None:
        return min((message.due for message in self.messages), default=None)


class Faults:
    """`after` counts the steps until a process dies: before and after each commit, publishing and
    sending is one.
    """

    def __init__(self) -> None:
        self.after: int | None = None
        self.steps = 0

    def is_now(self) -> bool:
        self.steps += 1
        if self.after is None:
            return False
        self.after -= 1
        if self.after < 0:
            self.after = None
            return True
        return False


class _Store:
    """The store as a process sees it that may die."""

    def __init__(self, store: DocumentStore, process: Process) -> None:
        self._store = store
        self._process = process

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        await self._process.pause()
        self._process.check()
        return await self._store.get(keys)

    async def query(self, collection: Collection[D], **where: Any) -> Page[D]:
        await self._process.pause()
        self._process.check()
        return await self._store.query(collection, **where)

    async def commit(self, writes: Iterable[Write]) -> None:
        await self._process.pause()
        self._process.step()
        await self._store.commit(writes)
        self._process.step()
        await self._process.pause()

    def close(self) -> None:
        raise NotImplementedError


class _Queue:
    def __init__(self, waiting: Waiting, process: Process) -> None:
        self._waiting = waiting
        self._process = process

    async def publish(self, message: Sent, delay: float = 0.0) -> None:
        self._process.step()
        self._waiting.add(message.topic, message.encode(), delay)
        self._process.step()

    def close(self) -> None:
        raise NotImplementedError


class _Sender:
    def __init__(self, platform: Platform, process: Process) -> None:
        self._platform = platform
        self._process = process

    async def send(self, request: Any, *_: object) -> Any:
        """Of a process that is told to stop, what it was sending arrives by then or never; of one
        that died, some of it may still be on its way.
        """
        self._process.step()
        try:
            result = await self._platform.send(request)
        except asyncio.CancelledError:
            if not self._process.is_dead:
                self._platform.break_off(request)
            raise
        self._process.step()
        return result


class Process:
    """Runs the use cases on a context of its own. Once it is dead, another takes its place on the
    same store with nothing in memory.
    """

    def __init__(
        self,
        settings: Settings,
        store: DocumentStore,
        waiting: Waiting,
        platform: Platform,
        faults: Faults,
        loop: JumpingLoop,
        seed: int,
        slowness: float,
        per_endpoint: int,
    ) -> None:
        self._loop = loop
        self._slowness = slowness
        self._pauses = random.Random(seed)
        self._faults = faults
        self.is_dead = False
        # In order, since that of a set differs from run to run.
        self._tasks: dict[asyncio.Task[Any], None] = {}
        queue = _Queue(waiting, self)
        own = PublishingStore(_Store(store, self), queue)
        configurations = Configurations(own, settings.config_ttl)
        self.context = Context(settings, own, queue, configurations)
        self.context.rng.seed(seed)
        dispatcher = vars(dispatcher_of(self.context))
        dispatcher["sender"] = _Sender(platform, self)
        dispatcher["slots"] = Slots(per_endpoint=per_endpoint)

    async def pause(self) -> None:
        """As long as the store takes, so that whatever goes on at once can come between."""
        if self._slowness:
            await asyncio.sleep(self._pauses.uniform(0, self._slowness))

    def check(self) -> None:
        if self.is_dead:
            raise Crash

    def step(self) -> None:
        self.check()
        if self._faults.is_now():
            self.kill()
            raise Crash

    def kill(self) -> None:
        self.is_dead = True
        current = asyncio.current_task()
        for task in self._tasks:
            if task is not current:
                task.cancel()

    async def stop(self) -> None:
        """Broken off by its platform, which lets it give back what it has in its hands."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.is_dead = True

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = self._loop.create_task(work)
        self._tasks[task] = None
        task.add_done_callback(lambda task: self._tasks.pop(task))
        return task

    def consume(self, topic: str, body: Mapping[str, Any]) -> asyncio.Task[None]:
        now = self._loop.nanoseconds()
        if topic == "sweep":
            return self.start(sweep(self.context, now))
        message = decoded(topic, body)
        match message:
            case Trigger():
                return self.start(enforce(self.context, message, now))
            case DueReceipt():
                return self.start(ask(self.context, message, now))
        assert isinstance(message, DueDelivery), message
        return self.start(deliver(self.context, message, now))
