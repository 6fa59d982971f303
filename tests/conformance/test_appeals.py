"""Appeals, with every client that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED_TEXT, unique

_REJECT = {"decision_reason": "it was none"}


def _decided(caller: Caller, policy: str, moderator: str, **creator: str) -> Any:
    """Content that a moderator has blocked."""
    author = creator.get("author") or unique("author")
    item = caller.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=author,
        moderation_payload={"texts": [BLOCKED_TEXT]},
        config_key=policy,
    )["item"]
    act = {"action_type": "block", "item_id": item["id"], "user_id": moderator}
    return caller.call("submit_action", **act, block={"reason": "rude"})["item"]


def _appealed(caller: Caller, item: Any) -> str:
    id: str = caller.call(
        "appeal",
        entity_type=item["entity_type"],
        entity_id=item["entity_id"],
        appeal_reason="it was a joke",
        attachments=["https://example.com/a.png"],
        user_id=item["entity_creator_id"],
    )["appeal_id"]
    return id


@each_client("appeal", "get_appeal", "query_appeals", "submit_action")
@effect("appeal", through="get_appeal")
@effect("get_appeal", through="query_appeals")
@effect("query_appeals", through="appeal")
@effect("submit_action", through="get_appeal")
def test_an_appeal_is_made_read_and_accepted(caller: Caller, policy: str, moderator: str) -> None:
    item = _decided(caller, policy, moderator)
    id = _appealed(caller, item)
    shown = caller.call("get_appeal", id=id)["item"]
    assert (shown["status"], shown["appeal_reason"]) == ("submitted", "it was a joke")
    assert shown["attachments"] == ["https://example.com/a.png"]
    assert shown["review_queue_item_id"] == item["id"]
    assert shown["original_moderation_action"]["type"] == "block"
    filter = {"user_id": item["entity_creator_id"], "status": "submitted"}
    found = caller.call("query_appeals", filter=filter, limit=10)["items"]
    assert [each["id"] for each in found] == [id]
    act = {"action_type": "restore", "item_id": item["id"], "user_id": moderator}
    answer = caller.call("submit_action", **act, restore={"decision_reason": "sorry"})
    assert answer["appeal_item"]["id"] == id
    assert "blocked_at" not in answer["item"]
    shown = caller.call("get_appeal", id=id)["item"]
    assert (shown["status"], shown["decision_reason"]) == ("accepted", "sorry")
    assert shown["moderation_action"]["type"] == "restore"
    assert caller.call("query_appeals", filter=filter)["items"] == []


@each_client("appeal", "submit_action", "get_review_queue_item", "query_review_queue")
@effect("submit_action", through="get_review_queue_item")
def test_an_appeal_is_rejected_with_a_reason(caller: Caller, policy: str, moderator: str) -> None:
    item = _decided(caller, policy, moderator)
    id = _appealed(caller, item)
    act = {"action_type": "reject_appeal", "appeal_id": id, "user_id": moderator}
    assert refusal(caller, "submit_action", **act) == (400, 4)
    caller.call("submit_action", **act, reject_appeal=_REJECT)
    shown = caller.call("get_review_queue_item", id=item["id"])["item"]
    assert (shown["appeal"]["id"], shown["appeal"]["status"]) == (id, "rejected")
    filter = {"appeal_id": id, "appeal_status": "rejected"}
    found = caller.call("query_review_queue", filter=filter)["items"]
    assert [each["id"] for each in found] == [item["id"]]
    again = {**act, "reject_appeal": _REJECT}
    assert refusal(caller, "submit_action", **again) == (400, 4)


@each_client("appeal", "ban", "submit_action", "get_appeal")
@effect("appeal", through="submit_action")
def test_a_ban_is_appealed(caller: Caller, moderator: str) -> None:
    user = unique("banned")
    about = {"entity_type": "stream:user", "entity_id": user, "user_id": user}
    appeal = {**about, "appeal_reason": "why?"}
    assert refusal(caller, "appeal", **appeal) == (400, 4)
    ban = {"action_type": "ban", "user_id": moderator, "ban": {"target_user_id": user}}
    caller.call("submit_action", **ban)
    id = caller.call("appeal", **appeal)["appeal_id"]
    unban = {"action_type": "unban", "appeal_id": id, "user_id": moderator}
    answer = caller.call("submit_action", **unban)
    assert answer["appeal_item"]["status"] == "accepted"
    assert answer["appeal_item"]["user"]["banned"] is False
    assert caller.call("get_appeal", id=id)["item"]["status"] == "accepted"


@each_client("appeal", "bulk_action_appeals", "get_appeal")
@effect("bulk_action_appeals", through="get_appeal")
def test_many_are_decided_at_once(caller: Caller, policy: str, moderator: str) -> None:
    items = [_decided(caller, policy, moderator) for _ in range(3)]
    ids = [_appealed(caller, item) for item in items]
    body = {"action_type": "reject_appeal", "user_id": moderator, "reject_appeal": _REJECT}
    answer = caller.call("bulk_action_appeals", appeal_ids=[*ids, "none"], **body)
    assert [each["appeal_id"] for each in answer["results"]] == ids
    assert [each["appeal_id"] for each in answer["errors"]] == ["none"]
    for id in ids:
        assert caller.call("get_appeal", id=id)["item"]["status"] == "rejected"
    assert refusal(caller, "bulk_action_appeals", appeal_ids=[], **body) == (400, 4)


@each_client("appeal", "get_appeal", "query_appeals", "bulk_action_appeals")
def test_what_is_wrong_or_missing_is_told(caller: Caller, policy: str, moderator: str) -> None:
    item = _decided(caller, policy, moderator)
    creator = {"user_id": item["entity_creator_id"]}
    about = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}
    long = {**about, **creator, "appeal_reason": "x" * 501}
    assert refusal(caller, "appeal", **long) == (400, 4)
    missing = {**about, **creator, "entity_id": unique("post"), "appeal_reason": "x"}
    assert refusal(caller, "appeal", **missing) == (404, 16)
    stranger = {**about, "user_id": unique("other"), "appeal_reason": "x"}
    assert refusal(caller, "appeal", **stranger) == (403, 17)
    _appealed(caller, item)
    again = {**about, **creator, "appeal_reason": "x"}
    assert refusal(caller, "appeal", **again) == (400, 4)
    assert refusal(caller, "get_appeal", id="none") == (404, 16)
    assert refusal(caller, "query_appeals", filter={"colour": "red"}) == (400, 4)


@each_client("appeal", "get_appeal", "query_appeals", "bulk_action_appeals")
def test_another_app_finds_none(
    caller: Caller, other_caller: Caller, policy: str, moderator: str
) -> None:
    id = _appealed(caller, _decided(caller, policy, moderator))
    assert refusal(other_caller, "get_appeal", id=id) == (404, 16)
    assert other_caller.call("query_appeals")["items"] == []
    body = {"action_type": "restore", "appeal_ids": [id], "user_id": "m"}
    answer = other_caller.call("bulk_action_appeals", **body)
    assert (answer["results"], [each["appeal_id"] for each in answer["errors"]]) == ([], [id])
    assert caller.call("get_appeal", id=id)["item"]["status"] == "submitted"


@each_client("appeal", "get_appeal", "query_appeals", "bulk_action_appeals")
def test_users_have_their_own_and_no_others(
    caller: Caller, user_caller: Callable[[str], Caller], policy: str, moderator: str
) -> None:
    item = _decided(caller, policy, moderator)
    author, stranger = user_caller(item["entity_creator_id"]), user_caller(unique("stranger"))
    about = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}
    assert refusal(stranger, "appeal", **about, appeal_reason="x") == (403, 17)
    id = author.call("appeal", **about, appeal_reason="x")["appeal_id"]
    assert author.call("get_appeal", id=id)["item"]["id"] == id
    assert [each["id"] for each in author.call("query_appeals")["items"]] == [id]
    assert refusal(stranger, "get_appeal", id=id) == (403, 17)
    assert stranger.call("query_appeals")["items"] == []
    body = {"action_type": "restore", "appeal_ids": [id]}
    assert refusal(author, "bulk_action_appeals", **body) == (403, 17)
    (shown,) = user_caller(moderator).call("query_appeals", filter={"id": id})["items"]
    assert shown["original_moderation_action"]["user_id"] == moderator
