"""The log of actions and the flags, as Stream's clients query them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import item_id
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.inprocess import App, Server, in_process

_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_V2 = "/api/v2/moderation"
_POLICY = {
    "key": "policy",
    "block_list_config": {"rules": [{"name": "words", "action": "remove"}]},
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("logs") / "data") as server:
        yield server


class Desk:
    """An app, in which what is checked and flagged is evaluated at once."""

    def __init__(self, server: Server, app: App) -> None:
        self._server, self.app = server, app
        self.send("/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
        self.send(f"{_V2}/config", _POLICY)

    def send(self, path: str, body: Any, method: str = "POST") -> Any:
        answer = self._server.call(self.app, method, path, body)
        assert answer.status in (200, 201), answer.text
        return answer.json()

    def check(
        self, id: str, text: str = "a grobble", creator: str = "ann", type: str = "post"
    ) -> str:
        entity = {"entity_type": type, "entity_id": id, "entity_creator_id": creator}
        content = {**entity, "moderation_payload": {"texts": [text]}, "config_key": "policy"}
        self.send(f"{_V2}/check", content)
        return self._evaluated(type, id)

    def flag(self, id: str, by: str, creator: str = "ann", type: str = "post") -> str:
        entity = {"entity_type": type, "entity_id": id, "entity_creator_id": creator}
        self.send(f"{_V2}/flag", {**entity, "user_id": by, "reason": "spam"})
        return self._evaluated(type, id)

    def act(self, item: str, action: str, **fields: Any) -> None:
        body = {"action_type": action, "item_id": item, "user_id": "mod", **fields}
        self.send(f"{_V2}/submit_action", body)

    def logs(self, filter: dict[str, Any] | None = None, **fields: Any) -> list[Any]:
        logs: list[Any] = self.send(f"{_V2}/logs", {"filter": filter or {}, **fields})["logs"]
        return logs

    def flags(self, filter: dict[str, Any] | None = None, **fields: Any) -> list[Any]:
        flags: list[Any] = self.send(f"{_V2}/flags", {"filter": filter or {}, **fields})["flags"]
        return flags

    def count(self, creator: str, **fields: Any) -> int:
        body = {"entity_creator_id": creator, **fields}
        count: int = self.send(f"{_V2}/flag_count", body)["count"]
        return count

    def _evaluated(self, type: str, entity: str) -> str:
        id = item_id(self.app.name, type, entity)
        self._server.run(enforce(self._server.context, Trigger(self.app.name, id), now()))
        return id


@pytest.fixture
def desk(server: Server) -> Desk:
    return Desk(server, server.app(f"app-{next(_LETTERS)}"))


def _types(logs: list[Any]) -> list[str]:
    return [entry["type"] for entry in logs]


def test_the_log_has_what_was_done_with_its_item_and_its_users(desk: Desk) -> None:
    item = desk.check("p1")
    desk.act(item, "block", block={"reason": "no"})
    block, flag = desk.logs()
    assert (block["type"], block["user_id"], block["target_user_id"]) == ("block", "mod", "ann")
    assert (block["reporter_type"], flag["reporter_type"]) == ("moderator", "automod")
    assert flag["ai_providers"] == block["ai_providers"] == ["block_list"]
    assert (block["user"]["id"], block["target_user"]["id"]) == ("mod", "ann")
    assert block["review_queue_item"]["id"] == item
    shown = desk.send(f"{_V2}/review_queue/{item}", None, "GET")["item"]
    assert [each["id"] for each in shown["actions"]] == [block["id"], flag["id"]]
    assert [each["id"] for each in block["review_queue_item"]["actions"]] == [
        block["id"],
        flag["id"],
    ]


def test_every_filter_finds_what_it_names_and_nothing_else(desk: Desk) -> None:
    first = desk.check("p1")
    second = desk.check("p2", creator="bea", type="comment")
    desk.act(first, "block", block={"reason": "no"})
    desk.act(second, "mark_reviewed")
    assert len(desk.logs()) == 4
    of_first = ["block", "flag"]
    assert _types(desk.logs({"review_queue_item_id": first})) == of_first
    assert _types(desk.logs({"target_user_id": "ann"})) == of_first
    assert _types(desk.logs({"entity_id": "p1"})) == of_first
    assert _types(desk.logs({"entity_id": "p1", "resource_type": "post"})) == of_first
    assert _types(desk.logs({"resource_type": "post"})) == of_first
    assert _types(desk.logs({"type": "block"})) == ["block"]
    assert _types(desk.logs({"type": {"$in": ["block", "mark_reviewed"]}})) == [
        "mark_reviewed",
        "block",
    ]
    assert _types(desk.logs({"reporter_id": "mod"})) == ["mark_reviewed", "block"]
    assert _types(desk.logs({"reporter_type": "automod"})) == ["flag", "flag"]
    assert _types(desk.logs({"moderation_category": "block_list"})) == ["flag", "flag"]
    assert len(desk.logs({"ai_providers": {"$in": ["block_list"]}})) == 4
    assert desk.logs({"ai_providers": {"$in": ["ai_text"]}}) == []
    reason = desk.logs({"type": "block"})[0]["reason"]
    assert _types(desk.logs({"reason": reason, "type": "block"})) == ["block"]
    id = desk.logs({"type": "block"})[0]["id"]
    assert _types(desk.logs({"id": id})) == ["block"]
    assert desk.logs({"id": id, "type": "flag"}) == []
    at = desk.logs({"type": "block"})[0]["created_at"]
    assert _types(desk.logs({"created_at": {"$gt": at}})) == ["mark_reviewed"]
    assert _types(desk.logs({"created_at": {"$lte": at}})) == ["block", "flag", "flag"]
    assert desk.logs({"date_range": "2020-01-01T00:00:00Z_2020-01-02T00:00:00Z"}) == []
    assert _types(desk.logs({"type": {"$exists": True}})) == _types(desk.logs())


def test_the_log_is_left_in_both_directions(desk: Desk) -> None:
    for number in range(5):
        desk.check(f"p{number}")
    everything = [each["id"] for each in desk.logs()]
    first = desk.send(f"{_V2}/logs", {"limit": 2})
    second = desk.send(f"{_V2}/logs", {"limit": 2, "next": first["next"]})
    back = desk.send(f"{_V2}/logs", {"limit": 2, "prev": second["prev"]})
    assert [each["id"] for each in (*first["logs"], *second["logs"])] == everything[:4]
    assert back["logs"] == first["logs"]
    oldest = desk.logs(sort=[{"field": "created_at", "direction": 1}])
    assert [each["id"] for each in oldest] == everything[::-1]


_OUTSIDE = {
    "action_type": "suspended",
    "entity_type": "post",
    "entity_id": "p9",
    "entity_creator_id": "ann",
    "reason": "elsewhere",
    "reporter_type": "api_integration",
    "reporter_user_id": "robot",
    "custom": {"ticket": 7},
}


@pytest.mark.parametrize("is_known", [True, False])
def test_what_was_done_elsewhere_is_in_the_log_and_at_the_item(desk: Desk, is_known: bool) -> None:
    id = desk.check("p9") if is_known else item_id(desk.app.name, "post", "p9")
    desk.send(f"{_V2}/action_logs", _OUTSIDE)
    (entry,) = desk.logs({"type": "suspended"})
    assert (entry["user_id"], entry["target_user_id"]) == ("robot", "ann")
    assert (entry["reason"], entry["custom"]) == ("elsewhere", {"ticket": 7})
    assert entry["reporter_type"] == "api_integration"
    item = desk.send(f"{_V2}/review_queue/{id}", None, "GET")["item"]
    assert item["actions"][0]["id"] == entry["id"]
    assert desk.logs({"reporter_type": "api_integration"})[0]["id"] == entry["id"]


def test_what_is_sent_again_is_one_action(desk: Desk, server: Server) -> None:
    desk.send(f"{_V2}/action_logs", _OUTSIDE)
    before = server.documents(desk.app.name)
    desk.send(f"{_V2}/action_logs", _OUTSIDE)
    assert server.documents(desk.app.name) == before
    desk.send(f"{_V2}/action_logs", {**_OUTSIDE, "reason": "another"})
    assert len(desk.logs({"type": "suspended"})) == 2


def test_flags_are_those_of_the_items(desk: Desk) -> None:
    desk.check("p1")
    item = desk.flag("p1", "bob")
    desk.flag("p2", "bob", creator="bea", type="comment")
    found = desk.flags({"review_queue_item_id": item})
    shown = desk.send(f"{_V2}/review_queue/{item}", None, "GET")["item"]
    assert {each["type"] for each in found} == {"block_list", "user_report"}
    assert len(found) == shown["flags_count"] == len(shown["flags"])
    assert {each["type"]: each["labels"] for each in found} == {
        each["type"]: each["labels"] for each in shown["flags"]
    }
    assert {each["review_queue_item"]["id"] for each in found} == {item}
    assert len(desk.flags()) == 3
    assert len(desk.flags({"entity_type": "comment"})) == 1
    assert len(desk.flags({"entity_id": "p1"})) == 2
    assert len(desk.flags({"entity_id": "p1", "entity_type": "post"})) == 2
    assert [each["type"] for each in desk.flags({"labels": "words"})] == ["block_list"]
    assert desk.flags({"created_at": {"$gt": "2100-01-01T00:00:00Z"}}) == []


def test_flags_of_content_that_became_another_go(desk: Desk) -> None:
    desk.check("p1")
    assert (len(desk.flags()), desk.count("ann")) == (1, 1)
    desk.check("p1", "hello")
    assert (len(desk.flags()), desk.count("ann")) == (0, 0)


def test_flags_are_counted_for_who_created_what_they_are_on(desk: Desk) -> None:
    desk.check("p1")
    desk.flag("p1", "bob")
    desk.flag("p1", "bea")
    desk.flag("p1", "bea")
    desk.flag("c1", "bob", type="comment")
    desk.flag("p2", "bob", creator="cid")
    assert (desk.count("ann"), desk.count("cid"), desk.count("nobody")) == (4, 1, 0)
    assert desk.count("ann", entity_type="post") == 3
    assert desk.count("ann", entity_type="comment") == 1
    assert desk.count("ann", entity_type="other") == 0
    assert desk.count("ann") == sum(
        each["entity_creator_id"] == "ann" for each in desk.flags(limit=100)
    )
