"""Policies through every client that has them: kept, in effect, and gone."""

from __future__ import annotations

from typing import Any

import pytest

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED, BLOCKED_TEXT, unique


def _policy(key: str, action: str, block_list: str) -> dict[str, Any]:
    return {"key": key, "block_list_config": {"rules": [{"name": block_list, "action": action}]}}


def _checked(caller: Caller, policy: str, text: str = BLOCKED_TEXT) -> Any:
    return caller.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=unique("author"),
        moderation_payload={"texts": [text]},
        config_key=policy,
    )


@each_client("upsert_config", "get_config", "query_moderation_configs", "delete_config", "check")
@effect("upsert_config", through="check")
@effect("upsert_config", through="get_config")
@effect("get_config", through="upsert_config")
@effect("query_moderation_configs", through="upsert_config")
@effect("delete_config", through="get_config")
@effect("check", through="upsert_config")
def test_a_policy_comes_and_goes(caller: Caller, block_list: str) -> None:
    key = unique("policy")
    for action in ("flag", "remove"):
        made = caller.call("upsert_config", **_policy(key, action, block_list))["config"]
        assert (made["key"], _checked(caller, key)["recommended_action"]) == (key, action)
    assert _checked(caller, key, "hello")["recommended_action"] == "keep"
    shown = caller.call("get_config", key=key)["config"]
    (rule,) = shown["block_list_config"]["rules"]
    assert (rule["name"], rule["action"]) == (block_list, "remove")
    found = caller.call("query_moderation_configs", filter={"key": key}, limit=5)["configs"]
    assert [each["key"] for each in found] == [key]
    caller.call("delete_config", key=key)
    assert caller.call("query_moderation_configs", filter={"key": key})["configs"] == []
    for operation in ("get_config", "delete_config"):
        assert refusal(caller, operation, key=key) == (404, 16)


@each_client("upsert_config", "get_config", "query_moderation_configs", "delete_config")
def test_another_app_has_none_of_them(
    caller: Caller, other_caller: Caller, policy: str, block_list: str
) -> None:
    assert other_caller.call("query_moderation_configs", filter={"key": policy})["configs"] == []
    for operation in ("get_config", "delete_config"):
        assert refusal(other_caller, operation, key=policy) == (404, 16)
    assert refusal(other_caller, "upsert_config", **_policy("p", "flag", block_list)) == (400, 4)
    assert caller.call("get_config", key=policy)["config"]["key"] == policy


@each_client("upsert_config", "query_moderation_configs")
def test_what_is_no_policy_is_refused(caller: Caller, block_list: str) -> None:
    key = unique("policy")
    assert refusal(caller, "upsert_config", **_policy(key, "wave", block_list)) == (400, 4)
    assert refusal(caller, "upsert_config", **_policy(key, "flag", unique("none"))) == (400, 4)
    assert refusal(caller, "query_moderation_configs", filter={"colour": "red"}) == (400, 4)
    assert refusal(caller, "get_config", key=key) == (404, 16)


@each_client("custom_check", "query_review_queue")
@effect("custom_check", through="query_review_queue")
def test_results_of_another_model_wait_for_moderators(caller: Caller, other_caller: Caller) -> None:
    author = unique("author")
    fields: dict[str, Any] = {
        "entity_type": "post",
        "entity_id": unique("post"),
        "entity_creator_id": author,
        "moderation_payload": {"texts": ["hello"]},
        "flags": [{"type": "custom_check_text", "labels": ["spam"], "reason": "a model's"}],
    }
    said = caller.call("custom_check", **fields)
    filter = {"entity_creator_id": author}
    (item,) = caller.call("query_review_queue", filter=filter)["items"]
    assert item["id"] == said["id"]
    (flag,) = item["flags"]
    assert (flag["type"], flag["labels"]) == ("custom_check_text", ["spam"])
    assert other_caller.call("query_review_queue", filter=filter)["items"] == []
    wrong = {**fields, "flags": [{"type": "custom_check_smell"}]}
    assert refusal(caller, "custom_check", **wrong) == (400, 4)


@each_client("check")
def test_what_cannot_be_checked_is_refused(
    caller: Caller, other_caller: Caller, policy: str
) -> None:
    fields = {
        "entity_type": "post",
        "entity_id": unique("post"),
        "entity_creator_id": unique("author"),
        "moderation_payload": {"texts": [BLOCKED]},
    }
    assert refusal(caller, "check", **fields, config_key=unique("none")) == (404, 16)
    assert refusal(other_caller, "check", **fields, config_key=policy) == (404, 16)
    wrong = {**fields, "entity_id": "x" * 1_025}
    assert refusal(caller, "check", **wrong, config_key=policy) == (400, 4)


@each_client("labels", "query_label_results")
@effect("labels", through="query_label_results")
@effect("query_label_results", through="labels")
def test_what_was_labelled_is_found(
    caller: Caller, other_caller: Caller, policy: str, block_list: str
) -> None:
    user = unique("user")
    labelled = caller.call("labels", content=BLOCKED_TEXT, policy=policy, user_id=user)
    assert (labelled["recommended_action"], labelled["labels"]) == ("remove", [block_list])
    caller.call("labels", content=BLOCKED_TEXT, policy=policy, user_id=user, dry_run=True)
    filter = {"user_id": user}
    (result,) = caller.call("query_label_results", filter=filter)["label_results"]
    assert (result["content"], result["policy"]) == (BLOCKED_TEXT, policy)
    assert other_caller.call("query_label_results", filter=filter)["label_results"] == []
    assert refusal(other_caller, "labels", content="x", policy=policy) == (404, 16)
    assert refusal(caller, "labels", content="", policy=policy) == (400, 4)
    assert refusal(caller, "query_label_results", filter={"colour": "red"}) == (400, 4)


@pytest.mark.parametrize("waits", [True, False])
@each_client("analyze", "query_review_queue")
@effect("analyze", through="query_review_queue")
def test_what_was_analyzed_waits_for_moderators(
    caller: Caller, other_caller: Caller, policy: str, waits: bool
) -> None:
    author = unique("author")
    entity = {"entity_type": "post", "entity_id": unique("post"), "entity_creator_id": author}
    fields = {"texts": {"title": "hello", "body": BLOCKED_TEXT}, "config_key": policy}
    answer = caller.call("analyze", **fields, **entity, async_response=not waits)
    assert answer["status"] == ("complete" if waits else "pending")
    if waits:
        assert {name: each["action"] for name, each in answer["texts"].items()} == {
            "title": "keep",
            "body": "remove",
        }
    (item,) = caller.call("query_review_queue", filter={"entity_creator_id": author})["items"]
    assert item["entity_id"] == entity["entity_id"]
    assert refusal(caller, "analyze", config_key=policy) == (400, 4)
    assert refusal(other_caller, "analyze", **fields, **entity) == (404, 16)
