"""The older chat API's flags: queried by who and where, and what moderators make of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from tests.functional.desk import Desk, desk

_MESSAGE = "stream:chat:v1:message"
_numbers = count()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("older") / "data") as made:
        yield made


def _flagged(bench: Desk, channel: str = "messaging:a", by: str = "rea") -> tuple[str, str]:
    number = next(_numbers)
    message, author = f"m{number}", f"author{number}"
    bench.check(
        "hello",
        entity_type=_MESSAGE,
        entity_id=message,
        entity_creator_id=author,
        moderation_payload={"texts": ["hello"], "custom": {"channel_cid": channel}},
    )
    body = {"target_message_id": message, "user_id": by, "reason": "spam"}
    bench.done("POST", "/moderation/flag", body)
    return message, author


def _queried(bench: Desk, filter: Any, path: str = "/moderation/flags/message", **more: Any) -> Any:
    payload = json.dumps({"filter_conditions": filter, **more})
    answer = bench.server.call(bench.app, "GET", path, query={"payload": payload})
    assert answer.status == 200, answer.text
    return answer.json()["flags"]


@pytest.mark.parametrize(
    "path", ["/moderation/flags/message", "/api/v2/chat/moderation/flags/message"]
)
def test_flags_of_messages_are_found(bench: Desk, path: str) -> None:
    message, author = _flagged(bench, f"messaging:{path[1:3]}", "ann")
    (flag,) = _queried(bench, {"message_id": message}, path)
    assert (flag["message"]["id"], flag["message"]["text"]) == (message, "hello")
    assert (flag["user"]["id"], flag["reason"], flag["created_by_automod"]) == (
        "ann",
        "spam",
        False,
    )
    for filter in (
        {"user_id": author},
        {"channel_cid": f"messaging:{path[1:3]}"},
        {"user_id": {"$in": [author, "x"]}, "is_reviewed": False},
    ):
        assert [each["message"]["id"] for each in _queried(bench, filter, path)] == [message]
    assert _queried(bench, {"user_id": author, "is_reviewed": True}, path) == []
    assert _queried(bench, {"user_id": author}, path, offset=1) == []


def test_reviewed_flags_say_by_whom_and_how(bench: Desk) -> None:
    message, author = _flagged(bench)
    body = {"message_ids": [message], "reviewed_by": "mo"}
    bench.done("POST", "/automod/v1/moderation/update_flags", body)
    (flag,) = _queried(bench, {"user_id": author, "is_reviewed": True})
    assert flag["reviewed_by"]["id"] == "mo"
    assert "approved_at" in flag
    item = bench.item(_MESSAGE, message)
    assert item is not None and item["latest_moderator_action"] == "mark_reviewed"


def test_a_message_that_was_blocked_is_unblocked(bench: Desk) -> None:
    message, author = _flagged(bench)
    item = bench.item(_MESSAGE, message)
    assert item is not None
    bench.act("block", item["id"])
    body = {"target_message_id": message, "user_id": "mo"}
    bench.done("POST", "/moderation/unblock_message", body)
    shown = bench.shown(item["id"])
    assert (shown["recommended_action"], shown["latest_moderator_action"]) == ("keep", "unblock")
    (flag,) = _queried(bench, {"user_id": author})
    assert "rejected_at" in flag


def test_flags_of_users_and_messages_are_found_together(bench: Desk) -> None:
    message, author = _flagged(bench, by="joe")
    bench.done("POST", "/moderation/flag", {"target_user_id": author, "user_id": "joe"})
    body = {"filter_conditions": {"user_id": author}}
    found = bench.done("POST", "/moderation/flags", body)["flags"]
    assert [each.get("target_message_id") for each in found] == [None, message]
    assert found[0]["target_user"]["id"] == author
    by = {"filter_conditions": {"reporter_id": "joe", "message_user_id": author}}
    assert [
        each["target_message_id"] for each in bench.done("POST", "/moderation/flags", by)["flags"]
    ] == [message]


def test_deleted_messages_are_found_on_demand(bench: Desk) -> None:
    message, author = _flagged(bench)
    item = bench.item(_MESSAGE, message)
    assert item is not None
    bench.act("delete_message", item["id"])
    assert _queried(bench, {"user_id": author}) == []
    assert len(_queried(bench, {"user_id": author}, show_deleted_messages=True)) == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/moderation/unblock_message", {"target_message_id": "nothing"}),
        (
            "/automod/v1/moderation/update_flags",
            {"message_ids": ["nothing"], "reviewed_by": "mo"},
        ),
    ],
)
def test_a_message_that_is_not_known_is_not_found(bench: Desk, path: str, body: Any) -> None:
    answer = bench.send("POST", path, body)
    assert (answer.status, answer.json()["code"]) == (404, 16)
    user = bench.send("POST", path, body, as_user=bench.app.user("rea"))
    assert (user.status, user.json()["code"]) == (403, 17)
