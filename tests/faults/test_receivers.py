"""Customers' servers that fail, and what a person sees of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.full_size import FULL
from tests.on_backends import LOCAL
from tests.receiver import Behaviour, Received, Receiver, answer, close, hang, redirect, reset
from tests.running import Running, running

from .apps import App
from .client import Client
from .conftest import mostly_local
from .waiting import wait_until
from .world import (
    BAD,
    ENFORCED,
    PATHS,
    check_body,
    environment,
    put_action,
    wait_until_settled,
)

_RETRIES = 3
# One answered, one too late and one not at all: each retry waits for a sweep on Google's backend.
_ENOUGH = ("500", "hangs", "closes")
_SECRET = "s3cret-of-the-customer"
_WAIT = 2
_QUICK = {"GAVEL_RETRY_DELAYS": ",".join(["0.1"] * _RETRIES), "GAVEL_CONFIG_TTL": "0.1"}


@dataclass(frozen=True, slots=True)
class Scene:
    app: App
    receiver: Receiver
    client: Client

    def post(self, entity_id: str) -> str:
        """A post that is to be hidden; its delivery."""
        self.client.post("/api/v2/moderation/check", check_body(entity_id, "ann", BAD))
        item = self.app.chat(entity_id)
        wait_until(lambda: bool(self.deliveries(item)), "a delivery")
        (delivery,) = [d for d in self.deliveries(item) if d["action_id"] == "hide"]
        return str(delivery["id"])

    def deliveries(self, item: str) -> list[dict[str, Any]]:
        return self.client.all("/api/v1/deliveries", "deliveries", item_id=item)

    def delivery(self, id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"/api/v1/deliveries/{id}")["delivery"]
        return found

    def wait_for(self, id: str, state: str) -> dict[str, Any]:
        wait_until(lambda: self.delivery(id)["state"] == state, state)
        return self.delivery(id)

    def attempts(self, delivery: str) -> list[dict[str, Any]]:
        """The log's entries, the oldest first."""
        entries = self.client.all("/api/v1/log", "entries", kind="delivery")
        own = [e for e in entries[::-1] if e["custom"].get("delivery_id") == delivery]
        return [entry for entry in own if entry["type"] == "attempt"]

    def received(self, delivery: str) -> list[Received]:
        requests = list(self.receiver.requests)
        return [each for each in requests if each.headers["X-Webhook-Id"] == delivery]

    def unread(self) -> int:
        return int(self.client.get("/api/v1/log", limit=1)["unread"])


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return _QUICK


@pytest.fixture
def scene(app: App, receiver: Receiver) -> Iterator[Scene]:
    with Client(app) as client:
        yield Scene(app, receiver, client)


def _bad_answers(receiver: Receiver) -> dict[str, tuple[Behaviour, int | None, str | None]]:
    """Each with the status and the error that the log is to show."""
    return {
        "500": (answer(500, b"out of order"), 500, None),
        "503": (answer(503, headers={"Retry-After": "1"}), 503, None),
        "201": (answer(201), 201, None),
        "204": (answer(204), 204, None),
        "redirect": (redirect(receiver.url("/elsewhere")), 302, None),
        "permanent redirect": (redirect("/elsewhere", 308), 308, None),
        "404": (answer(404), 404, None),
        "hangs": (hang(4.5), None, "timeout"),
        "closes": (close(), None, "reset"),
        "resets": (reset(), None, "reset"),
    }


def test_what_is_not_answered_with_200_is_tried_again_until_it_is(scene: Scene) -> None:
    answers = _bad_answers(scene.receiver)
    for name in answers if FULL or scene.app.runtime.backend == LOCAL else _ENOUGH:
        behaviour, status, error = answers[name]
        scene.receiver.on("/hide", behaviour, behaviour)
        id = scene.post(name)
        delivery = scene.wait_for(id, "delivered")
        assert delivery["attempts"] == 3, name
        assert (delivery["tries"][-1]["status"], delivery["tries"][-1]["error"]) == (
            200,
            None,
        )
        entries = scene.attempts(id)
        told = [(e["custom"]["status"], e["custom"]["error"], e["result"]) for e in entries]
        assert told == [*[(status, error, "failed")] * 2, (200, None, "done")], name
        assert [e["custom"]["attempt"] for e in entries] == [1, 2, 3]
        assert [bool(e.get("unread_at")) for e in entries] == [True, True, False]
        requests = scene.received(id)
        assert [each.headers["X-Webhook-Attempt"] for each in requests] == ["1", "2", "3"], name
        assert len({each.body for each in requests}) == 1
    assert not [each for each in scene.receiver.requests if each.path == "/elsewhere"]


