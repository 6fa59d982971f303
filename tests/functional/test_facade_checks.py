"""Facade calls that are checks: items with rules, history and queue, where the app says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.user import history_key
from tests.functional.facades import Facades
from tests.functional.inprocess import in_process

_INSULT = "you are a stupid idiot and everybody knows it"
_V2 = "/api/v2/moderation"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("facade_checks") / "data") as server:
        yield Facades(server)


@pytest.fixture
def facades(made: Facades) -> Facades:
    facades = Facades(made.server)
    facades.settings(calls_are_checks=True)
    return facades


def _queue(facades: Facades) -> list[Any]:
    found: list[Any] = facades.send("POST", f"{_V2}/review_queue", {"filter": {}})["items"]
    return found


def test_what_is_flagged_waits_in_the_queue(facades: Facades) -> None:
    facades.analyzed(_INSULT, sessionId="user-1", communityId="forum", clientToken="c")
    (item,) = _queue(facades)
    assert item["entity_type"] == "perspective:comment"
    assert item["entity_creator_id"] == "user-1"
    stored = facades.item(item["entity_type"], item["entity_id"])
    assert stored["metadata"] == {"community_id": "forum", "session_id": "user-1"}
    assert {label["name"] for label in stored["labels"]} == {"insult", "toxic"}
    history = facades.server.run(
        facades.server.context.store.get([history_key(facades.app.name, "user-1")])
    )
    assert history[0] is not None


def test_a_community_is_whose_it_is_without_a_session(facades: Facades) -> None:
    facades.analyzed(_INSULT, communityId="forum")
    assert [item["entity_creator_id"] for item in _queue(facades)] == ["forum"]


def test_the_same_call_again_changes_nothing(facades: Facades) -> None:
    facades.analyzed(_INSULT, sessionId="u", clientToken="c")
    before = facades.server.documents(facades.app.name)
    facades.analyzed(_INSULT, sessionId="u", clientToken="c")
    assert facades.server.documents(facades.app.name) == before
    facades.analyzed(_INSULT, sessionId="u", clientToken="d")
    assert len(_queue(facades)) == 2


def test_harmless_comments_are_items_and_wait_for_nobody(facades: Facades) -> None:
    before = len(facades.server.documents(facades.app.name))
    facades.analyzed("what a lovely morning in the old town")
    assert len(facades.server.documents(facades.app.name)) > before
    assert _queue(facades) == []


def test_the_caller_may_forbid_storing(facades: Facades) -> None:
    before = facades.documents()
    facades.analyzed(_INSULT, sessionId="u", doNotStore=True)
    assert facades.documents() == before


def test_switched_off_nothing_is_stored(facades: Facades) -> None:
    facades.settings(calls_are_checks=False)
    before = facades.documents()
    facades.analyzed(_INSULT, sessionId="u")
    assert facades.documents() == before


def test_rules_are_to_see_them(facades: Facades) -> None:
    facades.analyzed(_INSULT, sessionId="u")
    (item,) = _queue(facades)
    messages = [row for row in facades.documents() if row[1:2] == ("enforce",)]
    assert any(item["id"] in message for _, _, message in messages)


def test_the_policy_that_facades_name_judges_and_decides(facades: Facades) -> None:
    facades.send("POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    rules = [{"name": "words", "action": "remove"}]
    facades.send(
        "POST", f"{_V2}/config", {"key": "comments", "block_list_config": {"rules": rules}}
    )
    facades.settings(calls_are_checks=True, policy="comments")
    answer = facades.analyzed(f"grobble! {_INSULT}", "INSULT", sessionId="u")
    assert answer["attributeScores"]["INSULT"]["summaryScore"]["value"] > 0.8
    (item,) = _queue(facades)
    stored = facades.item(item["entity_type"], item["entity_id"])
    assert stored["recommended_action"] == "remove"
    # Toxicity scored it and is no part of that policy.
    assert {label["engine"] for label in stored["labels"]} == {"block_list"}


def test_who_passes_unmoderated_is_scored_and_not_flagged(facades: Facades) -> None:
    facades.send("POST", f"{_V2}/bypass", {"target_user_id": "vip", "enabled": True})
    answer = facades.analyzed(_INSULT, "INSULT", sessionId="vip")
    assert answer["attributeScores"]["INSULT"]["summaryScore"]["value"] > 0.8
    assert _queue(facades) == []
