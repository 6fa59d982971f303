"""Score keys: made, listed and deleted by the app, and good for the facades alone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests

from common.domain.score_key import MOST_SCORE_KEYS
from common.http.auth import Authenticator
from common.http.errors import HTTPError
from common.http.routes import ROUTES
from common.http.routes.route import Route
from infra.local.credentials import Credentials, set_credentials
from tests.functional import bad_bodies
from tests.functional.inprocess import App, Server, in_process
from tests.running import running

_PATH = "/api/v1/score_keys"
_OTHERS = [route for route in ROUTES if route.access != "public" and route.function != "facades"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("keys") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    return server.app("app-a")


@pytest.fixture(scope="module")
def other(server: Server) -> App:
    return server.app("app-b")


@pytest.fixture(scope="module")
def made(server: Server, app: App) -> str:
    key: str = _made(server, app, "routes")["key"]
    return key


def _made(server: Server, app: App, name: str) -> dict[str, Any]:
    answer = server.call(app, "POST", _PATH, {"name": name})
    assert answer.status == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _listed(server: Server, app: App) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = server.call(app, "GET", _PATH).json()["score_keys"]
    return found


def _opens(server: Server, key: str) -> str | None:
    """The app that the facades take it for."""
    try:
        return server.run(server.context.one(Authenticator).by_score_key(key)).app
    except HTTPError:
        return None


def test_a_key_is_told_once_and_listed_without_itself(server: Server, app: App) -> None:
    made = _made(server, app, "told once")
    key = made["key"]
    assert re.fullmatch(r"score_[\w-]{32}", key)
    assert _opens(server, key) == "app-a"
    listed = server.call(app, "GET", _PATH)
    (shown,) = [each for each in listed.json()["score_keys"] if each["name"] == "told once"]
    assert shown == made["score_key"]
    assert set(shown) == {"id", "name", "last_characters", "created_at"}
    assert shown["last_characters"] == key[-4:]
    assert key not in listed.text
    assert key not in str(server.documents())


def test_several_work_at_once_and_each_is_deleted_alone(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = _made(server, app, "one"), _made(server, app, "two")
    assert one["key"] != two["key"]
    assert _opens(server, one["key"]) == _opens(server, two["key"]) == "app-a"
    path = f"{_PATH}/{one['score_key']['id']}"
    assert server.call(app, "DELETE", path).status == 200
    assert server.call(app, "DELETE", path).status == 404
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    assert _opens(server, one["key"]) is None
    assert _opens(server, two["key"]) == "app-a"
    assert "one" not in [each["name"] for each in _listed(server, app)]


def test_asking_again_makes_no_second_one(server: Server, app: App) -> None:
    first = _made(server, app, "again")
    before = server.documents()
    again = server.call(app, "POST", _PATH, {"name": "again"})
    assert again.status == 400
    assert set(again.json()["exception_fields"]) == {"name"}
    assert first["key"] not in again.text
    assert server.documents() == before


def test_there_is_a_most(server: Server) -> None:
    app = server.app("app-m")
    for number in range(MOST_SCORE_KEYS):
        _made(server, app, f"key {number}")
    refused = server.call(app, "POST", _PATH, {"name": "one more"})
    assert (refused.status, set(refused.json()["exception_fields"])) == (400, {"name"})
    listed = _listed(server, app)
    assert [each["name"] for each in listed] == [f"key {n}" for n in range(MOST_SCORE_KEYS)]
    server.call(app, "DELETE", f"{_PATH}/{listed[0]['id']}")
    _made(server, app, "one more")


def test_an_app_has_its_own(server: Server, app: App, other: App) -> None:
    made = _made(server, other, "again")
    assert _opens(server, made["key"]) == "app-b"
    assert made["score_key"] not in _listed(server, app)
    stolen = server.call(app, "DELETE", f"{_PATH}/{made['score_key']['id']}")
    assert (stolen.status, stolen.json()["code"]) == (404, 16)
    assert made["score_key"] in _listed(server, other)


@pytest.mark.parametrize("route", _OTHERS, ids=lambda route: f"{route.method} {route.path}")
def test_a_score_key_opens_no_other_route(
    server: Server, app: App, made: str, route: Route
) -> None:
    before = server.documents()
    body = bad_bodies.VALID[route.operation] if route.body else None
    api_key = app.credentials.key
    for key in (app.credentials.score_key, made):
        for auth, query in (
            ({}, {"key": key}),
            ({}, {"api_key": key, "key": key}),
            ({"authorization": f"token {key}"}, {"api_key": api_key}),
            ({"authorization": f"token {key}"}, {"api_key": ""}),
            ({"authorization": f"Bearer {key}"}, {"api_key": api_key}),
            ({"authorization": key}, {"api_key": api_key}),
            ({"authorization": app.signed({"server": True})}, {"api_key": key}),
            ({"authorization": app.signed({"server": True}, key * 2)}, {"api_key": api_key}),
            ({"authorization": app.signed({"server": True}, key * 2)}, {"api_key": key}),
        ):
            parameters = {"api_key": "", **query}
            path = bad_bodies.path_of(route)
            answer = server.call(app, route.method, path, body, auth=auth, query=parameters)
            assert answer.status in (401, 403), answer.text
            assert key not in answer.text
    assert server.documents() == before


def test_users_and_moderators_make_none(server: Server, app: App) -> None:
    for role in (None, "moderator", "admin"):
        answer = server.call(app, "POST", _PATH, {"name": "x"}, auth=app.user("u", role))
        assert (answer.status, answer.json()["code"]) == (403, 17)


def test_new_credentials_leave_the_keys_that_the_app_made(server: Server) -> None:
    app = server.app("app-r")
    made = _made(server, app, "kept")["key"]
    renewed = Credentials("key-r2", "s3cret-r2-" * 4, "t0ken-r2-" * 4, "sc0re-r2-" * 4)
    server.run(set_credentials(server.context.store, "app-r", renewed))
    assert _opens(server, made) == _opens(server, renewed.score_key) == "app-r"
    assert _opens(server, app.credentials.score_key) is None


def test_made_at_once_they_are_as_many_as_there_may_be(tmp_path: Path) -> None:
    """Against a whole server, and they outlive its restart."""
    with running(tmp_path / "data") as runtime:
        headers = {"authorization": f"token {runtime.token}"}

        def make(number: int) -> int:
            sent = {"name": f"key {number}"}
            url = f"{runtime.base_url}{_PATH}"
            return requests.post(url, json=sent, headers=headers, timeout=30).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(make, range(MOST_SCORE_KEYS + 10)))
        assert set(statuses) <= {201, 400, 503}
        made = statuses.count(201)
        assert made == MOST_SCORE_KEYS or (made < MOST_SCORE_KEYS and 503 in statuses)
        runtime.restart()
        url = f"{runtime.base_url}{_PATH}"
        shown = requests.get(url, headers=headers, timeout=30).json()["score_keys"]
        assert len(shown) == made
        runtime.stop()
