"""The log of actions and queries of flags, with every client that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED_TEXT, eventually, unique


def _blocked(caller: Caller, policy: str, author: str) -> str:
    item: str = caller.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=author,
        moderation_payload={"texts": [BLOCKED_TEXT]},
        config_key=policy,
    )["item"]["id"]
    return item


@each_client("query_moderation_logs", "insert_action_log", "submit_action", "get_review_queue_item")
@effect("query_moderation_logs", through="submit_action")
@effect("insert_action_log", through="query_moderation_logs")
@effect("insert_action_log", through="get_review_queue_item")
def test_the_log_has_what_was_done_here_and_elsewhere(
    caller: Caller, policy: str, moderator: str
) -> None:
    author = unique("author")
    item = _blocked(caller, policy, author)
    caller.call(
        "submit_action",
        action_type="block",
        item_id=item,
        user_id=moderator,
        block={"reason": "rude"},
    )
    caller.call(
        "insert_action_log",
        action_type="suspended",
        entity_creator_id=author,
        entity_id=unique("other"),
        entity_type="post",
        reason="elsewhere",
        reporter_type="api_integration",
        reporter_user_id="robot",
        custom={"ticket": 7},
    )
    filter = {"target_user_id": author, "type": {"$in": ["suspended", "block"]}}
    newest, older = caller.call("query_moderation_logs", filter=filter, limit=10)["logs"]
    assert (newest["type"], newest["user_id"]) == ("suspended", "robot")
    assert (newest["reporter_type"], newest["custom"]) == ("api_integration", {"ticket": 7})
    shown = caller.call("get_review_queue_item", id=newest["review_queue_item"]["id"])["item"]
    assert [each["id"] for each in shown["actions"]] == [newest["id"]]
    assert (older["type"], older["reason"]) == ("block", "rude")
    assert older["review_queue_item"]["id"] == item
    assert "block_list" in older["ai_providers"]
    first = caller.call("query_moderation_logs", filter=filter, limit=1)
    second = caller.call("query_moderation_logs", filter=filter, limit=1, next=first["next"])
    assert [each["id"] for each in second["logs"]] == [older["id"]]


@each_client("query_moderation_flags", "get_flag_count", "flag", "get_review_queue_item")
@effect("query_moderation_flags", through="get_review_queue_item")
@effect("get_flag_count", through="query_moderation_flags")
def test_flags_are_found_and_counted(caller: Caller, policy: str) -> None:
    author = unique("author")
    item = _blocked(caller, policy, author)
    entity = caller.call("get_review_queue_item", id=item)["item"]
    about = {name: entity[name] for name in ("entity_type", "entity_id", "entity_creator_id")}
    caller.call("flag", **about, reason="spam", user_id=unique("reporter"))

    def count(**fields: Any) -> int:
        counted: int = caller.call("get_flag_count", entity_creator_id=author, **fields)["count"]
        return counted

    expected = caller.call("get_review_queue_item", id=item)["item"]["flags_count"]
    eventually(lambda: count() == expected)
    found = caller.call("query_moderation_flags", filter={"review_queue_item_id": item})["flags"]
    assert len(found) == expected >= 2
    assert {each["type"] for each in found} >= {"block_list", "user_report"}
    assert (count(entity_type="post"), count(entity_type="other")) == (expected, 0)


@each_client("query_moderation_logs", "query_moderation_flags", "get_flag_count")
def test_they_are_refused_by_name_and_are_the_app_s_own(
    caller: Caller,
    other_caller: Caller,
    user_caller: Callable[[str], Caller],
    policy: str,
) -> None:
    author = unique("author")
    _blocked(caller, policy, author)
    unknown = {"filter": {"nothing": 1}}
    logged = {"action_type": "x", "entity_creator_id": "c", "entity_id": "", "entity_type": "post"}
    assert refusal(caller, "query_moderation_logs", **unknown) == (400, 4)
    assert refusal(caller, "query_moderation_flags", **unknown) == (400, 4)
    assert refusal(caller, "get_flag_count", entity_creator_id="") == (400, 4)
    assert refusal(caller, "insert_action_log", **logged) == (400, 4)
    filter = {"target_user_id": author}
    assert other_caller.call("query_moderation_logs", filter=filter)["logs"] == []
    assert other_caller.call("get_flag_count", entity_creator_id=author)["count"] == 0
    user = user_caller(author)
    logged["entity_id"] = "e"
    assert refusal(user, "query_moderation_logs") == (403, 17)
    assert refusal(user, "query_moderation_flags") == (403, 17)
    assert refusal(user, "get_flag_count", entity_creator_id=author) == (403, 17)
    assert refusal(user, "insert_action_log", **logged) == (403, 17)
