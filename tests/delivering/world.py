"""Gavel and a customer's platform in one process, at the speed of a clock that jumps."""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
from collections.abc import Container, Coroutine, Iterable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from common.configuration.configuration import Configurations
from common.delivery.slots import PER_ENDPOINT
from common.domain.action import Action, action_key
from common.domain.content import USER_ENTITY
from common.domain.delivery import DELIVERIES, Delivery, is_open
from common.domain.endpoint import Endpoint, action_endpoint, endpoint_key
from common.domain.indexes import INDEXES
from common.domain.item import Item, item_id, item_key
from common.domain.log import LOG, LogEntry
from common.domain.settings import settings_key
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.settings import Settings
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, D, Put, Write
from tests.delivering.clock import JumpingLoop
from tests.delivering.platform import HOST, Attempt, Platform
from tests.delivering.processes import LEASE, Faults, Message, Process, Waiting
from tests.factories import action, item

T = TypeVar("T")
APP = "default"
USERS = ("ada", "bob")
POSTS = ("post-1", "post-2", "post-3")
_SHORTEST = 0.001
# Longer than what is broken off waits for the store once more.
_LAST_WORDS = 1.0
_SWEPT_WHILE_SETTLING = 60.0
_LONGEST_LOOK = 1800.0
_MEMORY = Path("/dev/shm")


def _on_platform(id: str, **fields: Any) -> Action:
    return action(id, url=f"{HOST}/{id}", **fields)


ACTIONS: dict[str, Action] = {
    "ban": _on_platform("ban", carries_out=["ban"], reverses=["unban"]),
    "unban": _on_platform("unban", carries_out=["unban"], reverses=["ban"]),
    "warn": _on_platform("warn"),
    "hide": _on_platform("hide", kind="post"),
    "note": _on_platform("note", independent=True),
}
BUILT_IN = ("ban", "unban")


