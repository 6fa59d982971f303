"""Leases one topic's messages and has its function handle them, so many at a time."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass

from starlette.types import ASGIApp

from common.http.logging import FunctionLogger
from common.queue.queue import QueueError
from infra.framework.invoking import post
from infra.local.source import Leased, Source

MAX_ATTEMPTS = 8
_LONGEST_DELAY = 60.0
_POLL_SECONDS = 0.04
# One lease for many costs little more than for one: under load, wait for this share to be free.
_WORTH_A_LEASE = 1 / 8
_PAUSE_AFTER_ERROR = 1.0
_LONGEST_PAUSE = 15.0
_LEASE_MARGIN = 5.0


@dataclass(frozen=True, slots=True)
class Topic:
    """`seconds` is what one call of the function may take."""

    name: str
    concurrency: int
    seconds: float


def retry_delay(attempts: int) -> float:
    return min(float(2 ** (attempts - 1)), _LONGEST_DELAY)


class Consumer:
    def __init__(self, source: Source, topic: Topic, app: ASGIApp, logger: FunctionLogger) -> None:
        self._source = source
        self._topic = topic
        self._enough = topic.concurrency * _WORTH_A_LEASE
        self._app = app
        self._logger = logger
        self._running: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._stopping = asyncio.Event()

    def wake(self) -> None:
        self._changed.set()

    def stop(self) -> None:
        self._stopping.set()
        self._changed.set()

    async def run(self, grace: float) -> None:
        """After `stop`, what runs has `grace` seconds to end; what is then held is given back."""
        failures = 0
        while not self._stopping.is_set():
            self._changed.clear()
            try:
                await self._lease()
                failures = 0
            except QueueError as error:
                failures += 1
                await self._recover(error, failures)
            await self._pause()
        await self._drain(grace)

    async def _recover(self, error: QueueError, failures: int) -> None:
        seconds = min(_PAUSE_AFTER_ERROR * 2.0 ** (failures - 1), _LONGEST_PAUSE)
        name = self._topic.name
        self._logger.error("cannot lease", topic=name, cause=error.cause, error=str(error))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_POLL_SECONDS):
                await self._changed.wait()
                while not self._stopping.is_set() and self._free() < self._enough:
                    self._changed.clear()
                    await self._changed.wait()

    def _free(self) -> int:
        return self._topic.concurrency - len(self._running)

    async def _drain(self, seconds: float) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)
        abandoned = [*self._running]
        for task in abandoned:
            task.cancel()
        await asyncio.gather(*abandoned, return_exceptions=True)

    async def _lease(self) -> None:
        free = self._free()
        if free == 0:
            return
        seconds = self._topic.seconds + _LEASE_MARGIN
        for leased in await self._source.lease([self._topic.name], free, seconds):
            task = asyncio.create_task(self._handle(leased))
            self._running.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._changed.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            # The message stays leased and comes again when its lease ends.
            text = f"{type(error).__name__}: {error}"
            cause = getattr(error, "cause", None)
            self._logger.error("cannot settle a message", cause=cause, error=text)

    async def _handle(self, leased: Leased) -> None:
        if leased.attempts > MAX_ATTEMPTS:
            await self._bury(leased, "the worker died each time it was handled")
            return
        try:
            failure = await self._failure(leased)
        except asyncio.CancelledError:
            await self._source.release(leased.id)
            raise
        if failure is None:
            await self._source.ack(leased.id)
        elif leased.attempts == MAX_ATTEMPTS:
            await self._bury(leased, failure)
        else:
            await self._source.release(leased.id, retry_delay(leased.attempts))

    async def _failure(self, leased: Leased) -> str | None:
        try:
            async with asyncio.timeout(self._topic.seconds):
                status = await post(self._app, leased.topic, str(leased.id), leased.body)
        except TimeoutError:
            return f"{leased.topic} did not end within {self._topic.seconds:g} s"
        return None if 200 <= status < 300 else f"{leased.topic} answered {status}"

    async def _bury(self, leased: Leased, why: str) -> None:
        reason = f"{why}, attempt {leased.attempts}"
        await self._source.bury(leased.id, reason)
        self._logger.error("dead letter", topic=leased.topic, id=leased.id, reason=reason)
