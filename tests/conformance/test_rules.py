"""Moderation rules, kept and in effect through every client that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED, Raw, unique

_ALL = (
    "upsert_moderation_rule",
    "get_moderation_rule",
    "delete_moderation_rule",
    "query_moderation_rules",
)


def _rule(caller: Caller, name: str, block_list: str, policy: str) -> dict[str, Any]:
    """As the client's own types have it: stream-chat JS nests what makes it up."""
    params = {"blocklist_match": [block_list]}
    made_up = {
        "rule_type": "content",
        "conditions": [{"type": "text_content", "text_content_params": params}],
        "action": {"type": "flag_content", "reason": "listed"},
    }
    head = {"name": name, "description": "d", "config_keys": [policy], "team": "", "enabled": True}
    return {**head, "rule": made_up} if caller.name == "stream-chat-js" else {**head, **made_up}


@each_client(*_ALL)
@effect("upsert_moderation_rule", through="get_moderation_rule")
@effect("get_moderation_rule", through="upsert_moderation_rule")
@effect("query_moderation_rules", through="upsert_moderation_rule")
@effect("delete_moderation_rule", through="get_moderation_rule")
def test_a_rule_is_kept_and_in_effect(
    caller: Caller, other_caller: Caller, raw: Raw, block_list: str
) -> None:
    name, policy = unique("rule"), unique("quiet")
    raw.post("/api/v2/moderation/config", {"key": policy})
    fields = _rule(caller, name, block_list, policy)
    rule = caller.call("upsert_moderation_rule", **fields)["rule"]
    shown = caller.call("get_moderation_rule", id=rule["id"])["rule"]
    assert (shown["name"], shown["config_keys"], shown["rule_type"]) == (name, [policy], "content")
    body = {
        "entity_type": "post",
        "entity_id": unique("post"),
        "entity_creator_id": unique("author"),
        "config_key": policy,
        "moderation_payload": {"texts": [f"some {BLOCKED} here"]},
    }
    checked = raw.post("/api/v2/moderation/check", body)
    assert checked["recommended_action"] == "flag"
    (triggered,) = checked["triggered_rules"]
    assert (triggered["rule_id"], triggered["actions"]) == (rule["id"], ["flag_content"])
    found = caller.call("query_moderation_rules", filter={"name": name}, limit=5)
    assert [each["id"] for each in found["rules"]] == [rule["id"]]
    assert other_caller.call("query_moderation_rules", filter={"name": name})["rules"] == []
    for operation in ("get_moderation_rule", "delete_moderation_rule"):
        assert refusal(other_caller, operation, id=rule["id"]) == (404, 16)
    caller.call("delete_moderation_rule", id=rule["id"])
    for operation in ("get_moderation_rule", "delete_moderation_rule"):
        assert refusal(caller, operation, id=rule["id"]) == (404, 16)
    wrong = _rule(caller, name, unique("nothing"), policy)
    assert refusal(caller, "upsert_moderation_rule", **wrong) == (400, 4)
    assert refusal(caller, "query_moderation_rules", filter={"color": 1}) == (400, 4)


@each_client("get_moderation_rule")
@pytest.mark.usefixtures("caller")
def test_rules_are_the_servers(user_caller: Callable[[str], Caller], moderator: str) -> None:
    user = user_caller(moderator)
    action = {"type": "flag_content"}
    condition = {"label": "SCAM", "severity": "high"}
    rule = {"name": "r", "rule_type": "content", "conditions": [condition], "action": action}
    for operation, fields in (
        ("get_moderation_rule", {"id": "r"}),
        ("delete_moderation_rule", {"id": "r"}),
        ("query_moderation_rules", {}),
        ("upsert_moderation_rule", rule),
    ):
        assert refusal(user, operation, **fields) == (403, 17)
