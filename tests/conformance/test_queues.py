"""Queues and the buttons of moderators' pages, with every client that has them."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.running import Running

from .clients import Caller, each_client, effect, refusal
from .clients.python import Getstream
from .helpers import BLOCKED_TEXT, unique

_SHARED = "operational_queue"


def _flagged(caller: Caller, policy: str, author: str) -> Any:
    return caller.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=author,
        moderation_payload={"texts": [BLOCKED_TEXT]},
        config_key=policy,
    )["item"]


def _counted(caller: Caller, id: str, count: int) -> Any:
    """The queue, once its items are found, which takes a moment."""
    end = time.monotonic() + 30
    while True:
        queue = caller.call("get_queue", id=id)["queue"]
        if queue["item_count"] == count or time.monotonic() > end:
            return queue
        time.sleep(0.1)


@each_client("create_queue", "get_queue", "update_queue", "list_queues", "query_review_queue")
@effect("create_queue", through="get_queue")
@effect("update_queue", through="list_queues")
@effect("get_queue", through="query_review_queue")
@effect("list_queues", through="get_queue")
def test_a_queue_has_what_its_filters_find(caller: Caller, policy: str, moderator: str) -> None:
    author = unique("author")
    first = _flagged(caller, policy, author)
    filters = {"entity_creator_id": author}
    made = caller.call(
        "create_queue", name=unique("queue"), type=_SHARED, filters=filters, user_id=moderator
    )["queue"]
    assert (made["type"], made["created_by"]) == (_SHARED, moderator)
    assert _counted(caller, made["id"], 1)["item_count"] == 1
    second = _flagged(caller, policy, author)
    queue = caller.call("get_queue", id=made["id"])["queue"]
    assert queue["item_count"] == 2
    found = caller.call("query_review_queue", filter=queue["filters"])["items"]
    assert {each["id"] for each in found} == {first["id"], second["id"]}
    name = unique("renamed")
    caller.call("update_queue", id=made["id"], name=name, user_id=moderator)
    listed = {each["id"]: each for each in caller.call("list_queues")["queues"]}
    assert (listed[made["id"]]["name"], listed[made["id"]]["item_count"]) == (name, 2)


@each_client("create_queue", "delete_queue", "get_queue", "update_queue")
@effect("delete_queue", through="get_queue")
def test_a_queue_goes(caller: Caller, other_caller: Caller) -> None:
    id = caller.call("create_queue", name=unique("queue"), type=_SHARED)["queue"]["id"]
    for operation in ("get_queue", "update_queue", "delete_queue"):
        assert refusal(other_caller, operation, id=id) == (404, 16)
    assert caller.call("get_queue", id=id)["queue"]["id"] == id
    assert caller.call("delete_queue", id=id)["queue"]["id"] == id
    for operation in ("get_queue", "update_queue", "delete_queue"):
        assert refusal(caller, operation, id=id) == (404, 16)


@each_client("create_queue", "update_queue")
def test_a_queue_of_wrong_filters_is_refused(caller: Caller) -> None:
    wrong = {"severity": {"$zz": 1}}
    name = unique("queue")
    assert refusal(caller, "create_queue", name=name, type=_SHARED, filters=wrong) == (400, 4)
    assert refusal(caller, "create_queue", name=name, type="personal_view") == (400, 4)
    id = caller.call("create_queue", name=name, type=_SHARED)["queue"]["id"]
    assert refusal(caller, "update_queue", id=id, filters=wrong) == (400, 4)


@each_client("create_queue", "list_queues", "get_queue")
def test_a_personal_view_is_its_maker_s(
    caller: Caller, moderator: str, user_caller: Callable[[str], Caller]
) -> None:
    mine = caller.call(
        "create_queue", name=unique("view"), type="personal_view", user_id=moderator
    )["queue"]
    listed = caller.call("list_queues", user_id=moderator)["queues"]
    assert mine["id"] in {each["id"] for each in listed}
    user = user_caller(unique("user"))
    for operation, fields in (
        ("list_queues", {}),
        ("get_queue", {"id": mine["id"]}),
        ("create_queue", {"name": "x", "type": _SHARED}),
        ("update_queue", {"id": mine["id"], "name": "x"}),
        ("delete_queue", {"id": mine["id"]}),
    ):
        assert refusal(user, operation, **fields) == (403, 17)


@each_client(
    "upsert_action_config", "get_action_config", "query_review_queue", "delete_action_config"
)
@effect("upsert_action_config", through="query_review_queue")
@effect("get_action_config", through="query_review_queue")
@effect("delete_action_config", through="get_action_config")
def test_a_button_comes_and_goes(caller: Caller, other_caller: Caller) -> None:
    kind = unique("kind")
    button = caller.call(
        "upsert_action_config", action="ban", entity_type=kind, order=1, icon="hammer"
    )["action_config"]
    shown = caller.call("get_action_config", entity_type=kind)["action_config"]
    beside = caller.call("query_review_queue", stats_only=True)["action_config"]
    assert shown[kind] == beside[kind]
    assert (shown[kind][0]["id"], shown[kind][0]["icon"]) == (button["id"], "hammer")
    assert other_caller.call("delete_action_config", id=button["id"])["deleted"] == 0
    fields = {"id": button["id"], "action": "ban", "entity_type": kind, "order": 2}
    assert refusal(other_caller, "upsert_action_config", **fields) == (404, 16)
    assert caller.call("delete_action_config", id=button["id"])["deleted"] == 1
    assert caller.call("get_action_config", entity_type=kind)["action_config"] == {}


@each_client("bulk_upsert_action_config", "bulk_delete_action_config", "get_action_config")
@effect("bulk_upsert_action_config", through="get_action_config")
@effect("bulk_delete_action_config", through="get_action_config")
def test_buttons_come_and_go_together(caller: Caller) -> None:
    kind = unique("kind")
    two = [
        {"action": name, "entity_type": kind, "order": order}
        for order, name in enumerate(("mark_reviewed", "block"))
    ]
    made = caller.call("bulk_upsert_action_config", action_configs=two)["action_configs"]
    shown = caller.call("get_action_config", entity_type=kind)["action_config"][kind]
    assert [each["action"] for each in shown] == ["mark_reviewed", "block"]
    wrong = [{**two[0], "order": 9}, {**two[1], "action": "wave"}]
    assert refusal(caller, "bulk_upsert_action_config", action_configs=wrong) == (400, 4)
    assert caller.call("get_action_config", entity_type=kind)["action_config"][kind] == shown
    ids = [each["id"] for each in made]
    assert caller.call("bulk_delete_action_config", ids=ids)["deleted"] == 2
    assert caller.call("get_action_config", entity_type=kind)["action_config"] == {}


@each_client(
    "get_action_config",
    "upsert_action_config",
    "bulk_upsert_action_config",
    "bulk_delete_action_config",
    "delete_action_config",
)
def test_buttons_are_moderators_to_configure(
    caller: Caller, user_caller: Callable[[str], Caller]
) -> None:
    user = user_caller(unique("user"))
    button = {"action": "ban", "entity_type": "post", "order": 1}
    for operation, fields in (
        ("get_action_config", {}),
        ("upsert_action_config", button),
        ("bulk_upsert_action_config", {"action_configs": [button]}),
        ("bulk_delete_action_config", {"ids": ["x"]}),
        ("delete_action_config", {"id": "x"}),
    ):
        assert refusal(user, operation, **fields) == (403, 17)
    assert refusal(caller, "upsert_action_config", **{**button, "action": "wave"}) == (400, 4)


def _locked(server: Running, moderator: str, claim: dict[str, Any]) -> list[str]:
    own = Getstream(server.base_url, api_key=server.api_key, api_secret=server.secret)
    try:
        found = own.call("query_review_queue", **claim, user_id=moderator)
        return [item["id"] for item in found["items"]]
    finally:
        own.close()


@each_client("query_review_queue", "submit_action", "get_review_queue_item")
@effect("query_review_queue", through="get_review_queue_item")
def test_two_moderators_never_get_one_item(
    caller: Caller, server: Running, policy: str, moderator: str
) -> None:
    author = unique("author")
    items = {_flagged(caller, policy, author)["id"] for _ in range(6)}
    moderators = [moderator, unique("mo")]
    claim = {
        "filter": {"entity_creator_id": author, "entity_type": "post"},
        "lock_items": True,
        "lock_count": 2,
    }
    with ThreadPoolExecutor(6) as pool:
        taking = [(name, pool.submit(_locked, server, name, claim)) for name in moderators * 3]
        taken = [(name, done.result()) for name, done in taking]
    held = {name: {id for each, ids in taken if each == name for id in ids} for name in moderators}
    assert not held[moderators[0]] & held[moderators[1]]
    assert held[moderators[0]] | held[moderators[1]] <= items
    one = next(iter(held[moderators[0]] or held[moderators[1]]))
    assert caller.call("get_review_queue_item", id=one)["item"]["assigned_to"]["id"] in moderators
    act = {"action_type": "mark_reviewed", "item_id": one, "user_id": moderator}
    assert not caller.call("submit_action", **act)["item"].get("assigned_to")