class World:
    """Two processes share the store, as instances of a function do; messages go to them in turn."""

    def __init__(
        self,
        *,
        seed: int = 0,
        slowness: float = 0.0,
        per_endpoint: int = PER_ENDPOINT,
        **settings: Any,
    ) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
        shutil.copy(_configured(), self._folder / "store.db")
        self.loop = JumpingLoop()
        self.settings = _settings(self._folder, **settings)
        self.store = SqliteStore(self._folder / "store.db", INDEXES)
        self.waiting = Waiting(self.loop)
        self.platform = Platform(self.loop)
        self.faults = Faults()
        self.deaths = 0
        self.sweep_every: float | None = self.settings.sweep_interval
        self._seed = seed
        self._slowness = slowness
        self._per_endpoint = per_endpoint
        self._processes = [self._born(), self._born()]
        self._leased: dict[asyncio.Task[None], Message] = {}
        self._chance = _chance(seed)

    def close(self) -> None:
        self.run(self._end())
        self._chance.close()
        self.store.close()
        self.loop.close()
        shutil.rmtree(self._folder)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    @property
    def now(self) -> int:
        return self.loop.nanoseconds()

    def process(self, number: int = 0) -> Process:
        """A living one: whoever died has been started again."""
        number %= len(self._processes)
        if self._processes[number].is_dead:
            self.deaths += 1
            self._processes[number] = self._born()
        return self._processes[number]

    async def order(self, action: str, user: str, post: str | None = None) -> bool:
        """A moderator's decision; False when the process died before it had answered."""
        await asyncio.sleep(_SHORTEST)
        options: dict[str, Any] = {"target_user_id": user}
        about = item_id(APP, "post", post) if post else None
        if action not in BUILT_IN:
            options = {"id": action}
            about = about or item_id(APP, USER_ENTITY, user)
        type = ACTION_TYPES[action if action in BUILT_IN else "custom"]
        decision = Decision(type, "moderator", about, type.options.model_validate(options))
        process = self.process()
        task = process.start(decide(process.context, APP, decision, self.now))
        await asyncio.wait([task])
        return not _failed(task)

    async def call(self, work: Coroutine[Any, Any, Any], process: Process) -> bool:
        task = process.start(work)
        await asyncio.wait([task])
        return not _failed(task)

    def deliver(self, message: Message, *, again: bool = False, number: int = 0) -> None:
        """Begins to consume it; with `again`, it stays as if it had been delivered twice."""
        task = self.process(number).consume(message.topic, message.body)
        if not again:
            self.waiting.messages.remove(message)
            self._leased[task] = message
        task.add_done_callback(self._ended)

    def in_flight(self, actions: Container[str]) -> list[Attempt]:
        """What these have been sent and not yet answered, whether or not the sender lives."""
        return [
            attempt
            for attempt in self.platform.attempts
            if attempt.ends > self.now and attempt.endpoint.removeprefix("action:") in actions
        ]

    def sweep(self, number: int = 0) -> None:
        self.process(number).consume("sweep", {}).add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        message = self._leased.pop(task, None)
        if _failed(task) and message is not None:
            self.waiting.add(message.topic, message.body, LEASE)

    async def rest(self) -> None:
        """Until nothing can go on before time passes."""
        await asyncio.sleep(_SHORTEST)

    async def run_for(self, seconds: float) -> None:
        """As a platform does that works: every message in its time, and the sweep."""
        end = self.loop.time() + seconds
        sweep_at = self.loop.time() + (self.sweep_every or seconds + 1)
        number = 0
        while True:
            for message in self.waiting.due():
                number += 1
                self.deliver(message, number=number)
            if self.loop.time() >= sweep_at:
                self.sweep(number)
                sweep_at += self.sweep_every or seconds
            until = min(end, sweep_at, self.waiting.next_due() or end)
            if self.loop.time() >= end:
                return
            await self._wait(until - self.loop.time())

    async def settle(self, longest: float) -> bool:
        """Works on until nothing is to be sent any more; False when it has not come to that."""
        self.sweep_every = _SWEPT_WHILE_SETTLING
        end, seconds = self.loop.time() + longest, _SWEPT_WHILE_SETTLING
        while await self.open_deliveries():
            if self.loop.time() > end:
                return False
            await self.run_for(seconds)
            seconds = min(seconds * 2, _LONGEST_LOOK)
        return True

    async def _wait(self, seconds: float) -> None:
        self.waiting.changed.clear()
        try:
            async with asyncio.timeout(max(seconds, 1e-6)):
                await self.waiting.changed.wait()
        except TimeoutError:
            return

    async def stop(self, number: int) -> None:
        await self.process(number).stop()

    async def kill(self, number: int) -> None:
        self.process(number).kill()

    async def deliveries(self) -> list[Delivery]:
        """All that were ordered, in the order in which they were."""
        return await self._all(DELIVERIES, "created_at")

    def under_way(self) -> list[Message]:
        """The messages that are in a consumer's hands."""
        return [*self._leased.values()]

    async def open_deliveries(self) -> list[Delivery]:
        return [delivery for delivery in await self.deliveries() if is_open(delivery)]

    async def endpoint(self, action: str) -> Endpoint | None:
        (found,) = await self.store.get([endpoint_key(APP, action_endpoint(action))])
        return found.data if found else None

    async def log(self) -> list[LogEntry]:
        return await self._all(LOG, "at")

    async def _all(self, collection: Collection[D], order: str) -> list[D]:
        found: list[D] = []
        cursor: str | None = None
        while True:
            page = await self.store.query(
                collection, app=APP, order=order, limit=100, cursor=cursor
            )
            found += [document.data for document in page.documents]
            cursor = page.cursor
            if cursor is None:
                return found

    def _born(self) -> Process:
        self._seed += 1
        return Process(
            self.settings,
            self.store,
            self.waiting,
            self.platform,
            self.faults,
            self.loop,
            self._seed,
            self._slowness,
            self._per_endpoint,
        )

    async def _end(self) -> None:
        for process in self._processes:
            process.kill()
        await asyncio.sleep(_LAST_WORDS)


def _chance(seed: int) -> ExitStack:
    """Ids decide ties, and pauses who is faster. With chance in them a story would not be the same
    when it is told again.
    """
    chance, stack = random.Random(seed), ExitStack()
    ids = patch("secrets.token_hex", lambda count: chance.randbytes(count).hex())
    stack.enter_context(ids)
    stack.enter_context(patch("common.store.deciding.random", chance))
    return stack


def _failed(task: asyncio.Task[Any]) -> bool:
    return task.cancelled() or task.exception() is not None


def _settings(folder: Path, **given: Any) -> Settings:
    secrets: dict[str, Any] = {
        "api_key": "key",
        "api_secret": "secret " * 6,
        "api_token": "token-" * 6,
    }
    return Settings(data=folder, config_ttl=3600, **secrets, **given)


@cache
def _configured() -> Path:
    """A store with the app's actions and items, which each world begins with a copy of."""
    path = Path(tempfile.mkdtemp()) / "store.db"
    store = SqliteStore(path, INDEXES)
    asyncio.run(_configure(store))
    store.close()
    return path


async def _configure(store: SqliteStore) -> None:
    writes: list[Write] = [Create(item_key(APP, each["id"]), each) for each in _items()]
    writes += [Put(action_key(APP, each["id"]), each) for each in ACTIONS.values()]
    writes.append(Put(settings_key(APP), {}))
    await Configurations(store, 0).change(APP, writes)


def _items() -> Iterable[Item]:
    for user in USERS:
        yield item(APP, USER_ENTITY, user, user, now=1)
    for number, post in enumerate(POSTS):
        yield item(APP, "post", post, USERS[number % len(USERS)], now=1)
