"""The worker's side: consuming, retrying and burying messages."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import functions_framework.aio
import pytest
from cloudevents.http.event import CloudEvent
from functions_framework.aio import _create_asgi_app_with_function
from starlette.types import ASGIApp

from common.http.logging import open_logger
from common.queue.sqlite.queue import SqliteQueue
from infra.framework.invoking import invoke
from infra.local.consuming import MAX_ATTEMPTS, Consumer, Topic, retry_delay
from tests.messages import Raw
from tests.running import running

Function = Callable[[CloudEvent], Awaitable[None]]


def _app(function: Function) -> ASGIApp:
    registered = functions_framework.aio.cloud_event(function)
    app: ASGIApp = _create_asgi_app_with_function(registered, "cloudevent", False)
    return app


def _run(tmp_path: Path, function: Function, body: Callable[[SqliteQueue, Consumer], Any]) -> None:
    async def run() -> None:
        queue = SqliteQueue(tmp_path / "queue.db")
        topic = Topic("enforce", concurrency=4, seconds=0.5)
        consumer = Consumer(queue, topic, _app(function), open_logger("worker", "error"))
        task = asyncio.create_task(consumer.run(grace=0.1))
        try:
            await body(queue, consumer)
        finally:
            consumer.stop()
            await task
            queue.close()

    asyncio.run(run())


async def _until(condition: Callable[[], Awaitable[bool]]) -> None:
    deadline = time.monotonic() + 10
    while not await condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


def test_a_message_arrives_as_a_cloudevent() -> None:
    seen: list[CloudEvent] = []

    async def enforce(event: CloudEvent) -> None:
        seen.append(event)

    message = {"item": "café", "at": 1}
    assert asyncio.run(invoke(_app(enforce), "enforce", "17", message)) == 200
    (event,) = seen
    assert (event["id"], event["source"], event["type"]) == (
        "17",
        "gavel/enforce",
        "com.gavel.enforce",
    )
    assert event.get_data() == message


def test_a_failing_function_answers_500() -> None:
    async def enforce(event: CloudEvent) -> None:
        raise ValueError(event["id"])

    assert asyncio.run(invoke(_app(enforce), "enforce", "1", {"a": 1})) == 500


def test_what_succeeds_is_gone(tmp_path: Path) -> None:
    seen: list[Any] = []

    async def enforce(event: CloudEvent) -> None:
        data: Any = event.get_data()
        seen.append(data["n"])

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await asyncio.gather(*(queue.publish(Raw("enforce", {"n": n})) for n in range(50)))
        await _until(lambda: _is_empty(queue))

    _run(tmp_path, enforce, body)
    assert sorted(seen) == list(range(50))


def test_no_more_run_at_once_than_allowed(tmp_path: Path) -> None:
    now_running = most = 0

    async def enforce(_: CloudEvent) -> None:
        nonlocal now_running, most
        now_running += 1
        most = max(most, now_running)
        await asyncio.sleep(0.01)
        now_running -= 1

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await asyncio.gather(*(queue.publish(Raw("enforce", {"n": n})) for n in range(20)))
        await _until(lambda: _is_empty(queue))

    _run(tmp_path, enforce, body)
    assert most == 4


def test_a_published_message_starts_soon(tmp_path: Path) -> None:
    started: list[float] = []

    async def enforce(_: CloudEvent) -> None:
        started.append(time.perf_counter())

    async def body(queue: SqliteQueue, consumer: Consumer) -> None:
        for wakes in (True, False):
            await asyncio.sleep(0.1)
            published = time.perf_counter()
            await queue.publish(Raw("enforce", {"n": 1}))
            if wakes:
                consumer.wake()
            await _until(lambda: _is_empty(queue))
            assert started.pop() - published < (0.02 if wakes else 0.2)

    _run(tmp_path, enforce, body)


def test_a_failure_is_tried_again_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.local.consuming.retry_delay", lambda attempts: attempts * 0.02)
    attempts = 0

    async def enforce(_: CloudEvent) -> None:
        nonlocal attempts
        attempts += 1
        if attempts < 3:
            raise ValueError("not yet")

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await queue.publish(Raw("enforce", {"n": 1}))
        await _until(lambda: _is_empty(queue))
        assert await queue.dead(10) == []

    _run(tmp_path, enforce, body)
    assert attempts == 3


def test_what_never_succeeds_is_buried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.local.consuming.retry_delay", lambda _: 0.0)
    attempts = 0

    async def enforce(_: CloudEvent) -> None:
        nonlocal attempts
        attempts += 1
        raise ValueError("never")

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await queue.publish(Raw("enforce", {"n": 1}))
        await _until(lambda: _is_empty(queue))
        (dead,) = await queue.dead(10)
        assert dead.reason == f"enforce answered 500, attempt {MAX_ATTEMPTS}"

    _run(tmp_path, enforce, body)
    assert attempts == MAX_ATTEMPTS


def test_a_message_that_kills_the_worker_is_buried(tmp_path: Path) -> None:
    async def enforce(_: CloudEvent) -> None:
        raise AssertionError("is not called any more")

    async def prepare() -> None:
        queue = SqliteQueue(tmp_path / "queue.db")
        await queue.publish(Raw("enforce", {"n": 1}))
        for _ in range(MAX_ATTEMPTS):
            assert await queue.lease(["enforce"], 1, 0.0)
        queue.close()

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await _until(lambda: _is_empty(queue))
        (dead,) = await queue.dead(10)
        assert "the worker died" in dead.reason

    asyncio.run(prepare())
    _run(tmp_path, enforce, body)


def test_what_takes_too_long_is_ended_and_tried_again(tmp_path: Path) -> None:
    attempts = 0

    async def enforce(_: CloudEvent) -> None:
        nonlocal attempts
        attempts += 1
        if attempts == 1:
            await asyncio.sleep(60)

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await queue.publish(Raw("enforce", {"n": 1}))
        await _until(lambda: _is_empty(queue))

    _run(tmp_path, enforce, body)
    assert attempts == 2


def test_what_is_held_at_the_stop_is_given_back(tmp_path: Path) -> None:
    async def enforce(_: CloudEvent) -> None:
        await asyncio.sleep(60)

    async def body(queue: SqliteQueue, _: Consumer) -> None:
        await queue.publish(Raw("enforce", {"n": 1}))
        await _until(lambda: _is_leased(queue))

    async def is_ready() -> bool:
        queue = SqliteQueue(tmp_path / "queue.db")
        try:
            return await queue.ready(["enforce"])
        finally:
            queue.close()

    _run(tmp_path, enforce, body)
    assert asyncio.run(is_ready())


def test_backoff_grows_to_a_minute() -> None:
    delays = [retry_delay(attempts) for attempts in range(1, MAX_ATTEMPTS)]
    assert delays == [1, 2, 4, 8, 16, 32, 60]


def test_the_running_worker_consumes_what_another_process_publishes(tmp_path: Path) -> None:
    async def consumed(path: Path) -> None:
        queue = SqliteQueue(path)
        for topic in ("enforce", "deliver", "scan"):
            await queue.publish(Raw(topic, {"app": "nobody", "id": "nothing"}))
        await _until(lambda: _is_settled(queue))
        queue.close()

    with running(tmp_path / "data") as runtime:
        asyncio.run(consumed(runtime.data / "store.db"))
        runtime.stop()


async def _is_empty(queue: SqliteQueue) -> bool:
    return not await queue.depth()


async def _is_leased(queue: SqliteQueue) -> bool:
    return bool(await queue.depth()) and not await queue.ready(["enforce"])


async def _is_settled(queue: SqliteQueue) -> bool:
    """Acked, or refused and waiting to be tried again: either way its function was called."""
    return not await queue.ready(["enforce", "deliver", "scan"])
