"""Flags by all clients, and what the older paths do with them."""

from __future__ import annotations

from typing import Any

import pytest

from .clients import Caller, Refused, each_client, effect, refusal
from .helpers import unique


def _flags(caller: Caller, operation: str, message: str) -> list[Any]:
    asked: dict[str, Any] = {"filter_conditions": {"message_id": message}}
    fields = asked if operation.endswith("_v1") else {"payload": asked}
    return list(caller.call(operation, **fields)["flags"])


@each_client("flag", "query_review_queue", "submit_action")
@effect("flag", through="query_review_queue")
@effect("submit_action", through="query_review_queue")
def test_what_is_flagged_waits_for_a_moderator(caller: Caller, other_caller: Caller) -> None:
    author = unique("author")
    entity = {"entity_type": "post", "entity_id": unique("post"), "entity_creator_id": author}
    caller.call("flag", **entity, user_id="rea", reason="spam")
    filter = {"entity_creator_id": author}
    (item,) = caller.call("query_review_queue", filter=filter)["items"]
    (flag,) = item["flags"]
    assert (flag["type"], flag["reason"], flag["user_id"]) == ("user_report", "spam", "rea")
    assert other_caller.call("query_review_queue", filter=filter)["items"] == []
    wrong = {**entity, "entity_type": ""}
    assert refusal(caller, "flag", **wrong, user_id="rea", reason="spam") == (400, 4)
    act = {"action_type": "mark_reviewed", "item_id": item["id"], "user_id": "mo"}
    assert refusal(other_caller, "submit_action", **act) == (404, 16)
    assert refusal(caller, "submit_action", **{**act, "action_type": "wave"}) == (400, 4)
    caller.call("submit_action", **act)
    for reviewed, ids in ((True, [item["id"]]), (False, [])):
        found = caller.call("query_review_queue", filter={**filter, "reviewed": reviewed})
        assert [each["id"] for each in found["items"]] == ids


@each_client("flag", "query_message_flags")
@effect("query_message_flags", through="flag")
def test_flags_of_messages_are_found(caller: Caller, other_caller: Caller) -> None:
    message = unique("message")
    entity = {"entity_type": "stream:chat:v1:message", "entity_id": message}
    caller.call("flag", **entity, user_id="rea", reason="spam")
    (flag,) = _flags(caller, "query_message_flags", message)
    assert (flag["message"]["id"], flag["reason"], flag["user"]["id"]) == (message, "spam", "rea")
    assert _flags(other_caller, "query_message_flags", message) == []


@each_client("flag_v1", "query_message_flags_v1")
@effect("query_message_flags_v1", through="flag_v1")
@effect("flag_v1", through="query_message_flags_v1")
def test_flags_of_the_older_path_are_found(caller: Caller, other_caller: Caller) -> None:
    message = unique("message")
    caller.call("flag_v1", target_message_id=message, user_id="rea", reason="spam")
    (flag,) = _flags(caller, "query_message_flags_v1", message)
    assert (flag["message"]["id"], flag["reason"]) == (message, "spam")
    assert _flags(other_caller, "query_message_flags_v1", message) == []


@each_client("flag_v1", "query_flags_v1", "update_flags_v1", "unblock_message_v1")
@effect("query_flags_v1", through="flag_v1")
@effect("update_flags_v1", through="query_flags_v1")
@effect("unblock_message_v1", through="query_flags_v1")
def test_flags_are_reviewed(caller: Caller, other_caller: Caller) -> None:
    message = unique("message")
    caller.call("flag_v1", target_message_id=message, user_id="rea", reason="spam")
    (flag,) = _flags(caller, "query_flags_v1", message)
    assert "reviewed_at" not in flag
    review = {"message_ids": [message], "reviewed_by": "mo"}
    with pytest.raises(Refused) as caught:
        other_caller.call("update_flags_v1", **review)
    assert (caught.value.status, caught.value.code) == (404, 16)
    caller.call("update_flags_v1", **review)
    (flag,) = _flags(caller, "query_flags_v1", message)
    assert flag["reviewed_by"] == "mo"
    unblock = {"target_message_id": message, "user_id": "mo"}
    with pytest.raises(Refused) as caught:
        other_caller.call("unblock_message_v1", **unblock)
    assert (caught.value.status, caught.value.code) == (404, 16)
    caller.call("unblock_message_v1", **unblock)
    (flag,) = _flags(caller, "query_flags_v1", message)
    assert "rejected_at" in flag


@each_client("flag_v1", "unflag_v1", "query_message_flags_v1")
@effect("unflag_v1", through="query_message_flags_v1")
def test_a_flag_is_taken_back(caller: Caller, other_caller: Caller) -> None:
    message = unique("message")
    for by in ("rea", "ben"):
        caller.call("flag_v1", target_message_id=message, user_id=by, reason="spam")
    taken = {"target_message_id": message, "user_id": "rea"}
    assert refusal(other_caller, "unflag_v1", **taken) == (404, 16)
    assert refusal(caller, "unflag_v1", **{**taken, "target_message_id": unique()}) == (404, 16)
    assert refusal(caller, "unflag_v1", **{**taken, "user_id": ""}) == (400, 4)
    told = caller.call("unflag_v1", **taken)
    assert (told["flag"]["user"]["id"], told["flag"]["target_message_id"]) == ("rea", message)
    (left,) = _flags(caller, "query_message_flags_v1", message)
    assert left["user"]["id"] == "ben"
    assert "flag" not in caller.call("unflag_v1", **taken)


@each_client("flag_v1", "unflag_v1")
def test_a_user_is_flagged_no_more(caller: Caller) -> None:
    flag = {"target_user_id": unique("user"), "user_id": "rea"}
    caller.call("flag_v1", **flag, reason="rude")
    told = caller.call("unflag_v1", **flag)
    assert (told["flag"]["reason"], told["flag"]["user"]["id"]) == ("rude", "rea")


@each_client("flag_v1", "query_reports_v1", "review_report_v1")
@effect("query_reports_v1", through="flag_v1")
@effect("review_report_v1", through="query_reports_v1")
def test_reports_are_found_and_reviewed(caller: Caller, other_caller: Caller) -> None:
    message = unique("message")
    for by in ("rea", "ben"):
        caller.call("flag_v1", target_message_id=message, user_id=by, reason="spam")
    (report,) = _reports(caller, message_id=message)
    assert (report["message"]["id"], report["flags_count"]) == (message, 2)
    assert report["first_reporter"]["id"] == "rea"
    assert _reports(other_caller, message_id=message) == []
    assert refusal(caller, "query_reports_v1", filter_conditions={"mood": "bad"}) == (400, 4)
    review = {"id": report["id"], "review_result": "harmless", "user_id": "mo"}
    assert refusal(other_caller, "review_report_v1", **review) == (404, 16)
    assert refusal(caller, "review_report_v1", **{**review, "id": unique()}) == (404, 16)
    assert refusal(caller, "review_report_v1", **{**review, "review_result": ""}) == (400, 4)
    told = caller.call("review_report_v1", **review)["flag_report"]
    assert (told["id"], told["review_result"]) == (report["id"], "harmless")
    (found,) = _reports(caller, report_id=report["id"])
    assert (found["review_result"], found["reviewed_by"]["id"]) == ("harmless", "mo")
    assert _reports(caller, message_id=message, is_reviewed=False) == []


def _reports(caller: Caller, **conditions: Any) -> list[Any]:
    return list(caller.call("query_reports_v1", filter_conditions=conditions)["flag_reports"])
