"""Messages through the Pub/Sub emulator: pushed, handled, tried again, given up."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import jwt
import pytest
import requests
from google.cloud.pubsub_v1 import SubscriberClient

from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.queue.pubsub import PubSubQueue
from tests.emulators import firestore_emulator, pubsub_emulator
from tests.messages import Raw
from tests.receiver import Receiver, answer
from tests.running import Running, running

CHECK = "/api/v2/moderation/check"
BAD = "zonkbad"


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Running]:
    environment = {
        "PUBSUB_EMULATOR_HOST": pubsub_emulator(),
        "FIRESTORE_EMULATOR_HOST": firestore_emulator(),
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
        "GAVEL_RETRY_DELAYS": "0.1,0.1,0.1",
        "GAVEL_SWEEP_AFTER": "1",
        "GAVEL_CONFIG_TTL": "0.1",
    }
    data = tmp_path_factory.mktemp("gcp") / "data"
    with running(data, backend="gcp", **environment) as runtime:
        _configure(runtime, receiver)
        yield runtime
        runtime.stop()


@pytest.fixture
def queue(runtime: Running, monkeypatch: pytest.MonkeyPatch) -> Iterator[PubSubQueue]:
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pubsub_emulator())
    queue = PubSubQueue(runtime.environment["GAVEL_GOOGLE_PROJECT"], "gavel-")
    yield queue
    queue.close()


def _send(runtime: Running, method: str, path: str, body: object) -> None:
    token = jwt.encode({"server": True}, runtime.secret, "HS256")
    hive = {"authorization": f"token {runtime.token}"}
    result = requests.request(
        method,
        runtime.base_url + path,
        params={"api_key": runtime.api_key},
        headers=hive if path.startswith("/api/v1/") else {"authorization": token},
        json=body,
        timeout=20,
    )
    assert result.ok, result.text


def _configure(runtime: Running, receiver: Receiver) -> None:
    _send(runtime, "POST", "/api/v2/blocklists", {"name": "bad", "words": [BAD]})
    lists = {"enabled": True, "rules": [{"name": "bad", "action": "remove"}]}
    policy = {"key": "default", "block_list_config": lists}
    _send(runtime, "POST", "/api/v2/moderation/config", policy)
    action = {"name": "hide", "kind": "post", "url": receiver.url("/hide")}
    _send(runtime, "PUT", "/api/v1/actions/hide", action)
    when = {"type": "in_list", "lists": ["bad"]}
    rule = {"name": "bad-post", "scope": "post", "when": when, "actions": ["hide"]}
    _send(runtime, "PUT", "/api/v1/rules/bad-post", rule)


def _check(runtime: Running, entity_id: str) -> None:
    body = {
        "entity_type": "chat",
        "entity_id": entity_id,
        "entity_creator_id": "ann",
        "moderation_payload": {"texts": [BAD]},
        "config_key": "default",
    }
    _send(runtime, "POST", CHECK, body)


def _dead(project: str, count: int, seconds: float) -> list[dict[str, object]]:
    """The dead letters, with their attributes."""
    found: list[dict[str, object]] = []
    deadline = time.monotonic() + seconds
    with SubscriberClient() as subscriber:
        name = subscriber.subscription_path(project, "gavel-dead")
        while len(found) < count:
            assert time.monotonic() < deadline, f"{len(found)} of {count} dead letters"
            pulled = subscriber.pull(subscription=name, max_messages=10, timeout=20)
            for each in pulled.received_messages:
                found.append({"data": each.message.data, **each.message.attributes})
                subscriber.acknowledge(subscription=name, ack_ids=[each.ack_id])
    return found


def test_a_check_leads_to_its_callback(runtime: Running, receiver: Receiver) -> None:
    seen = len(receiver.requests)
    for number in range(5):
        _check(runtime, f"post-{number}")
        receiver.wait_for(seen + number + 1, timeout=20)
    callbacks = [json.loads(each.body) for each in receiver.requests[seen:]]
    assert [each["post_id"] for each in callbacks] == [f"post-{n}" for n in range(5)]


def test_a_refused_callback_is_woken_by_the_sweep(runtime: Running, receiver: Receiver) -> None:
    receiver.on("/hide", answer(500))
    seen = len(receiver.requests)
    _check(runtime, "refused")
    first, second = receiver.wait_for(seen + 2, timeout=30)[seen:]
    assert first.headers["X-Webhook-Id"] == second.headers["X-Webhook-Id"]


def test_poison_ends_in_the_dead_letter_subscription(runtime: Running, queue: PubSubQueue) -> None:
    async def publish() -> None:
        await queue.publish(Raw("enforce", {"poison": 1}))
        await queue._publish("deliver", b"not json at all")

    asyncio.run(publish())
    letters = _dead(runtime.environment["GAVEL_GOOGLE_PROJECT"], 2, seconds=60)
    by_data = {letter["data"]: letter for letter in letters}
    assert set(by_data) == {b'{"poison":1}', b"not json at all"}
    source = by_data[b"not json at all"]["CloudPubSubDeadLetterSourceSubscription"]
    assert source == "gavel-deliver"
    assert "malformed message" in runtime.log


def test_what_is_published_while_nobody_runs_arrives_later(
    runtime: Running, receiver: Receiver
) -> None:
    """The next start has another port for the functions, and pushes go there."""
    seen = len(receiver.requests)
    os.kill(runtime.worker_pid, signal.SIGSTOP)
    _check(runtime, "meanwhile")
    runtime.kill()
    runtime.start()
    arrived = receiver.wait_for(seen + 1, timeout=60)[seen:]
    assert {json.loads(each.body)["post_id"] for each in arrived} == {"meanwhile"}


def _listening(pid: int) -> list[int]:
    """The TCP ports on which a process listens."""
    held = {str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir()}
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return [
        int(row[1].rpartition(":")[2], 16)
        for row in rows
        if row[3] == "0A" and f"socket:[{row[9]}]" in held
    ]


def test_the_worker_s_port_hears_only_whom_it_told_its_secret(runtime: Running) -> None:
    (port,) = _listening(runtime.worker_pid)
    for function in (*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS):
        for path in (f"/{function}", f"//{function}", f"/x/{function}", f"/{function}/"):
            url = f"http://127.0.0.1:{port}{path}"
            assert requests.post(url, json={"app": "x"}, timeout=5).status_code == 404


@pytest.mark.parametrize("function", [*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS])
def test_no_queue_function_is_on_the_public_port(runtime: Running, function: str) -> None:
    for path in (f"/{function}", f"//{function}", f"{CHECK}/../{function}"):
        url = runtime.base_url + path
        headers = {"x-cloudtasks-taskname": "1"}
        result = requests.post(url, json={"app": "x"}, headers=headers, timeout=5)
        assert result.status_code == 404


def test_the_facades_answer_on_googles_backends(runtime: Running) -> None:
    """With the key in the URL, and with one that the app has just made."""
    send = partial(requests.post, timeout=20)
    made = send(
        f"{runtime.base_url}/api/v1/score_keys",
        json={"name": "forum"},
        headers={"authorization": f"token {runtime.token}"},
    ).json()["key"]
    asked = {"comment": {"text": "you idiot"}, "requestedAttributes": {"TOXICITY": {}}}
    for key in (runtime.score_key, made):
        url = f"{runtime.base_url}/v1alpha1/comments:analyze?key={key}"
        assert "TOXICITY" in send(url, json=asked).json()["attributeScores"]
        bearer = {"authorization": f"Bearer {key}"}
        url = f"{runtime.base_url}/v1/moderations"
        answer = send(url, json={"input": "you idiot"}, headers=bearer)
        assert answer.json()["results"][0]["category_scores"]["harassment"] > 0.5
