"""The task that a delayed message becomes, as a server with Google's typed messages reads it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import grpc
import pytest
from google.cloud import tasks_v2

from common.queue.cloud_tasks import LONGEST_DELAY, CloudTasks
from common.queue.pubsub import PubSubQueue
from common.queue.queue import QueueError
from tests.google_server import GoogleServer, google_server
from tests.messages import Raw

QUEUE = "projects/p/locations/europe-west1/queues/gavel"
METHOD = "/google.cloud.tasks.v2.CloudTasks/CreateTask"
ACCOUNT = "tasks@p.iam.gserviceaccount.com"
MESSAGE = {"app": "a", "delivery": "d1"}
DATA = b'{"app":"a","delivery":"d1"}'
Serve = Callable[..., AbstractContextManager[tuple[CloudTasks, GoogleServer]]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    @contextmanager
    def serve(*answers: Any) -> Iterator[tuple[CloudTasks, GoogleServer]]:
        with google_server(*answers or [tasks_v2.Task()]) as server:
            monkeypatch.setenv("CLOUD_TASKS_EMULATOR_HOST", server.host)
            url = "https://gavel-{function}.run.app/"
            tasks = CloudTasks(QUEUE, url, ACCOUNT, "gavel-push")
            yield tasks, server
            tasks.close()

    return serve


def _requests(server: GoogleServer) -> list[tasks_v2.CreateTaskRequest]:
    assert {method for method, _ in server.calls} == {METHOD}
    return [tasks_v2.CreateTaskRequest.deserialize(request) for _, request in server.calls]


def test_it_calls_the_function_with_the_message_when_it_is_due(serve: Serve) -> None:
    with serve() as (tasks, server):
        due = time.time() + 90.25
        asyncio.run(tasks.create("deliver", DATA, 90.25))
    (request,) = _requests(server)
    assert request.parent == QUEUE
    assert -0.1 <= request.task.schedule_time.timestamp() - due < 1.5
    call = request.task.http_request
    assert (call.url, call.body) == ("https://gavel-deliver.run.app/", DATA)
    assert call.http_method == tasks_v2.HttpMethod.POST
    assert dict(call.headers) == {"content-type": "application/json"}
    assert call.oidc_token.service_account_email == ACCOUNT
    assert call.oidc_token.audience == "gavel-push"
    assert server.metadata[0]["x-goog-request-params"] == f"parent={QUEUE}"


def test_its_name_says_what_and_when(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    now = float(int(time.time()))
    monkeypatch.setattr("common.queue.cloud_tasks.time.time", lambda: now)

    async def create(tasks: CloudTasks) -> None:
        for topic, data, delay in (
            ("deliver", DATA, 90.0),
            ("deliver", DATA, 89.5),
            ("deliver", DATA, 90.5),
            ("deliver", DATA + b" ", 90.0),
            ("enforce", DATA, 90.0),
        ):
            await tasks.create(topic, data, delay)

    with serve() as (tasks, server):
        asyncio.run(create(tasks))
    name, same, *others = (request.task.name for request in _requests(server))
    prefix, _, id = name.rpartition("/tasks/")
    assert prefix == QUEUE
    assert id.isalnum()
    assert len(id) <= 500
    assert same == name
    assert len({name, *others}) == 4


def test_a_delay_is_cut_to_what_cloud_tasks_accepts(serve: Serve) -> None:
    with serve() as (tasks, server):
        now = time.time()
        asyncio.run(tasks.create("deliver", DATA, 90 * 86_400))
    (request,) = _requests(server)
    assert -2 <= request.task.schedule_time.timestamp() - (now + LONGEST_DELAY) <= 0.5


def test_a_delayed_message_becomes_a_task_and_is_not_published(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve() as (tasks, server), google_server((grpc.StatusCode.UNKNOWN, "")) as pubsub:
        monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub.host)
        queue = PubSubQueue("p", "gavel-", tasks)
        asyncio.run(queue.publish(Raw("deliver", MESSAGE), delay=30))
        queue.close()
    (request,) = _requests(server)
    assert request.task.http_request.body == DATA
    assert pubsub.calls == []


def test_a_task_that_exists_is_enough(serve: Serve) -> None:
    with serve((grpc.StatusCode.ALREADY_EXISTS, "there it is")) as (tasks, server):
        asyncio.run(tasks.create("deliver", DATA, 30))
    assert len(server.calls) == 1


def test_a_failure_is_the_queues(serve: Serve) -> None:
    with (
        serve((grpc.StatusCode.UNAVAILABLE, "down")) as (tasks, _),
        pytest.raises(QueueError, match="UNAVAILABLE: down"),
    ):
        asyncio.run(tasks.create("deliver", DATA, 30))


def test_closed_it_refuses(serve: Serve) -> None:
    with serve() as (tasks, server):
        tasks.close()
        with pytest.raises(QueueError, match="closed"):
            asyncio.run(tasks.create("deliver", DATA, 30))
    assert server.calls == []


def test_a_message_that_cannot_be_sent_is_refused_before(serve: Serve) -> None:
    bad: list[dict[str, Any]] = [{}, {"bad": object()}]
    with serve() as (tasks, server):
        for message in bad:
            with pytest.raises(ValueError):
                asyncio.run(PubSubQueue("p", "gavel-", tasks).publish(Raw("t", message), delay=1))
    assert server.calls == []
