"""Who has opened which item, where the app has it recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.cache import Cache
from common.moderation.review.views import Written
from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import Browser, own_app, signed_in

_V2 = "/api/v2/moderation"
_QUEUE = f"{_V2}/review_queue"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("views") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


_numbers = iter(range(100))


@pytest.fixture
def app(server: Server) -> App:
    app = own_app(server, f"views-{next(_numbers)}")
    server.call(app, "POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    for key, action in (("removes", "remove"), ("flags", "flag")):
        rules = {"rules": [{"name": "words", "action": action}]}
        server.call(app, "POST", f"{_V2}/config", {"key": key, "block_list_config": rules})
    return app


def _record(server: Server, app: App, *, on: bool = True) -> None:
    put = server.call(app, "PUT", "/api/v1/settings", {"record_views": on})
    assert put.status == 201 and put.json()["settings"]["record_views"] is on


def _item(server: Server, app: App, id: str, policy: str = "removes") -> str:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": "ann",
        "moderation_payload": {"texts": ["grobble"]},
        "config_key": policy,
    }
    return str(server.call(app, "POST", f"{_V2}/check", body).json()["item"]["id"])


def _seen(server: Server, app: App, **asked: str) -> list[tuple[str, str]]:
    answer = server.call(app, "GET", "/api/v1/log", query={"kind": "view", **asked})
    assert answer.status == 200, answer.text
    return [(entry["by"], entry["item_id"]) for entry in answer.json()["entries"]]


def _open(browser: Browser, id: str) -> None:
    assert browser.call("GET", f"{_QUEUE}/{id}").status == 200


def _overview(server: Server, app: App) -> dict[str, Any]:
    told = server.call(app, "GET", "/api/v1/overview").json()["by_moderator"]
    return {each["name"]: (each["opened"], each["severe"]) for each in told}


def test_nothing_is_recorded_unless_the_app_asks_for_it(server: Server, app: App) -> None:
    id = _item(server, app, "quiet")
    _open(signed_in(server, app, "One"), id)
    assert _seen(server, app) == [] and _overview(server, app) == {}


def test_an_item_is_opened_once_a_day_by_each(server: Server, app: App) -> None:
    _record(server, app)
    id, mild = _item(server, app, "opened"), _item(server, app, "mild", "flags")
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two", "reader")
    for browser in (one, one, two):
        _open(browser, id)
    # Another process does not know what this one has written.
    server.context.one(Written).ids = Cache(1)
    _open(one, id)
    _open(one, mild)
    assert sorted(_seen(server, app)) == sorted([("One", id), ("Two", id), ("One", mild)])
    assert _overview(server, app) == {"One": (2, 1), "Two": (1, 1)}
    (entry,) = (
        each
        for each in one.call("GET", "/api/v1/log", query={"item_id": id}).json()["entries"]
        if each["kind"] == "view" and each["by"] == "Two"
    )
    assert entry["user_id"] == "ann" and entry["at"]
    assert ("Two", id) in _seen(server, app, user_id="ann")


def test_who_takes_an_item_or_asks_for_it_has_opened_it(server: Server, app: App) -> None:
    _record(server, app)
    id, other = _item(server, app, "taken"), _item(server, app, "other")
    one, two = signed_in(server, app, "One"), signed_in(server, app, "Two")
    for lock in (True, True, False):
        body = {"filter": {"id": id}, "lock_items": lock}
        assert one.call("POST", _QUEUE, body).status == 201
    assert two.call("POST", _QUEUE, {"filter": {"id": other}}).status == 201
    # Whoever reads the list, or has an item watched, has opened none.
    for filter in ({"reviewed": False}, {"id": {"$in": [id, other]}}):
        assert two.call("POST", _QUEUE, {"filter": filter}).status == 201
    assert sorted(_seen(server, app)) == sorted([("One", id), ("Two", other)])


def test_a_token_s_moderator_is_known_and_a_server_is_nobody(server: Server, app: App) -> None:
    _record(server, app)
    server.call(app, "POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    id = _item(server, app, "tokens")
    assert server.call(app, "GET", f"{_QUEUE}/{id}").status == 200
    assert server.call(app, "POST", _QUEUE, {"filter": {"id": id}}).status == 201
    assert _seen(server, app) == []
    asked = server.call(app, "POST", _QUEUE, {"filter": {"id": id}}, auth=app.user("mo"))
    assert asked.status == 201, asked.text
    assert _seen(server, app) == [("mo", id)]


def test_nobody_is_recorded_for_what_they_may_not_see(server: Server, app: App) -> None:
    _record(server, app)
    id = _item(server, app, "hidden")
    view = {"name": "Others", "type": "operational_queue", "filters": {"entity_id": "another"}}
    queue = server.call(app, "POST", f"{_V2}/queues", view).json()["queue"]["id"]
    one = signed_in(server, app, "One", queues=[queue])
    assert one.call("GET", f"{_QUEUE}/{id}").status == 404
    assert _seen(server, app) == []
