"""Queues: saved views of the review queue, with what they have and since when it waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import ITEMS
from common.domain.queue import RECOUNTS
from common.moderation.review.recounting import recount
from common.queue.messages import DueRecount
from tests.functional.desk import V2, Desk, desk

_PATH = f"{V2}/queues"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("queues") / "data", GAVEL_CONFIG_TTL="0") as made:
        users = {id: {"id": id, "role": "moderator"} for id in ("m1", "m2")}
        made.done("POST", "/api/v2/users", {"users": {**users, "u": {"id": "u"}}})
        yield made


def _make(bench: Desk, name: str = "Q", **fields: Any) -> Any:
    body = {"name": name, "type": "operational_queue", **fields}
    return bench.done("POST", _PATH, body)["queue"]


def _get(bench: Desk, queue: Any) -> Any:
    return bench.done("GET", f"{_PATH}/{queue['id']}")["queue"]


def _count(bench: Desk) -> None:
    """All that waits to be looked through, to its end."""
    context, app = bench.server.context, bench.app.name

    async def run() -> None:
        while True:
            page = await context.store.query(RECOUNTS, app=None, order="due_at")
            due = [each for each in page.documents if each.key.app == app]
            if not due:
                return
            for each in due:
                message = DueRecount(app, each.key.id, each.data["due_at"])
                await recount(context, message, now())

    bench.server.run(run())


def _items(bench: Desk, queue: Any) -> list[str]:
    answer = bench.queue(filter=queue["filters"], sort=queue["sort"], limit=100)
    return [item["id"] for item in answer["items"]]


def test_a_queue_has_as_many_items_as_its_filters_find(bench: Desk) -> None:
    early = [bench.flagged("ann")["id"] for _ in range(3)]
    bench.flagged("ben")
    queue = _make(bench, filters={"entity_creator_id": "ann"}, description="Of Ann")
    assert (queue["item_count"], queue["is_counting"]) == (0, True)
    _count(bench)
    shown = _get(bench, queue)
    assert (shown["item_count"], shown["is_counting"]) == (3, False)
    assert shown["oldest_at"] >= bench.shown(early[0])["created_at"]
    bench.flagged("ann")
    bench.act("mark_reviewed", early[0])
    shown = _get(bench, queue)
    assert shown["item_count"] == len(_items(bench, shown)) == 4
    assert bench.done("GET", _PATH)["queues"] == [shown]


def test_its_oldest_is_what_has_waited_longest(bench: Desk) -> None:
    first, second = bench.flagged("ann")["id"], bench.flagged("ann")["id"]
    queue = _make(bench, filters={"entity_creator_id": "ann", "reviewed": False})
    _count(bench)
    since = _get(bench, queue)["oldest_at"]
    bench.act("mark_reviewed", first)
    later = _get(bench, queue)
    assert (later["item_count"], later["oldest_at"] > since) == (1, True)
    bench.act("mark_reviewed", second)
    last = _get(bench, queue)
    assert (last["item_count"], "oldest_at" in last) == (0, False)


@pytest.mark.parametrize("others", [0, 8])
def test_the_oldest_is_read_alone_whatever_is_in_the_queue(
    bench: Desk, monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    """Also among items of so many queues that they cannot name each of them."""
    for number in range(others):
        _make(bench, f"Q{number}", filters={"reviewed": False})
    early = [bench.flagged("ann")["id"] for _ in range(4)]
    wanted = bench.flagged("ben")["id"]
    early += [bench.flagged("ben")["id"] for _ in range(3)]
    queue = _make(bench, "Of Ben", filters={"entity_creator_id": "ben"})
    _count(bench)
    read: list[int] = []
    store = bench.server.context.store
    query = store.query

    async def watched(collection: Any, **asked: Any) -> Any:
        page = await query(collection, **asked)
        if collection == ITEMS:
            read.append(len(page.documents))
        return page

    monkeypatch.setattr(store, "query", watched)
    shown = _get(bench, queue)
    item = bench.item("post", bench.shown(wanted)["entity_id"])
    assert item is not None and shown["oldest_at"] == item["waiting_since"]
    assert sum(read) <= (len(early) + 2 if others else 1)
    bench.act("mark_reviewed", wanted)
    later = _get(bench, queue)
    assert (later["item_count"], later["oldest_at"] > shown["oldest_at"]) == (4, True)


def test_the_gravest_of_a_queue_come_first(bench: Desk) -> None:
    bench.done("POST", "/api/v2/blocklists", {"name": "mild", "words": ["mildword"]})
    bench.policy("mild", block_list_config={"rules": [{"name": "mild", "action": "flag"}]})
    mild = bench.check("mildword", config_key="mild")["item"]
    grave = bench.flagged()
    by_severity = [{"field": "severity", "direction": -1}]
    found = bench.queue(sort=by_severity)["items"]
    assert [each["id"] for each in found] == [grave["id"], mild["id"]]
    severities = [each["severity"] for each in found]
    assert severities == [3, 2]
    for condition, ids in (
        ({"$gte": 0.1}, [mild["id"], grave["id"]]),
        ({"$gt": 2}, [grave["id"]]),
        (2, [mild["id"]]),
        ({"$lt": 1}, []),
    ):
        answer = bench.queue(filter={"severity": condition}, sort=[])
        assert sorted(each["id"] for each in answer["items"]) == sorted(ids)
    queue = _make(bench, filters={"severity": {"$gte": 3}})
    _count(bench)
    assert _get(bench, queue)["item_count"] == 1


def test_other_filters_are_counted_anew(bench: Desk) -> None:
    items = [bench.flagged("ann")["id"] for _ in range(2)]
    queue = _make(bench, filters={"entity_creator_id": "ann"})
    _count(bench)
    body = {"filters": {"escalated": True}, "name": "Escalated"}
    changed = bench.done("PATCH", f"{_PATH}/{queue['id']}", body)["queue"]
    assert (changed["id"], changed["name"]) == (queue["id"], "Escalated")
    assert (changed["item_count"], changed["is_counting"]) == (0, True)
    bench.act("escalate", items[1])
    _count(bench)
    shown = _get(bench, queue)
    assert (shown["item_count"], _items(bench, shown)) == (1, [items[1]])
    renamed = bench.done("PATCH", f"{_PATH}/{queue['id']}", {"name": "High"})["queue"]
    assert (renamed["item_count"], renamed["is_counting"]) == (1, False)
    assert renamed["filters"] == {"escalated": True}


def test_one_that_is_deleted_is_told_once_more_and_gone(bench: Desk) -> None:
    bench.flagged("ann")
    queue = _make(bench)
    _count(bench)
    gone = bench.done("POST", f"{_PATH}/{queue['id']}/delete", {})["queue"]
    assert (gone["id"], gone["item_count"]) == (queue["id"], 1)
    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "x"}),
        ("POST", "/delete", {}),
    ):
        answered = bench.send(method, f"{_PATH}/{queue['id']}{path}", body)
        assert (answered.status, answered.json()["code"]) == (404, 16)
    assert bench.done("GET", _PATH)["queues"] == []


def test_asking_twice_makes_one(bench: Desk) -> None:
    queue = _make(bench, filters={"escalated": True})
    assert _make(bench, filters={"escalated": True}) == queue
    answered = bench.send("POST", _PATH, {"name": "Q", "type": "operational_queue"})
    assert (answered.status, set(answered.json()["exception_fields"])) == (400, {"name"})


def test_a_personal_view_is_its_maker_s_alone(bench: Desk) -> None:
    m1, m2 = (bench.app.user(id) for id in ("m1", "m2"))
    body = {"name": "Mine", "type": "personal_view"}
    mine = bench.send("POST", _PATH, body, as_user=m1).json()["queue"]
    shared = _make(bench, "Ours")
    assert mine["created_by"] == "m1"
    seen = {
        who: [each["name"] for each in bench.send("GET", _PATH, as_user=token).json()["queues"]]
        for who, token in (("m1", m1), ("m2", m2))
    }
    assert seen == {"m1": ["Mine", "Ours"], "m2": ["Ours"]}
    for method, path, sent in (
        ("GET", "", None),
        ("PATCH", "", {"name": "x"}),
        ("POST", "/delete", {}),
    ):
        answered = bench.send(method, f"{_PATH}/{mine['id']}{path}", sent, as_user=m2)
        assert (answered.status, answered.json()["code"]) == (404, 16)
    assert [each["name"] for each in bench.done("GET", _PATH)["queues"]] == ["Mine", "Ours"]
    named = bench.server.call(bench.app, "GET", _PATH, query={"user_id": "m2"}).json()
    assert [each["id"] for each in named["queues"]] == [shared["id"]]
    other = bench.send("POST", _PATH, body, as_user=m2).json()["queue"]
    assert other["id"] != mine["id"]
    changed = bench.send("PATCH", f"{_PATH}/{shared['id']}", {"name": "All"}, as_user=m2)
    assert changed.json()["queue"]["created_by"] == shared["created_by"]


def test_users_have_no_queues(bench: Desk) -> None:
    queue = _make(bench)
    user = bench.app.user("u")
    for method, path, body in (
        ("GET", "", None),
        ("POST", "", {"name": "x", "type": "personal_view"}),
        ("GET", f"/{queue['id']}", None),
        ("PATCH", f"/{queue['id']}", {"name": "x"}),
        ("POST", f"/{queue['id']}/delete", {}),
    ):
        answered = bench.send(method, f"{_PATH}{path}", body, as_user=user)
        assert (answered.status, answered.json()["code"]) == (403, 17)


def test_another_app_has_queues_of_its_own(bench: Desk) -> None:
    queue = _make(bench)
    other = bench.server.app("app-b")
    answered = bench.server.call(other, "GET", f"{_PATH}/{queue['id']}")
    assert (answered.status, answered.json()["code"]) == (404, 16)
    assert bench.server.call(other, "GET", _PATH).json()["queues"] == []


def test_how_many_a_moderator_may_have(bench: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("common.moderation.review.queues.MOST_PERSONAL", 1)
    mine = {"type": "personal_view", "user_id": "m1"}
    _make(bench, "one", **mine)
    answered = bench.send("POST", _PATH, {"name": "two", **mine})
    assert set(answered.json()["exception_fields"]) == {"type"}
    _make(bench, "two", **{**mine, "user_id": "m2"})


def test_stats_are_right_beyond_what_is_looked_through(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("common.moderation.review.queue.STATS_MOST", 2)
    for _ in range(3):
        bench.flagged("ann")
    first = bench.queue(stats_only=True)
    assert (sum(first["stats"].values()), first["stats_complete"]) == (2, False)
    _count(bench)
    second = bench.queue(stats_only=True)
    assert second["stats"] == {"texts": 3, "users": 0, "media": 0}
    assert second["stats_complete"]
    by_filter = {"stats_only": True, "filter": {"entity_creator_id": "ann"}}
    assert not bench.queue(**by_filter)["stats_complete"]
    _make(bench, filters={"entity_creator_id": "ann"})
    _count(bench)
    assert bench.queue(**by_filter)["stats"]["texts"] == 3
    assert bench.queue(**by_filter)["stats_complete"]


def test_queues_say_by_which_custom_fields_they_are_filtered(bench: Desk) -> None:
    _make(bench, filters={"$or": [{"region": "north"}, {"custom": {"shop": 1}}], "severity": 0})
    assert bench.queue()["filter_config"]["filterable_custom_keys"] == ["region", "shop"]
