"""The publishing side on ministack's SQS, and what the local runtime receives of it."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import orjson
import pytest

from common.aws.client import Client
from common.queue.queue import QueueError
from common.queue.sqs import LONGEST_DELAY, SqsQueue
from infra.aws.local.ministack import ACCOUNT, variables
from infra.aws.local.resources import DEAD, MAX_ATTEMPTS
from infra.aws.local.source import Received, SqsSource
from tests.aws import aws_resources
from tests.messages import Raw
from tests.ministack import ministack, ministack_missing
from tests.running import free_port

from .helpers import run

_MISSING = ministack_missing()
pytestmark = pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "")
TOPIC = "enforce"
MESSAGE = {"n": 2**62, "text": "漢字 \x00 \ufffe\uffff 👍", "list": [1, None], "deep": {"a": 1.5}}


@pytest.fixture
def prefix() -> str:
    os.environ.update(variables(ministack()))
    prefix = f"http://localhost/{ACCOUNT}/{uuid4().hex}-"
    aws_resources(ministack()).create_queues(prefix, {TOPIC: 1.0})
    return prefix


@pytest.fixture
def queue(prefix: str) -> Iterator[SqsQueue]:
    queue = SqsQueue(prefix)
    yield queue
    queue.close()


@pytest.fixture
def source(prefix: str) -> Iterator[SqsSource]:
    source = SqsSource(prefix)
    yield source
    source.close()


async def _received(
    source: SqsSource, count: int, topic: str = TOPIC, seconds: float = 10.0
) -> list[Received]:
    """Each is acknowledged."""
    found: list[Received] = []
    deadline = time.monotonic() + seconds
    while len(found) < count:
        assert time.monotonic() < deadline, f"{len(found)} of {count} messages"
        for each in await source.lease([topic], 10, 30.0):
            await source.ack(each.id)
            found.append(each)
    return found


def test_a_published_message_is_received_exactly_as_it_was(
    queue: SqsQueue, source: SqsSource
) -> None:
    async def scenario() -> None:
        await queue.publish(Raw(TOPIC, MESSAGE))
        (received,) = await _received(source, 1)
        assert (received.topic, received.attempts) == (TOPIC, 1)
        assert orjson.loads(received.body) == MESSAGE
        assert await source.lease([TOPIC], 10, 30.0) == []

    run(scenario())


def test_many_at_once_all_arrive_in_few_calls(
    queue: SqsQueue, source: SqsSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    call = Client.call

    async def counted(self: Client, method: str, **parameters: Any) -> dict[str, Any]:
        if method == "send_message_batch":
            calls.append(len(parameters["Entries"]))
        return await call(self, method, **parameters)

    monkeypatch.setattr(Client, "call", counted)

    async def scenario() -> None:
        await asyncio.gather(*(queue.publish(Raw(TOPIC, {"n": n})) for n in range(95)))
        received = await _received(source, 95)
        assert {orjson.loads(each.body)["n"] for each in received} == set(range(95))

    run(scenario())
    assert sorted(calls, reverse=True) == [10] * 9 + [5]


def test_large_messages_are_sent_in_calls_of_their_own(queue: SqsQueue, source: SqsSource) -> None:
    async def scenario() -> None:
        texts = [letter * 200_000 for letter in "abc"]
        await asyncio.gather(*(queue.publish(Raw(TOPIC, {"text": text})) for text in texts))
        received = await _received(source, 3)
        assert sorted(orjson.loads(each.body)["text"] for each in received) == texts
        with pytest.raises(ValueError, match="262,144 bytes"):
            await queue.publish(Raw(TOPIC, {"text": "x" * 262_144}))

    run(scenario())


def test_a_delay_is_kept_and_what_is_too_long_left_to_the_sweep(
    queue: SqsQueue, source: SqsSource
) -> None:
    async def scenario() -> None:
        started = time.monotonic()
        await queue.publish(Raw(TOPIC, {"n": 1}), delay=1.2)
        await queue.publish(Raw(TOPIC, {"n": 2}), delay=LONGEST_DELAY + 1)
        (received,) = await _received(source, 1)
        assert orjson.loads(received.body) == {"n": 1}
        assert time.monotonic() - started >= 1.2

    run(scenario())


def test_what_is_released_comes_again_and_at_last_is_a_dead_letter(
    queue: SqsQueue, source: SqsSource
) -> None:
    async def scenario() -> None:
        await queue.publish(Raw(TOPIC, {"poison": 1}))
        attempts: list[int] = []
        while len(attempts) < MAX_ATTEMPTS:
            for each in await source.lease([TOPIC], 10, 30.0):
                attempts.append(each.attempts)
                await source.release(each.id)
        assert attempts == list(range(1, MAX_ATTEMPTS + 1))
        assert await source.lease([TOPIC], 10, 30.0) == []
        (letter,) = await _received(source, 1, DEAD)
        assert letter.body == b'{"poison":1}'

    run(scenario())


def test_what_is_neither_acked_nor_released_comes_again(queue: SqsQueue, source: SqsSource) -> None:
    async def scenario() -> None:
        await queue.publish(Raw(TOPIC, {"n": 1}))
        assert len(await source.lease([TOPIC], 10, 1.0)) == 1
        (again,) = await _received(source, 1)
        assert again.attempts == 2

    run(scenario())


def test_an_empty_or_impossible_message_is_refused(queue: SqsQueue) -> None:
    bad: list[dict[str, Any]] = [{}, {"bad": object()}]
    for message in bad:
        with pytest.raises(ValueError):
            run(queue.publish(Raw(TOPIC, message)))


def test_a_topic_that_is_not_there_is_an_error(queue: SqsQueue) -> None:
    for delay in (0.0, 5.0):
        with pytest.raises(QueueError, match="QueueDoesNotExist"):
            run(queue.publish(Raw("nowhere", {"n": 1}), delay))


def test_a_closed_queue_refuses(queue: SqsQueue) -> None:
    run(queue.publish(Raw(TOPIC, {"n": 1})))
    queue.close()
    with pytest.raises(QueueError, match="closed"):
        run(queue.publish(Raw(TOPIC, {"n": 2})))
    queue.close()


def test_where_nobody_answers_it_fails_in_time(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
    queue = SqsQueue(prefix)
    started = time.monotonic()
    with pytest.raises(QueueError, match="EndpointConnectionError"):
        run(queue.publish(Raw(TOPIC, {"n": 1})))
    assert time.monotonic() - started < 10
    queue.close()
