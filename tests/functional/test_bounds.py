"""What an app may not save because it would take too much: refused by name, nothing changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.moderation.resources import block_lists, rules
from tests.functional.inprocess import App, Server, in_process

_LISTS = "/api/v2/blocklists"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("bounds") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    return server.app("app-a")


def save(server: Server, app: App, name: str, words: list[str], type: str = "word") -> Any:
    body = {"name": name, "type": type, "words": words}
    return server.call(app, "POST", _LISTS, body)


@pytest.mark.parametrize(
    ("name", "words", "problem"),
    [
        ("large", [r"[\pL\pN]{1,300}"], "pattern too large"),
        ("many", [f"word{n}" for n in range(5_001)], "a list has 5000 regular expressions at most"),
    ],
)
def test_regular_expressions_that_take_too_much(
    name: str, words: list[str], problem: str, server: Server, app: App
) -> None:
    refused = save(server, app, name, words, "regex")
    assert refused.status == 400
    assert problem in refused.json()["exception_fields"]["words"]
    assert server.call(app, "GET", f"{_LISTS}/{name}", None).status == 404


def test_an_apps_lists_have_so_many_words_in_all(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block_lists, "MOST_WORDS_IN_ALL", 5)
    monkeypatch.setattr(block_lists, "MOST_PATTERNS_IN_ALL", 2)
    assert save(server, app, "first", ["casino", "lottery"]).status == 201
    assert save(server, app, "second", ["one", "two"], "regex").status == 201
    for name, words, kind, problem in (
        ("third", ["red", "green"], "word", "would make 6 words in all lists, 5 are allowed"),
        ("third", ["three"], "regex", "would make 3 regular expressions in all lists"),
    ):
        refused = save(server, app, name, words, kind)
        assert refused.status == 400
        assert problem in refused.json()["exception_fields"]["words"]
    changed = server.call(app, "PUT", f"{_LISTS}/first", {"words": ["red", "green", "blue"]})
    assert changed.status in (200, 201)
    other = server.app("app-b")
    assert save(server, other, "theirs", ["red", "green", "blue"]).status == 201


def test_a_rule_has_so_many_bytes(server: Server, app: App) -> None:
    lists = [f"{number:03}{'x' * 240}" for number in range(50)]
    one = {"type": "in_list", "lists": lists}
    when = {"type": "any", "conditions": [one] * 10}
    body = {"name": "long", "scope": "post", "when": when, "actions": ["flag_for_review"]}
    refused = server.call(app, "PUT", "/api/v1/rules/long", body, auth=app.hive())
    assert refused.status == 400
    assert "more than 64000 bytes" in refused.text
    missing = server.call(app, "GET", "/api/v1/rules/long", None, auth=app.hive())
    assert missing.status == 404


def test_an_apps_rules_have_so_many_conditions_in_all(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST_CONDITIONS_IN_ALL", 5)
    one = {"type": "needs_review"}

    def put(id: str, conditions: int) -> Any:
        when = {"type": "all", "conditions": [one] * (conditions - 1)}
        body = {"name": id, "scope": "post", "when": when, "actions": ["flag_for_review"]}
        return server.call(app, "PUT", f"/api/v1/rules/{id}", body, auth=app.hive())

    assert put("first", 3).status == 201
    refused = put("second", 3)
    assert refused.status == 400
    assert "more than 5 conditions in all rules" in refused.text
    assert put("second", 2).status == 201
    assert put("first", 3).status in (200, 201)
