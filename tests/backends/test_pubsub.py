"""The publishing side on Google's Pub/Sub emulator, with a real server that it pushes to."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import grpc
import pytest
from google.pubsub_v1.services.publisher import PublisherAsyncClient
from google.pubsub_v1.types import PublishRequest, PublishResponse

import common.queue.pubsub
from common.http.received import read_message
from common.queue.pubsub import PubSubQueue
from common.queue.queue import QueueError
from infra.gcp.local.topics import open_topics
from tests.emulators import pubsub_emulator, pubsub_missing
from tests.google_server import google_server
from tests.messages import Raw
from tests.receiver import Received, Receiver
from tests.running import free_port

from .helpers import run

_MISSING = pubsub_missing()
pytestmark = pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "")
TOPIC = "enforce"
MESSAGE = {"n": 2**62, "text": "漢字", "list": [1, None], "deep": {"a": {"b": 1.5}}}


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_emulator())
    return f"demo-{uuid4().hex[:20]}"


@pytest.fixture
def receiver(project: str) -> Iterator[Receiver]:
    with Receiver() as receiver, open_topics(project, "gavel-") as topics:
        topics.create_dead_letters()
        topics.create(TOPIC, receiver.url("/enforce"), seconds=10)
        yield receiver


@pytest.fixture
def queue(project: str, receiver: Receiver) -> Iterator[PubSubQueue]:
    assert receiver.port
    queue = PubSubQueue(project, "gavel-")
    yield queue
    queue.close()


def _message(received: Received) -> dict[str, Any]:
    headers = {name.lower(): value for name, value in received.headers.items()}
    return read_message(headers, received.body).message


def test_a_published_message_is_pushed_exactly_as_it_was(
    queue: PubSubQueue, receiver: Receiver
) -> None:
    run(queue.publish(Raw(TOPIC, MESSAGE)))
    (received,) = receiver.wait_for(1)
    assert (received.method, received.path) == ("POST", "/enforce")
    assert _message(received) == MESSAGE
    push = json.loads(received.body)
    assert json.loads(base64.b64decode(push["message"]["data"])) == MESSAGE
    assert "orderingKey" not in push["message"]


def test_many_at_once_all_arrive_in_few_calls(
    queue: PubSubQueue, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def publish(numbers: range) -> None:
        await asyncio.gather(*(queue.publish(Raw(TOPIC, {"n": n})) for n in numbers))

    calls: list[object] = []
    call = PublisherAsyncClient.publish

    async def counted(self: PublisherAsyncClient, *arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        return await call(self, *arguments, **options)

    monkeypatch.setattr(PublisherAsyncClient, "publish", counted)
    run(publish(range(200)))
    received = receiver.wait_for(200)
    assert {_message(each)["n"] for each in received} == set(range(200))
    assert len(calls) == 2


def test_without_cloud_tasks_the_sweep_is_left_to_wake_what_is_delayed(
    queue: PubSubQueue, receiver: Receiver
) -> None:
    run(queue.publish(Raw(TOPIC, {"n": 1}), delay=0.01))
    run(queue.publish(Raw(TOPIC, {"n": 2})))
    received = receiver.wait_for(1)
    time.sleep(0.5)
    assert [_message(each)["n"] for each in received] == [2]
    assert len(receiver.requests) == 1


def test_an_empty_or_impossible_message_is_refused(queue: PubSubQueue) -> None:
    bad: list[dict[str, Any]] = [{}, {"bad": object()}]
    for message in bad:
        with pytest.raises(ValueError):
            run(queue.publish(Raw(TOPIC, message)))


def test_a_topic_that_is_not_there_is_an_error(queue: PubSubQueue) -> None:
    with pytest.raises(QueueError, match="NOT_FOUND"):
        run(queue.publish(Raw("nowhere", {"n": 1})))


def test_a_closed_queue_refuses(queue: PubSubQueue) -> None:
    run(queue.publish(Raw(TOPIC, {"n": 1})))
    queue.close()
    with pytest.raises(QueueError, match="closed"):
        run(queue.publish(Raw(TOPIC, {"n": 2})))
    queue.close()


def test_where_nobody_answers_it_fails_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", f"127.0.0.1:{free_port()}")
    monkeypatch.setattr(common.queue.pubsub, "_SECONDS", 0.5)
    queue = PubSubQueue("demo-nobody", "gavel-")
    started = time.monotonic()
    with pytest.raises(QueueError, match=r"UNAVAILABLE|Timeout"):
        run(queue.publish(Raw(TOPIC, {"n": 1})))
    assert time.monotonic() - started < 5
    queue.close()


def test_what_may_pass_is_tried_again_and_what_will_not_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again = (grpc.StatusCode.UNAVAILABLE, "later"), (grpc.StatusCode.RESOURCE_EXHAUSTED, "slower")
    never = (grpc.StatusCode.PERMISSION_DENIED, "not you")
    with google_server(*again, PublishResponse(message_ids=["1"]), never) as server:
        monkeypatch.setenv("PUBSUB_EMULATOR_HOST", server.host)
        queue = PubSubQueue("p", "gavel-")
        run(queue.publish(Raw(TOPIC, MESSAGE)))
        with pytest.raises(QueueError, match="PERMISSION_DENIED: not you"):
            run(queue.publish(Raw(TOPIC, MESSAGE)))
        queue.close()
    assert len(server.calls) == 4
    requests = [PublishRequest.deserialize(request) for _, request in server.calls]
    assert {request.topic for request in requests} == {"projects/p/topics/gavel-enforce"}
    assert [json.loads(each.data) for each in requests[0].messages] == [MESSAGE]


def test_who_gives_up_leaves_the_others_messages_alone(
    queue: PubSubQueue, receiver: Receiver
) -> None:
    async def scenario() -> None:
        tasks = [asyncio.create_task(queue.publish(Raw(TOPIC, {"n": n}))) for n in range(3)]
        await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.gather(*tasks[1:])

    run(scenario())
    assert {_message(each)["n"] for each in receiver.wait_for(3)} == {0, 1, 2}