def test_a_schedule_that_runs_out_ends_dead_until_a_person_retries(scene: Scene) -> None:
    scene.receiver.always("/hide", answer(500))
    id = scene.post("1")
    delivery = scene.wait_for(id, "dead")
    assert delivery["attempts"] == len(scene.received(id)) == _RETRIES + 1
    assert [e["result"] for e in scene.attempts(id)] == [*["failed"] * _RETRIES, "dead"]
    assert scene.unread() == _RETRIES + 1
    (listed,) = scene.client.all("/api/v1/deliveries", "deliveries", state="dead")
    assert (listed["id"], listed["last_attempt"]) == (id, delivery["tries"][-1])
    scene.client.post("/api/v1/log/mark_read", {})
    assert scene.unread() == 0
    wait_until_settled(scene.app.runtime)

    scene.receiver.always("/hide", answer())
    scene.client.post(f"/api/v1/deliveries/{id}/retry", {})
    delivery = scene.wait_for(id, "delivered")
    assert delivery["attempts"] == _RETRIES + 2
    assert scene.received(id)[-1].headers["X-Webhook-Attempt"] == str(_RETRIES + 2)
    assert scene.unread() == 0


def test_a_manual_retry_starts_the_schedule_afresh(scene: Scene) -> None:
    scene.receiver.always("/hide", answer(404))
    id = scene.post("1")
    scene.wait_for(id, "dead")
    scene.client.post(f"/api/v1/deliveries/{id}/retry", {})
    wait_until(lambda: len(scene.received(id)) == 2 * (_RETRIES + 1), "a second schedule")
    scene.wait_for(id, "dead")


def test_a_manual_retry_sends_nothing_beside_an_attempt(scene: Scene) -> None:
    scene.receiver.on("/hide", hang(0.8, answer(500)))
    id = scene.post("1")
    wait_until(lambda: len(scene.received(id)) == 1, "the first attempt")
    refused = scene.client.send("POST", f"/api/v1/deliveries/{id}/retry", {})
    assert (refused.status, refused.body["exception_fields"]) == (
        400,
        {"id": "is being sent right now"},
    )
    scene.wait_for(id, "delivered")
    assert [e["result"] for e in scene.attempts(id)] == ["failed", "done"]


def test_a_killed_runtime_keeps_to_a_wait(scene: Scene) -> None:
    _end_in_the_middle_of_a_wait(scene, Running.kill)


@mostly_local
def test_a_stopped_runtime_keeps_to_a_wait(scene: Scene) -> None:
    _end_in_the_middle_of_a_wait(scene, Running.stop)


def _end_in_the_middle_of_a_wait(scene: Scene, end: Callable[[Running], None]) -> None:
    scene.receiver.on("/hide", answer(503, headers={"Retry-After": str(_WAIT)}))
    id = scene.post("1")
    wait_until(lambda: bool(scene.attempts(id)), "the failure")
    end(scene.app.runtime)
    scene.app.runtime.start()
    with Client(scene.app) as client:
        replace(scene, client=client).wait_for(id, "delivered")
    first, second = scene.received(id)
    assert second.time - first.time >= _WAIT
    assert second.headers["X-Webhook-Attempt"] == "2"


@mostly_local
def test_an_action_deleted_meanwhile_is_said_to_be_missing(scene: Scene) -> None:
    scene.receiver.always("/hide", answer(500))
    id = scene.post("1")
    scene.client.delete(f"/api/v1/rules/{ENFORCED}")
    scene.client.delete("/api/v1/actions/hide")
    delivery = scene.wait_for(id, "dead")
    assert delivery["tries"][-1]["error"] == "bad_request"
    assert "the action 'hide' does not exist" in delivery["tries"][-1]["detail"]


