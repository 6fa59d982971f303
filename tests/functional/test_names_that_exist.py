"""What an app's settings and rules name exists when they are stored, and stays while they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.configuration import Configurations
from tests.functional import bad_bodies
from tests.functional.inprocess import App, Server, in_process

_LISTS, _CONFIG = "/api/v2/blocklists", "/api/v2/moderation/config"
_SETTINGS = "/api/v1/settings"


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("names") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    return server.app("app-a")


def _done(server: Server, app: App, method: str, path: str, body: Any = None, **query: str) -> None:
    answer = server.call(app, method, path, body, query=query)
    assert answer.status in (200, 201), answer.text


def _refused(
    server: Server, app: App, method: str, path: str, body: Any = None, **query: str
) -> dict[str, str]:
    answer = server.call(app, method, path, body, query=query)
    assert answer.status == 400, answer.text
    fields: dict[str, str] = answer.json()["exception_fields"]
    return fields


def _rule(*lists: str, **fields: Any) -> dict[str, Any]:
    when = {"type": "in_list", "lists": lists}
    return {
        "name": "r",
        "scope": "post",
        "when": when,
        "actions": ["flag_for_review"],
        **fields,
    }


def test_a_rule_names_lists_that_are_there(server: Server, app: App) -> None:
    put = (server, app, "PUT", "/api/v1/rules/r")
    refused = _refused(*put, _rule("profanity_en_2020_v1", "own"))
    assert refused == {
        "when.in_list.lists": "Value error, names the block list 'own', which does not exist"
    }
    assert server.call(app, "GET", "/api/v1/rules/r").status == 404
    _done(server, app, "POST", _LISTS, {"name": "own", "words": ["x"], "team": "reds"})
    _done(*put, _rule("profanity_en_2020_v1", "own"))
    _refused(server, server.app("app-b"), "PUT", "/api/v1/rules/r", _rule("own"))


def test_the_last_list_of_a_name_stays_while_a_rule_names_it(server: Server, app: App) -> None:
    _done(server, app, "POST", _LISTS, {"name": "own", "words": ["x"], "team": "reds"})
    _done(server, app, "POST", _LISTS, {"name": "own", "words": ["x"]})
    _done(server, app, "POST", _LISTS, {"name": "other", "words": ["x"]})
    _done(server, app, "PUT", "/api/v1/rules/r", _rule("own"))
    _done(server, app, "DELETE", f"{_LISTS}/other")
    _done(server, app, "DELETE", f"{_LISTS}/own")
    delete = (server, app, "DELETE", f"{_LISTS}/own")
    assert _refused(*delete, team="reds") == {"name": "'own' is named by the rule 'r'"}
    _done(server, app, "DELETE", "/api/v1/rules/r")
    _done(*delete, team="reds")


@pytest.mark.parametrize("key", ["own", "chat"])
def test_the_default_policy_is_there_and_stays(server: Server, app: App, key: str) -> None:
    """The most special key falls back to `chat`."""
    default = {"default_policy": "own" if key == "own" else "chat:team:one"}
    _done(server, app, "PUT", _SETTINGS, {"default_policy": "default"})
    assert set(_refused(server, app, "PUT", _SETTINGS, default)) == {"default_policy"}
    _done(server, app, "POST", _CONFIG, {"key": key, "team": "reds"})
    _done(server, app, "PUT", _SETTINGS, default)
    _done(server, app, "POST", _CONFIG, {"key": key})
    _done(server, app, "DELETE", f"{_CONFIG}/{key}", team="reds")
    refused = _refused(server, app, "DELETE", f"{_CONFIG}/{key}")
    assert refused == {"key": f"{key!r} is the app's default policy"}
    _done(server, app, "PUT", _SETTINGS, {})
    _done(server, app, "DELETE", f"{_CONFIG}/{key}")


def test_the_policy_of_facades_is_there_for_every_team_and_stays(server: Server, app: App) -> None:
    facades = {"facades": {"policy": "own"}}
    assert set(_refused(server, app, "PUT", _SETTINGS, facades)) == {"facades.policy"}
    _done(server, app, "POST", _CONFIG, {"key": "own", "team": "reds"})
    assert set(_refused(server, app, "PUT", _SETTINGS, facades)) == {"facades.policy"}
    _done(server, app, "POST", _CONFIG, {"key": "own"})
    _done(server, app, "PUT", _SETTINGS, facades)
    _done(server, app, "DELETE", f"{_CONFIG}/own", team="reds")
    refused = _refused(server, app, "DELETE", f"{_CONFIG}/own")
    assert refused == {"key": "'own' is the policy of the app's facades"}
    _done(server, app, "PUT", _SETTINGS, {})
    _done(server, app, "DELETE", f"{_CONFIG}/own")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_names_that_meet_in_no_body_and_no_query(server: Server, app: App, method: str) -> None:
    sent = {"url": "https://example.com/?a=1", "method": method, "extra_query": {"b": "2"}}
    swapped = {"user_id": "post_id", "post_id": "user_id"}
    _done(server, app, "PUT", "/api/v1/actions/a", {**bad_bodies.ACTION, **sent})
    renamed = {**bad_bodies.ACTION, **sent, "parameters": swapped}
    _done(server, app, "PUT", "/api/v1/actions/a", renamed)
    if method == "POST":
        apart = {"parameters": {"user_id": "b"}, "extra_query": {"b": "2", "post_id": "3"}}
        _done(server, app, "PUT", "/api/v1/actions/a", {**bad_bodies.ACTION, **apart})


def test_a_sample_that_the_action_does_not_send(server: Server, app: App) -> None:
    action = {**bad_bodies.ACTION, "parameters": {"user_id": "who"}}
    _done(server, app, "PUT", "/api/v1/actions/a", action)
    sample = {"data": {"user_id": "ann", "post_id": "p"}}
    assert set(_refused(server, app, "POST", "/api/v1/actions/a/test", sample)) == {"data.post_id"}


def test_what_another_process_has_just_made_is_seen(server: Server, app: App) -> None:
    other = Configurations(server.context.store, ttl=1_000)
    assert not server.run(other.of(app.name)).lists
    _done(server, app, "POST", _LISTS, {"name": "own", "words": ["x"]})
    assert not server.run(other.of(app.name)).lists
    (found,) = server.run(other.fresh(app.name)).lists.values()
    assert found["name"] == "own"
