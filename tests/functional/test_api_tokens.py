"""API tokens: made, listed and deleted by admins, and good for all that the app's server may do."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.functional.inprocess import Answer, App, Server, in_process
from tests.functional.staff import own_app, signed_in

_PATH = "/api/v1/api_tokens"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("tokens") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    return server.app("app-a")


def _rules(server: Server, token: str) -> Answer:
    return server.raw("GET", "/api/v1/rules", {"authorization": f"token {token}"})


def test_a_token_is_told_once_and_opens_its_app(
    server: Server, app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    admin = signed_in(server, app, "Adm", "admin")
    made = admin.call("POST", _PATH, {"name": "importer"}).json()
    token, shown = made["token"], made["api_token"]
    assert _rules(server, token).status == 200
    listed = admin.call("GET", _PATH)
    assert listed.json()["api_tokens"] == [shown]
    assert set(shown) == {"id", "name", "last_characters", "created_at"}
    assert shown["last_characters"] == token[-4:]
    assert token not in listed.text + str(server.documents()) + capsys.readouterr().out
    # It scores nothing: for that are score keys.
    assert server.raw("POST", f"/v1alpha1/comments:analyze?key={token}").status == 400
    assert admin.call("POST", _PATH, {"name": "importer"}).status == 400


def test_a_token_that_is_deleted_opens_nothing(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = server.call(app, "POST", _PATH, {"name": "leaked"}).json()
    path = f"{_PATH}/{made['api_token']['id']}"
    assert server.call(own_app(server, "app-other"), "DELETE", path).status == 404
    assert _rules(server, made["token"]).status == 200
    assert server.call(app, "DELETE", path).status == 200
    assert server.call(app, "DELETE", path).status == 404
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    assert _rules(server, made["token"]).status == 403
