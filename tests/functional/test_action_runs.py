"""An action run by hand: on content or a user, in order with the rest, and once however often."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.queue.messages import DueDelivery
from tests.functional.announced import announced
from tests.functional.inprocess import Answer, Server, in_process
from tests.receiver import Receiver

V2 = "/api/v2/moderation"


class World:
    def __init__(self, server: Server, receiver: Receiver) -> None:
        self.server, self.receiver = server, receiver
        self.app = server.app("app-a")
        for id, kind in (("mute", "user"), ("warn", "user"), ("hide", "post")):
            body = {"name": id, "kind": kind, "url": receiver.url(f"/{id}")}
            takes = {"takes": {"duration": "integer"}} if id == "mute" else {}
            self.done("PUT", f"/api/v1/actions/{id}", {**body, **takes})
        flag = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
        self.item = self.done("POST", f"{V2}/flag", {**flag, "user_id": "bob"})["item_id"]

    def call(self, method: str, path: str, body: Any = None, **more: Any) -> Answer:
        return self.server.call(self.app, method, path, body, **more)

    def done(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        answered = self.call(method, path, body, query=query)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def run(self, action: str, **body: Any) -> Answer:
        return self.call("POST", f"/api/v1/actions/{action}/run", {"user_id": "mo", **body})

    def ran(self, action: str, **body: Any) -> Any:
        answered = self.run(action, **body)
        assert answered.status == 201, answered.text
        return answered.json()["delivery"]

    def send(self, id: str) -> None:
        due = DueDelivery(self.app.name, id)
        self.server.run(deliver(self.server.context, due, now()))

    def log(self, **query: Any) -> list[Any]:
        found: list[Any] = self.done("GET", "/api/v1/log", **query)["entries"]
        return found


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("runs") / "data"
    with Receiver() as receiver, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        yield World(server, receiver)


def _refused(answered: Answer, field: str, problem: str, status: int = 400) -> None:
    assert answered.status == status, answered.text
    assert problem in answered.json()["exception_fields"][field], answered.text


def test_on_content_by_its_item_or_its_entity(world: World) -> None:
    first = world.ran("hide", item_id=world.item, reason="rude")
    second = world.ran("hide", entity_type="post", entity_id="p")
    assert first["subject"] == second["subject"] == f"item:{world.item}"
    assert (first["state"], second["state"], second["ahead"]) == ("pending", "waiting", first["id"])
    assert first["why"] == {"moderator_id": "mo", "reason": "rude"}
    world.send(first["id"])
    world.send(second["id"])
    sent = [json.loads(each.body) for each in world.receiver.requests]
    assert [each["post_id"] for each in sent] == ["p", "p"]
    assert (sent[0]["reason"], sent[0]["moderator_id"]) == ("rude", "mo")
    assert [each["sequence"] for each in sent] == [1, 2]
    item = world.done("GET", f"{V2}/review_queue/{world.item}")["item"]
    runs = [each for each in item["actions"] if each["type"] == "custom"]
    assert [each["user_id"] for each in runs] == ["mo", "mo"]
    assert item["reviewed_at"] is None, "it decides nothing"


def test_on_a_user_with_values(world: World) -> None:
    ran = world.ran("mute", target_user_id="ann", values={"duration": 60})
    behind = world.ran("warn", item_id=world.item)
    assert ran["subject"] == behind["subject"] == "user:ann"
    assert behind["ahead"] == ran["id"]
    world.send(ran["id"])
    (sent,) = world.receiver.requests
    body = json.loads(sent.body)
    assert (body["user_id"], body["values"], body["action"]) == ("ann", {"duration": 60}, "mute")
    (entry,) = world.log(action_id="mute", kind="action")
    assert (entry["by"], entry["user_id"], entry["type"]) == ("mo", "ann", "custom")
    assert entry["custom"]["values"] == {"duration": 60}
    assert entry["custom"]["delivery_id"] == ran["id"]


def test_a_double_click_is_one(world: World) -> None:
    asked = {"item_id": world.item, "values": {"duration": 5}, "idempotency_key": "click-1"}
    first, again = world.ran("mute", **asked), world.ran("mute", **asked)
    assert first["id"] == again["id"]
    assert len(world.log(kind="action")) == 1
    world.send(first["id"])
    assert world.ran("mute", **asked)["state"] == "delivered"
    assert len(world.receiver.requests) == 1
    changed = world.run("mute", **{**asked, "values": {"duration": 6}})
    _refused(changed, "idempotency_key", "another run")
    _refused(world.run("mute", **asked, reason="why"), "idempotency_key", "another run")
    # On somebody else, or by another action, the same key is another run.
    other = {**asked, "item_id": None, "target_user_id": "eve"}
    assert world.ran("mute", **other)["id"] != first["id"]
    assert world.ran("warn", item_id=world.item, idempotency_key="click-1")["id"] != first["id"]


def test_without_a_key_each_is_its_own(world: World) -> None:
    same = {"x-client-request-id": "always the same"}
    ids = set()
    for _ in range(3):
        body = {"target_user_id": "ann", "user_id": "mo"}
        path = "/api/v1/actions/warn/run"
        answered = world.call("POST", path, body, auth={**world.app.server(), **same})
        ids.add(answered.json()["delivery"]["id"])
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("action", "body", "field", "problem", "status"),
    [
        ("hide", {"item_id": "nosuch"}, "item_id", "does not exist", 404),
        (
            "hide",
            {"entity_type": "post", "entity_id": "nosuch"},
            "entity_id",
            "does not exist",
            404,
        ),
        ("nosuch", {"target_user_id": "ann"}, "id", "does not exist", 404),
        ("hide", {"target_user_id": "ann"}, "target_user_id", "is for content", 400),
        ("mute", {"target_user_id": "ann"}, "values.duration", "is missing", 400),
        (
            "warn",
            {"target_user_id": "ann", "values": {"x": 1}},
            "values.x",
            "is not taken by the action 'warn'",
            400,
        ),
        ("warn", {}, "item_id", "is required", 400),
    ],
)
def test_what_cannot_be_run_is_refused_and_changes_nothing(
    world: World, action: str, body: dict[str, Any], field: str, problem: str, status: int
) -> None:
    before = world.server.documents()
    _refused(world.run(action, **body), field, problem, status)
    assert world.server.documents() == before


def test_content_without_a_creator_has_nobody_to_mute(world: World) -> None:
    flag = {"entity_type": "post", "entity_id": "orphan", "user_id": "bob"}
    item = world.done("POST", f"{V2}/flag", flag)["item_id"]
    _refused(world.run("warn", item_id=item), "item_id", "without a creator")
    assert world.ran("hide", item_id=item)["state"] == "pending"


def test_who_runs_it_and_why_is_checked(world: World) -> None:
    body = {"target_user_id": "ann", "user_id": None}
    _refused(world.run("warn", **body), "user_id", "is required")
    preferences = {"allowed_moderation_action_reasons": ["spam"]}
    world.done("PATCH", "/api/v2/app", {"moderation_dashboard_preferences": preferences})
    _refused(world.run("warn", target_user_id="ann", reason="rude"), "reason", "can be spam")
    assert world.ran("warn", target_user_id="ann", reason="spam")["state"] == "pending"
    moderator = world.app.user("carl", "moderator")
    path, asked = "/api/v1/actions/warn/run", {"target_user_id": "ann"}
    answered = world.call("POST", path, asked, auth=moderator)
    assert answered.json()["delivery"]["why"]["moderator_id"] == "carl"
    assert world.call("POST", path, asked, auth=world.app.user("ann")).status == 403


def test_an_action_that_undoes_another_closes_what_it_undoes(world: World) -> None:
    undo = {"name": "show", "kind": "post", "url": world.receiver.url("/show")}
    world.done("PUT", "/api/v1/actions/show", {**undo, "reverses": ["hide"]})
    hide = world.ran("hide", item_id=world.item)
    world.ran("show", item_id=world.item)
    found = world.done("GET", f"/api/v1/deliveries/{hide['id']}")["delivery"]
    assert found["state"] == "superseded"


def test_webhooks_are_told_of_it(world: World) -> None:
    hook = {"id": "h", "webhook_url": world.receiver.url("/hook"), "event_types": []}
    world.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    world.ran("mute", item_id=world.item, values={"duration": 5})
    (event,) = [
        each
        for each in announced(world.server, world.app)
        if each["type"] == "moderation.custom_action"
    ]
    assert (event["action_id"], event["action_options"]) == ("mute", {"duration": 5})
