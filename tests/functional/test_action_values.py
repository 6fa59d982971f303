"""Values that a rule passes to an action: which says what it takes, and gets them by its names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import DueDelivery, Trigger
from tests.functional.inprocess import Answer, Server, in_process
from tests.receiver import Received, Receiver, answer

TAKES = {"duration": "integer", "message": "string"}
VALUES = {"duration": 60, "message": "Cool down, “you” & all"}
WHEN = {"type": "in_list", "lists": ["profanity_en_2020_v1"]}


class World:
    def __init__(self, server: Server, receiver: Receiver) -> None:
        self.server, self.receiver = server, receiver
        self.app = server.app("app-a")

    def call(self, method: str, path: str, body: Any = None, **query: Any) -> Answer:
        return self.server.call(self.app, method, f"/api/v1/{path}", body, query=query)

    def done(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        answered = self.call(method, path, body, **query)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def put_action(self, id: str = "mute", **fields: Any) -> Any:
        body = {"name": id, "kind": "user", "url": self.receiver.url(f"/{id}"), **fields}
        return self.done("PUT", f"actions/{id}", body)["action"]

    def put_rule(self, *actions: Any, id: str = "rule") -> Answer:
        rule = {"name": "Rude", "scope": "post", "when": WHEN, "actions": [*actions]}
        return self.call("PUT", f"rules/{id}", rule)

    def post(self, text: str = "what utter bullshit", id: str = "1") -> None:
        """With all that follows from it."""
        self.done("POST", "task/sync", {"post_id": id, "user_id": "ann", "text_data": text})
        entries = self.server.documents(self.app.name)
        (item,) = [json.loads(row[4]) for row in entries if row[1] == "item"]
        context = self.server.context
        self.server.run(enforce(context, Trigger(self.app.name, item["id"]), now()))
        for each in self.done("GET", "deliveries", state="pending")["deliveries"]:
            self.server.run(deliver(context, DueDelivery(self.app.name, each["id"]), now()))

    def received(self) -> list[Received]:
        return list(self.receiver.requests)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("values") / "data"
    with Receiver() as receiver, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        yield World(server, receiver)


def _refused(answered: Answer, field: str, problem: str) -> None:
    assert answered.status == 400, answered.text
    assert problem in answered.json()["exception_fields"][field], answered.text


def test_a_rule_s_values_arrive_and_are_answered_as_they_were_sent(world: World) -> None:
    assert world.put_action(takes=TAKES)["takes"] == TAKES
    world.put_action("hide", kind="post")
    actions = ["hide", {"action": "mute", "values": VALUES}, "flag_for_review"]
    assert world.put_rule(*actions).json()["rule"]["actions"] == actions
    assert world.done("GET", "rules/rule")["rule"]["actions"] == actions
    assert world.done("GET", "rules")["rules"][0]["actions"] == actions
    world.post()
    sent = {each.path: json.loads(each.body) for each in world.received()}
    assert sent["/mute"]["values"] == VALUES and "values" not in sent["/hide"]
    assert (sent["/mute"]["rule_id"], sent["/mute"]["rule_version"]) == ("rule", 1)
    for delivery in world.done("GET", "deliveries")["deliveries"]:
        assert (delivery["why"]["rule_id"], delivery["why"]["rule_version"]) == ("rule", 1)
    for entry in world.done("GET", "log", kind="delivery")["entries"]:
        custom = entry["custom"]
        assert (custom["rule_id"], custom["rule_version"]) == ("rule", 1)


def test_values_go_by_the_customer_s_names(world: World) -> None:
    names = {"user_id": "who", "values.duration": "seconds", "values.message": "text"}
    world.put_action(takes=TAKES, parameters=names)
    world.put_rule({"action": "mute", "values": VALUES})
    world.post()
    (sent,) = world.received()
    assert json.loads(sent.body) == {"who": "ann", "seconds": 60, "text": VALUES["message"]}


def test_values_go_in_the_query_of_a_get(world: World) -> None:
    names = {"values.duration": "seconds", "values.message": "text", "values": "all"}
    world.put_action(takes=TAKES, parameters=names, method="GET")
    world.put_rule({"action": "mute", "values": VALUES})
    world.post()
    (sent,) = world.received()
    assert sent.method == "GET" and sent.body == b""
    assert (sent.query["seconds"], sent.query["text"]) == (["60"], [VALUES["message"]])
    assert json.loads(sent.query["all"][0]) == VALUES


@pytest.mark.parametrize(
    ("action", "field", "problem"),
    [
        ("mute", "actions.0.values.duration", "is missing"),
        ({"action": "mute", "values": {"duration": 1}}, "actions.0.values.message", "is missing"),
        (
            {"action": "mute", "values": {**VALUES, "reason": "x"}},
            "actions.0.values.reason",
            "is not taken by the action 'mute': duration, message",
        ),
        (
            {"action": "mute", "values": {**VALUES, "duration": "60"}},
            "actions.0.values.duration",
            "a whole number",
        ),
        (
            {"action": "mute", "values": {**VALUES, "duration": True}},
            "actions.0.values.duration",
            "a whole number",
        ),
        (
            {"action": "mute", "values": {**VALUES, "duration": 1.5}},
            "actions.0.values.duration",
            "a whole number",
        ),
        (
            {"action": "mute", "values": {**VALUES, "message": 5}},
            "actions.0.values.message",
            "a text",
        ),
        (
            {"action": "mute", "values": {**VALUES, "message": "x" * 2_001}},
            "actions.0.values.message",
            "2000 characters",
        ),
        (
            {"action": "flag_for_review", "values": {"duration": 1}},
            "actions.0.values.duration",
            "is not taken by the action 'flag_for_review': nothing",
        ),
    ],
)
def test_what_an_action_does_not_take_is_refused_by_name(
    world: World, action: Any, field: str, problem: str
) -> None:
    world.put_action(takes=TAKES)
    before = world.server.documents()
    _refused(world.put_rule(action), field, problem)
    assert world.server.documents() == before


def test_an_action_cannot_take_others_than_its_rules_give(world: World) -> None:
    world.put_action(takes=TAKES)
    world.put_rule({"action": "mute", "values": VALUES})
    body = {"name": "mute", "kind": "user", "url": world.receiver.url("/mute")}
    path = "actions/mute"
    more = {**TAKES, "until": "string"}
    _refused(world.call("PUT", path, {**body, "takes": more}), "takes.until", "the rule 'rule'")
    less = {"duration": "integer"}
    _refused(world.call("PUT", path, {**body, "takes": less}), "takes", "the rule 'rule'")
    other = {**TAKES, "duration": "string"}
    _refused(world.call("PUT", path, {**body, "takes": other}), "takes", "the rule 'rule'")
    assert world.done("GET", path)["action"]["takes"] == TAKES
    world.done("DELETE", "rules/rule")
    assert world.done("PUT", path, {**body, "takes": more})["action"]["takes"] == more


def _policy(**values: Any) -> dict[str, Any]:
    step = {"strikes": 1, "actions": [{"action": "mute", "values": values}]}
    return {"name": "P", "expires_after": 9, "steps": [step]}


def test_a_step_of_a_strike_policy_passes_what_its_action_takes(world: World) -> None:
    world.put_action(takes=TAKES, parameters={"values.duration": "minutes", "options": "said"})
    where = "steps.0.actions.0.values"
    path = "strike_policies/p"
    _refused(world.call("PUT", path, _policy(duration=60)), f"{where}.message", "is missing")
    odd = _policy(**{**VALUES, "until": "x"})
    _refused(world.call("PUT", path, odd), f"{where}.until", "is not taken")
    world.done("PUT", path, _policy(**VALUES))
    body = {"name": "mute", "kind": "user", "url": world.receiver.url("/mute")}
    more = {**body, "takes": {**TAKES, "until": "string"}}
    _refused(world.call("PUT", "actions/mute", more), "takes.until", "the strike policy 'p'")
    rule = {"name": "R", "scope": "post", "when": WHEN, "actions": ["flag_for_review"]}
    world.done("PUT", "rules/r", {**rule, "strike": {"policy": "p"}})
    world.post()
    (sent,) = world.received()
    body = json.loads(sent.body)
    assert body["minutes"] == 60 and body["said"] == VALUES


def test_a_decision_of_one_s_own_passes_what_its_action_takes(world: World) -> None:
    world.put_action(kind="post", takes=TAKES)
    sent = {"post_id": "1", "user_id": "ann", "text_data": "what utter bullshit"}
    world.done("POST", "task/sync", sent)
    (item,) = [json.loads(row[4]) for row in world.server.documents() if row[1] == "item"]
    decision: dict[str, Any] = {"action_type": "custom", "item_id": item["id"], "user_id": "mo"}
    submit = "/api/v2/moderation/submit_action"
    for options, field in (
        ({}, "custom.options.duration"),
        ({**VALUES, "x": 1}, "custom.options.x"),
        ({**VALUES, "duration": "an hour"}, "custom.options.duration"),
    ):
        body = {**decision, "custom": {"id": "mute", "options": options}}
        answered = world.server.call(world.app, "POST", submit, body)
        assert answered.status == 400 and set(answered.json()["exception_fields"]) == {field}
    body = {**decision, "custom": {"id": "mute", "options": VALUES}}
    assert world.server.call(world.app, "POST", submit, body).status == 201
    (delivery,) = world.done("GET", "deliveries")["deliveries"]
    assert delivery["data"]["values"] == VALUES


def test_what_a_decision_calls_by_itself_takes_nothing(world: World) -> None:
    body = {"name": "mute", "kind": "user", "url": world.receiver.url("/mute"), "takes": TAKES}
    answered = world.call("PUT", "actions/mute", {**body, "carries_out": ["ban"]})
    _refused(answered, "takes", "carries out")


def test_a_changed_value_is_another_version_of_the_rule(world: World) -> None:
    world.put_action(takes=TAKES)
    call = {"action": "mute", "values": VALUES}
    assert world.put_rule(call).json()["rule"]["version"] == 1
    assert world.put_rule(call).json()["rule"]["version"] == 1
    changed = {"action": "mute", "values": {**VALUES, "duration": 61}}
    assert world.put_rule(changed).json()["rule"]["version"] == 2


def test_test_action_sends_samples_of_what_it_takes(world: World) -> None:
    world.put_action(takes={**TAKES, "share": "number", "shadow": "boolean"})
    world.receiver.next(answer(200, b"understood"))
    tried = world.done("POST", "actions/mute/test", {"values": {"duration": 5}})
    assert (tried["success"], tried["answer"]) == (True, "understood")
    (sent,) = world.received()
    body = json.loads(sent.body)
    expected = {"duration": 5, "message": "test", "share": 0.5, "shadow": True}
    assert (body["values"], body["test"]) == (expected, "true")
    _refused(world.call("POST", "actions/mute/test", {"values": {"x": 1}}), "values.x", "not taken")
    wrong = {"values": {"duration": "long"}}
    _refused(world.call("POST", "actions/mute/test", wrong), "values.duration", "a whole number")
    world.put_action(takes=TAKES, parameters={"user_id": "who"})
    unsent = {"values": {"duration": 1}}
    _refused(world.call("POST", "actions/mute/test", unsent), "values.duration", "is not sent")


def test_test_action_by_the_older_way_with_header_and_names(world: World) -> None:
    world.put_action(
        method="GET",
        auth_header="X-Key",
        auth_value="s3cret",
        parameters={"user_id": "who", "action": "what"},
        extra_query={"source": "gavel"},
    )
    world.receiver.next(answer(418, b"x" * 100_000 + b"s3cret"))
    tried = world.done("POST", "actions/mute/test", {"data": {"user_id": "me & you"}})
    assert (tried["success"], tried["status"]) == (False, 418)
    assert len(tried["answer"]) <= 2_000 and "s3cret" not in tried["answer"]
    (sent,) = world.received()
    assert (sent.method, sent.headers["X-Key"]) == ("GET", "s3cret")
    assert sent.query == {"source": ["gavel"], "who": ["me & you"], "what": ["mute"]}
    (entry,) = world.done("GET", "log", kind="delivery", type="test")["entries"]
    assert (entry["result"], entry["custom"]["action_id"]) == ("failed", "mute")


def test_a_receiver_that_repeats_the_secret_does_not_get_it_shown(world: World) -> None:
    world.put_action(auth_header="X-Key", auth_value="s3cret-of-theirs")
    world.receiver.next(answer(500, b'{"you sent": "s3cret-of-theirs"}'))
    tried = world.done("POST", "actions/mute/test", {})
    assert tried["status"] == 500 and "s3cret-of-theirs" not in json.dumps(tried)
    assert "s3cret-of-theirs" not in world.call("GET", "log").text
