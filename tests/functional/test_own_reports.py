"""What of the queue a moderator has reported themselves, and what they have not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.item import item_key
from common.domain.item_lists import REPORTERS_KEPT
from common.store.unit_of_work import UnitOfWork
from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import Browser, own_app, signed_in

_V2 = "/api/v2/moderation"
_QUEUE = f"{_V2}/review_queue"
_VIEWS = f"{_V2}/queues"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("own") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


_numbers = iter(range(100))


@pytest.fixture
def app(server: Server) -> App:
    return own_app(server, f"own-{next(_numbers)}")


def _flag(server: Server, app: App, id: str, by: str) -> None:
    body = {"entity_type": "post", "entity_id": id, "entity_creator_id": "ann", "user_id": by}
    flagged = server.call(app, "POST", f"{_V2}/flag", body)
    assert flagged.status == 201, flagged.text


def _flags(browser: Browser, id: str) -> str:
    flag = {"entity_type": "post", "entity_id": id, "reason": "look again"}
    answer = browser.call("POST", f"{_V2}/submit_action", {"action_type": "flag", "flag": flag})
    assert answer.status == 201, answer.text
    return str(answer.json()["item"]["id"])


def _found(browser: Browser, **filter: Any) -> set[str]:
    answer = browser.call("POST", _QUEUE, {"filter": filter})
    assert answer.status == 201, answer.text
    return {item["entity_id"] for item in answer.json()["items"]}


def test_each_sees_apart_what_they_have_reported(server: Server, app: App) -> None:
    for id in ("a", "b", "c"):
        _flag(server, app, id, "somebody")
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two")
    _flags(one, "a")
    body = {"entity_type": "post", "entity_id": "b", "reason": "so do I"}
    assert two.call("POST", f"{_V2}/flag", body).status == 201
    assert _found(one, reported_by_me=True) == {"a"}
    assert _found(one, reported_by_me=False) == {"b", "c"}
    assert _found(two, reviewed=False, reported_by_me={"$eq": False}) == {"a", "c"}
    assert _found(two, **{"$or": [{"reported_by_me": True}, {"entity_id": "c"}]}) == {"b", "c"}
    assert _found(two, **{"$and": [{"entity_id": "a"}], "reported_by_me": True}) == set()
    counted = {"filter": {"reported_by_me": True}, "stats_only": True}
    assert one.call("POST", _QUEUE, counted).json()["stats"]["texts"] == 1
    # What members flag is told from what the app's users report.
    assert _found(one, reporter_type="moderator") == {"a", "b"}


def test_the_apps_server_says_for_whom_it_asks(server: Server, app: App) -> None:
    _flag(server, app, "a", "mo")
    _flag(server, app, "b", "bo")
    body = {"filter": {"reported_by_me": False}}
    asked = server.call(app, "POST", _QUEUE, {**body, "user_id": "mo"})
    assert asked.status == 201, asked.text
    assert [item["entity_id"] for item in asked.json()["items"]] == ["b"]
    assert "user_id" not in asked.json().get("not_in_effect", [])
    refused = server.call(app, "POST", _QUEUE, body)
    assert refused.status == 400 and "user_id" in refused.json()["exception_fields"]


async def _reported(server: Server, app: App, id: str, by: list[str]) -> None:
    unit = UnitOfWork(server.context.store)
    item = await unit.have(item_key(app.name, id))
    item["reporters"] = [*item["reporters"], *by]
    await unit.commit()


@pytest.mark.parametrize("value", ["anna", None, 1, {"$in": [True]}, {}])
def test_it_is_true_or_false(server: Server, app: App, value: Any) -> None:
    body = {"filter": {"reported_by_me": value}, "user_id": "mo"}
    refused = server.call(app, "POST", _QUEUE, body)
    assert refused.status == 400
    assert "filter.reported_by_me" in refused.json()["exception_fields"]


def test_a_moderator_is_known_beyond_the_reporters_that_are_kept(server: Server, app: App) -> None:
    _flag(server, app, "flooded", "somebody")
    one = signed_in(server, app, "One")
    found = one.call("POST", _QUEUE, {"filter": {"entity_id": "flooded"}}).json()["items"]
    many = [f"user-{number}" for number in range(REPORTERS_KEPT)]
    server.run(_reported(server, app, found[0]["id"], many))
    _flags(one, "flooded")
    _flag(server, app, "flooded", "too late")
    assert _found(one, reported_by_me=True) == {"flooded"}
    assert _found(one, reporter_id="too late") == set()


def test_only_a_view_of_ones_own_can_mean_oneself(server: Server, app: App) -> None:
    for id in ("a", "b"):
        _flag(server, app, id, "somebody")
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two", "senior")
    _flags(one, "a")
    body = {"name": "Others'", "type": "personal_view", "filters": {"reported_by_me": False}}
    made = one.call("POST", _VIEWS, body)
    assert made.status == 201, made.text
    view = made.json()["queue"]
    assert one.call("POST", _VIEWS, body).json()["queue"]["id"] == view["id"]
    assert _found(one, **view["filters"]) == {"b"}
    changed = {"filters": {"reported_by_me": True, "reviewed": False}}
    answer = one.call("PATCH", f"{_VIEWS}/{view['id']}", changed)
    assert answer.status in (200, 201), answer.text
    assert _found(one, **answer.json()["queue"]["filters"]) == {"a"}
    refused = two.call("POST", _VIEWS, {**body, "type": "operational_queue"})
    assert refused.status == 400
    assert "filters.reported_by_me" in refused.json()["exception_fields"]
