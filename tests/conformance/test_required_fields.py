"""Each reply has every field that the contract stars, at every depth, and never as null."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.running import ROOT

from .helpers import BLOCKED_TEXT, MOVED_TEXT, Raw, eventually, unique

TABLE = json.loads((ROOT / "tests/events/required_fields.json").read_text())
V2 = "/api/v2/moderation"


def missing(value: Any, type: str, where: str) -> list[str]:
    """The paths of required fields that are absent or null; what is empty has none."""
    if type.startswith("map<"):
        inner = type.removeprefix("map<").removesuffix(">")
        return [
            gap for key, each in value.items() for gap in missing(each, inner, f"{where}.{key}")
        ]
    if type.endswith("[]"):
        inner = type.removesuffix("[]")
        return [gap for n, each in enumerate(value) for gap in missing(each, inner, f"{where}.{n}")]
    schema = TABLE["schemas"][type]
    gaps = [f"{where}.{name}" for name in schema["required"] if value.get(name) is None]
    for name, inner in schema.get("nested", {}).items():
        if value.get(name) is not None:
            gaps += missing(value[name], inner, f"{where}.{name}")
    return gaps


def assert_complete(operation: str, answer: Any) -> None:
    schema = TABLE["replies"][operation]
    assert missing(answer, schema, schema) == []


def content(policy: str, text: str = BLOCKED_TEXT) -> dict[str, Any]:
    return {
        "entity_type": "post",
        "entity_id": unique("post"),
        "entity_creator_id": unique("author"),
        "config_key": policy,
        "moderation_payload": {"texts": [text]},
    }


@pytest.fixture(scope="module")
def item(raw: Raw, policy: str, moderator: str) -> str:
    """One with everything on it: flags of all kinds, a rule's too, a ban, an escalation, a log."""
    rule = {
        "name": "Every post",
        "scope": "user",
        "when": {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"},
        "actions": ["flag_for_review"],
    }
    answer = raw.send("PUT", "/api/v1/rules/required-fields", rule)
    assert answer.status_code == 201, answer.text
    checked = raw.post(f"{V2}/check", content(policy, f"{BLOCKED_TEXT}. {MOVED_TEXT}"))
    assert checked["triggered_rules"] != []
    assert_complete(f"POST {V2}/check", checked)
    id: str = checked["item"]["id"]
    entity = {"entity_type": "post", "entity_id": checked["item"]["entity_id"]}
    raw.post(f"{V2}/flag", {**entity, "user_id": moderator, "reason": "spam"})
    for action, options in (
        ("ban", {"reason": "r", "timeout": 5, "channel_cid": "messaging:1"}),
        ("escalate", {"reason": "r"}),
    ):
        body = {"action_type": action, "item_id": id, "user_id": moderator, action: options}
        assert_complete(f"POST {V2}/submit_action", raw.post(f"{V2}/submit_action", body))
    eventually(lambda: len(raw.get(f"{V2}/review_queue/{id}")["item"]["flags"]) == 4)
    raw.send("DELETE", "/api/v1/rules/required-fields")
    return id


def test_a_check_that_keeps(raw: Raw, policy: str) -> None:
    assert_complete(f"POST {V2}/check", raw.post(f"{V2}/check", content(policy, "hello")))


def test_a_partial_check_and_its_task(raw: Raw, slow_policy: str) -> None:
    checked = raw.post(f"{V2}/check", content(slow_policy, f"{BLOCKED_TEXT}. {MOVED_TEXT}"))
    assert checked["status"] == "partial"
    assert_complete(f"POST {V2}/check", checked)
    task = f"/api/v2/tasks/{checked['task_id']}"
    assert_complete("GET /api/v2/tasks/{id}", raw.get(task))
    eventually(lambda: raw.get(task)["status"] == "completed")
    assert_complete("GET /api/v2/tasks/{id}", raw.get(task))


def test_custom_results(raw: Raw) -> None:
    body = {
        "entity_type": "stream:chat:v1:message",
        "entity_id": unique("message"),
        "flags": [{"type": "custom_check_text"}],
    }
    assert_complete(f"POST {V2}/custom_check", raw.post(f"{V2}/custom_check", body))


def test_a_flag(raw: Raw) -> None:
    body = {"entity_type": "stream:user", "entity_id": unique("user"), "user_id": "ada"}
    assert_complete(f"POST {V2}/flag", raw.post(f"{V2}/flag", body))


def test_an_item_and_the_queue(raw: Raw, item: str) -> None:
    one = raw.get(f"{V2}/review_queue/{item}")
    assert_complete(f"GET {V2}/review_queue/{{id}}", one)
    for name in ("actions", "bans", "flags"):
        assert one["item"][name] != []
    for body in ({"filter": {"id": item}}, {}, {"stats_only": True}):
        assert_complete(f"POST {V2}/review_queue", raw.post(f"{V2}/review_queue", body))


def test_an_action_without_an_item(raw: Raw) -> None:
    body = {"action_type": "ban", "user_id": "mo", "ban": {"target_user_id": unique("user")}}
    assert_complete(f"POST {V2}/submit_action", raw.post(f"{V2}/submit_action", body))


def test_policies(raw: Raw, block_list: str) -> None:
    key = unique("policy")
    body = {
        "key": key,
        "block_list_config": {"rules": [{"name": block_list, "action": "remove"}]},
        "ai_image_config": {"rules": [{"label": "Nudity", "action": "flag"}]},
        "ai_audio_config": {},
        "ai_text_config": {"rules": [{"label": "SCAM", "action": "flag"}]},
        "automod_toxicity_config": {"rules": [{"label": "x", "threshold": 0, "action": "flag"}]},
    }
    assert_complete(f"POST {V2}/config", raw.post(f"{V2}/config", body))
    assert_complete(f"GET {V2}/config/{{key}}", raw.get(f"{V2}/config/{key}"))
    answer = raw.post(f"{V2}/configs", {"filter": {"key": key}})
    assert len(answer["configs"]) == 1
    assert_complete(f"POST {V2}/configs", answer)
    deleted = raw.send("DELETE", f"{V2}/config/{key}").json()
    assert_complete(f"DELETE {V2}/config/{{key}}", deleted)


def test_block_lists(raw: Raw) -> None:
    lists, name = "/api/v2/blocklists", unique("list")
    made = raw.post(lists, {"name": name, "words": []})
    assert_complete(f"POST {lists}", made)
    assert_complete(f"GET {lists}", raw.get(lists))
    assert_complete(f"GET {lists}/{{name}}", raw.get(f"{lists}/{name}"))
    changed = raw.send("PUT", f"{lists}/{name}", {"words": ["a"]}).json()
    assert_complete(f"PUT {lists}/{{name}}", changed)
    assert_complete(f"DELETE {lists}/{{name}}", raw.send("DELETE", f"{lists}/{name}").json())


def test_the_app(raw: Raw) -> None:
    app = "/api/v2/app"
    assert_complete(f"PATCH {app}", raw.send("PATCH", app, {"webhook_events": []}).json())
    assert_complete(f"GET {app}", raw.get(app))


def test_users(raw: Raw) -> None:
    id = unique("user")
    answer = raw.post("/api/v2/users", {"users": {id: {"id": id}}})
    assert_complete("POST /api/v2/users", answer)


def test_refusals(raw: Raw) -> None:
    for method, path, body in (
        ("POST", f"{V2}/check", {}),
        ("GET", f"{V2}/review_queue/nothing", None),
        ("GET", "/nothing", None),
        ("PUT", f"{V2}/check", {}),
    ):
        assert missing(raw.send(method, path, body).json(), "APIError", "APIError") == []


def test_the_table_has_every_operation_of_stream_that_is_served() -> None:
    assert set(TABLE["replies"].values()) <= set(TABLE["schemas"])
    assert len(TABLE["replies"]) == 19
