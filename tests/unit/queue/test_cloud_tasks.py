"""The task that a delayed message becomes: Google's typed request, without a network."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from google.api_core.exceptions import AlreadyExists, ServiceUnavailable
from google.cloud import tasks_v2

from common.queue.cloud_tasks import LONGEST_DELAY, CloudTasks
from common.queue.pubsub import PubSubQueue
from common.queue.queue import QueueError

QUEUE = "projects/p/locations/europe-west1/queues/gavel"
ACCOUNT = "tasks@p.iam.gserviceaccount.com"
DATA = b'{"app":"a","delivery":"d1"}'


class Client:
    def __init__(self, error: Exception | None = None) -> None:
        self.requests: list[tasks_v2.CreateTaskRequest] = []
        self.error = error

    def create_task(self, *, request: tasks_v2.CreateTaskRequest, timeout: float) -> None:
        assert timeout > 0
        self.requests.append(request)
        if self.error:
            raise self.error


@pytest.fixture
def tasks() -> CloudTasks:
    return CloudTasks(QUEUE, "https://gavel-{function}.run.app/", ACCOUNT, "gavel-push")


def _use(tasks: CloudTasks, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "_client", client)


def test_it_calls_the_function_with_the_message_when_it_is_due(tasks: CloudTasks) -> None:
    due = time.time() + 90.25
    request = tasks.request("deliver", DATA, due)
    assert isinstance(request, tasks_v2.CreateTaskRequest)
    assert request.parent == QUEUE
    assert 0 <= request.task.schedule_time.timestamp() - due < 1
    call = request.task.http_request
    assert (call.url, call.body) == ("https://gavel-deliver.run.app/", DATA)
    assert call.http_method == tasks_v2.HttpMethod.POST
    assert dict(call.headers) == {"content-type": "application/json"}
    assert call.oidc_token.service_account_email == ACCOUNT
    assert call.oidc_token.audience == "gavel-push"


def test_its_name_says_what_and_when(tasks: CloudTasks) -> None:
    due = float(int(time.time()) + 90)
    name = tasks.request("deliver", DATA, due).task.name
    prefix, _, id = name.rpartition("/tasks/")
    assert prefix == QUEUE
    assert id.isalnum()
    assert len(id) <= 500
    assert tasks.request("deliver", DATA, due - 0.5).task.name == name
    others = [
        tasks.request("deliver", DATA, due + 0.5),
        tasks.request("deliver", DATA + b" ", due),
        tasks.request("enforce", DATA, due),
    ]
    assert len({name, *(request.task.name for request in others)}) == 4


def test_a_delay_is_cut_to_what_cloud_tasks_accepts(tasks: CloudTasks) -> None:
    now = time.time()
    request = tasks.request("deliver", DATA, now + 90 * 86_400)
    assert -2 <= request.task.schedule_time.timestamp() - (now + LONGEST_DELAY) <= 0


def test_a_delayed_message_becomes_a_task_and_is_not_published(
    tasks: CloudTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    _use(tasks, client, monkeypatch)
    queue = PubSubQueue("p", "gavel-", tasks)
    monkeypatch.setattr(queue, "_publisher", "would fail")
    asyncio.run(queue.publish("deliver", {"app": "a", "delivery": "d1"}, delay=30))
    (request,) = client.requests
    assert request.task.http_request.body == DATA


def test_a_task_that_exists_is_enough(tasks: CloudTasks, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(AlreadyExists("there it is"))
    _use(tasks, client, monkeypatch)
    asyncio.run(tasks.create("deliver", DATA, 30))
    assert len(client.requests) == 1


def test_a_failure_is_the_queues(tasks: CloudTasks, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tasks, Client(ServiceUnavailable("down")), monkeypatch)
    with pytest.raises(QueueError, match="down"):
        asyncio.run(tasks.create("deliver", DATA, 30))


def test_closed_it_refuses(tasks: CloudTasks) -> None:
    tasks.close()
    with pytest.raises(QueueError, match="closed"):
        asyncio.run(tasks.create("deliver", DATA, 30))


def test_a_message_that_cannot_be_sent_is_refused_before(
    tasks: CloudTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    _use(tasks, client, monkeypatch)
    bad: list[dict[str, Any]] = [{}, {"bad": object()}]
    for message in bad:
        with pytest.raises(ValueError):
            asyncio.run(PubSubQueue("p", "gavel-", tasks).publish("t", message, delay=1))
    assert client.requests == []
