"""The languages of an item: told by its texts, answered, and filtered by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process

_V2 = "/api/v2/moderation"
_GERMAN = "Ich glaube nicht, dass wir uns heute noch treffen können"
_ENGLISH = "I do not believe that we can meet today"
_LETTERS = iter("abcdef")
_POLICY = {"key": "policy", "block_list_config": {"rules": [{"name": "words", "action": "flag"}]}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("languages") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    for path, body in (
        ("/api/v2/blocklists", {"name": "words", "words": ["grobble"]}),
        (f"{_V2}/config", _POLICY),
    ):
        assert server.call(app, "POST", path, body).status == 201
    return app


def _check(server: Server, app: App, id: str, *texts: str) -> Any:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": "ann",
        "config_key": "policy",
        "moderation_payload": {"texts": [*texts, "grobble"]},
    }
    answer = server.call(app, "POST", f"{_V2}/check", body)
    assert answer.status == 201, answer.text
    return answer.json()["item"]


def _found(server: Server, app: App, filter: dict[str, Any]) -> set[str]:
    answer = server.call(app, "POST", f"{_V2}/review_queue", {"filter": filter})
    assert answer.status == 201, answer.text
    return {item["entity_id"] for item in answer.json()["items"]}


def test_an_item_has_the_languages_of_its_texts(server: Server, app: App) -> None:
    assert _check(server, app, "one", _GERMAN)["languages"] == ["de"]
    assert _check(server, app, "two", _ENGLISH, _GERMAN)["languages"] == ["en", "de"]
    assert _check(server, app, "none", "lol")["languages"] == []


def test_the_queue_is_filtered_by_language(server: Server, app: App) -> None:
    _check(server, app, "german", _GERMAN)
    _check(server, app, "both", _ENGLISH, _GERMAN)
    _check(server, app, "unknown", "lol")
    assert _found(server, app, {"language": "de"}) == {"german", "both"}
    assert _found(server, app, {"language": {"$in": ["en", "fr"]}}) == {"both"}
    assert _found(server, app, {"language": {"$exists": False}}) == {"unknown"}


def test_an_edit_changes_the_languages(server: Server, app: App) -> None:
    _check(server, app, "edited", _GERMAN)
    assert _check(server, app, "edited", _ENGLISH)["languages"] == ["en"]
    assert _check(server, app, "edited", "brb")["languages"] == []
    assert _found(server, app, {"language": "de"}) == set()