@mostly_local
def test_an_action_is_tried_out_without_a_delivery(scene: Scene) -> None:
    scene.receiver.on("/hide", answer(500, b"not today"))
    failed = scene.client.post("/api/v1/actions/hide/test", {"data": {"post_id": "p-1"}})
    assert (failed["success"], failed["status"], failed["answer"]) == (False, 500, "not today")
    assert scene.client.post("/api/v1/actions/hide/test", {})["success"] is True
    first, second = (json.loads(each.body) for each in scene.receiver.requests)
    assert (first["post_id"], first["test"], first["action"]) == ("p-1", "true", "hide")
    assert second["post_id"] != "p-1"
    assert not scene.client.all("/api/v1/deliveries", "deliveries")
    entries = scene.client.all("/api/v1/log", "entries", kind="delivery")
    assert [(e["type"], e["result"]) for e in entries] == [("test", "done"), ("test", "failed")]


@mostly_local
def test_a_legacy_action_is_a_get_with_everything_in_the_query(scene: Scene) -> None:
    put_action(
        scene.client,
        "hide",
        scene.receiver.url("/legacy?v=1"),
        method="GET",
        parameters={"post_id": "postId", "user_id": "uid"},
        extra_query={"site": "a b&c"},
    )
    scene.receiver.on("/legacy", answer(500))
    id = scene.post("1")
    scene.wait_for(id, "delivered")
    for request in scene.received(id):
        assert (request.method, request.body) == ("GET", b"")
        expected = {"v": ["1"], "site": ["a b&c"], "postId": ["1"], "uid": ["ann"]}
        assert request.query == expected


@mostly_local
def test_a_private_address_is_refused_unless_the_operator_allows_it(
    backend: str, scene: Scene
) -> None:
    allowed, receiver = scene.app.runtime, scene.receiver
    allowed.stop()
    none = environment(**_QUICK, GAVEL_EGRESS_ALLOW="127.0.0.1:1")
    with running(allowed.data, backend, **none) as forbidden:
        app = replace(scene.app, runtime=forbidden)
        with Client(app) as client:
            id = _refused_delivery(Scene(app, receiver, client))
        forbidden.stop()
    allowed.start()
    scene.client.post(f"/api/v1/deliveries/{id}/retry", {})
    scene.wait_for(id, "delivered")
    assert [each.path for each in receiver.requests] == [PATHS["hide"]]


def _refused_delivery(scene: Scene) -> str:
    action = {"name": "other", "kind": "post", "url": scene.receiver.url("/other")}
    refused = scene.client.send("PUT", "/api/v1/actions/other", action)
    assert refused.status == 400 and "url" in refused.body["exception_fields"]
    id = scene.post("1")
    delivery = scene.wait_for(id, "dead")
    assert delivery["tries"][-1]["error"] == "refused_address"
    assert delivery["tries"][-1]["status"] is None
    tried = scene.client.post("/api/v1/actions/hide/test", {})
    assert (tried["success"], tried["error"]) == (False, "refused_address")
    assert not scene.receiver.requests
    return id


@mostly_local
def test_an_auth_header_is_sent_and_never_shown(scene: Scene) -> None:
    client = scene.client
    url = scene.receiver.url("/hide")
    put_action(client, "hide", url, auth_header="X-Key", auth_value=f"key {_SECRET}")
    wrong = answer(401, f"wrong key: {_SECRET}".encode())
    scene.receiver.on("/hide", wrong)
    id = scene.post("1")
    scene.wait_for(id, "delivered")
    scene.receiver.on("/hide", wrong)
    tried = client.post("/api/v1/actions/hide/test", {})
    assert {each.headers["X-Key"] for each in scene.receiver.requests} == {f"key {_SECRET}"}
    shown = [
        tried,
        client.get("/api/v1/actions/hide"),
        client.get("/api/v1/actions"),
        scene.delivery(id),
        client.all("/api/v1/log", "entries"),
        client.get(f"/api/v2/moderation/review_queue/{scene.app.chat('1')}"),
    ]
    assert _SECRET not in json.dumps(shown)
    assert client.get("/api/v1/actions/hide")["action"]["has_auth_value"] is True
    scene.app.runtime.stop()
    assert _SECRET not in scene.app.runtime.log
