"""Labels: what is said of a text, what is kept of it, and how that is found again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.engine import CreatorFacts
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.made_up_engines import TAKEN, add_engine, always

_V2 = "/api/v2/moderation"
_LETTERS = iter("abcdefghijklmnopqrstuvwxyz")
_MOVED = "text me on whatsapp, my number is +49 151 23456789"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("labels") / "data") as server:
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app(f"app-{next(_LETTERS)}")
    masking = {"rules": [{"name": "words", "action": "mask_flag"}]}
    _send(server, app, "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    _send(server, app, f"{_V2}/config", {"key": "masking", "block_list_config": masking})
    _send(server, app, f"{_V2}/config", {"key": "username:all", "block_list_config": masking})
    return app


def _send(server: Server, app: App, path: str, body: Any) -> Any:
    answer = server.call(app, "POST", path, body)
    assert answer.status == 201, answer.text
    return answer.json()


def _labels(server: Server, app: App, content: str, **fields: Any) -> Any:
    return _send(server, app, f"{_V2}/labels", {"content": content, **fields})


def _results(server: Server, app: App, **query: Any) -> Any:
    return _send(server, app, f"{_V2}/labels/results", query)


def test_a_clean_text_has_its_language_and_nothing_else(server: Server, app: App) -> None:
    answer = _labels(server, app, "what a lovely morning in the old town", policy="masking")
    del answer["duration"]
    assert answer == {"recommended_action": "keep", "labels": [], "language": "en"}


def test_nothing_is_waited_for_that_comes_too_late(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(content: Content, facts: CreatorFacts) -> list[Label]:
        del content, facts
        raise ValueError

    add_engine(monkeypatch, "deep", always(broken), config_field=TAKEN)
    rules = {"rules": [{"label": "deep", "threshold": 0.5, "action": "flag"}]}
    deep = {TAKEN: {**rules, "not_judged": "wait"}}
    _send(server, app, f"{_V2}/config", {"key": "waiting", **deep})
    answer = _labels(server, app, "hello", policy="waiting")
    assert (answer["recommended_action"], answer["not_judged"]) == ("flag", ["deep"])


def test_a_listed_word_is_masked(server: Server, app: App) -> None:
    answer = _labels(server, app, "you old GROBBLE, you", policy="masking", content_id="c1")
    assert answer["recommended_action"] == "mask_flag"
    assert answer["labels"] == ["words"]
    assert answer["harm_type"] == "block_list"
    assert answer["masked_content"] == "you old *******, you"
    assert answer["fully_masked_content"] == "*** *** ******** ***"
    assert answer["content_id"] == "c1"


def test_only_a_block_list_rewrites(server: Server, app: App) -> None:
    answer = _labels(server, app, _MOVED)
    assert (answer["recommended_action"], answer["labels"]) == ("flag", ["platform_circumvention"])
    assert answer["harm_type"] == "circumvention"
    assert "masked_content" not in answer
    assert set(answer["fully_masked_content"]) == {"*", " "}


async def _rude(content: Content, facts: CreatorFacts) -> list[Label]:
    del content, facts
    return [Label("deep", "deep", 0.9)]


@pytest.mark.parametrize("fields", [{"policy": "username:all"}, {"content_type": "username"}])
def test_a_username_is_judged_by_what_answers_at_once(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str]
) -> None:
    add_engine(monkeypatch, "deep", always(_rude), runs="thread", config_field=TAKEN)
    listed = {"rules": [{"name": "words", "action": "remove"}]}
    deep = {"rules": [{"label": "deep", "threshold": 0.5, "action": "flag"}]}
    both = {"block_list_config": listed, TAKEN: deep}
    for key in ("username:all", "default"):
        _send(server, app, f"{_V2}/config", {"key": key, **both})
    answer = _labels(server, app, "grobble", **fields)
    assert (answer["recommended_action"], answer["labels"]) == ("remove", ["words"])
    assert answer["not_judged"] == ["deep"]
    whole = _labels(server, app, "grobble", policy="default")
    assert set(whole["labels"]) == {"words", "deep"}
    assert "not_judged" not in whole


def test_what_is_labelled_is_kept_and_is_no_item(server: Server, app: App) -> None:
    fields = {"policy": "masking", "category": "bio", "content_id": "c", "user_id": "ann"}
    _labels(server, app, "du grobble und ich gehen heute ins Kino", **fields)
    (found,) = _results(server, app)["label_results"]
    assert found["id"]
    assert found["created_at"] > 1_700_000_000_000_000_000
    for name, value in fields.items():
        assert found[name] == value
    assert found["content"] == "du grobble und ich gehen heute ins Kino"
    assert (found["content_type"], found["language"]) == ("text", "de")
    assert (found["labels"], found["harm_type"]) == (["words"], "block_list")
    assert (found["recommended_action"], found["severity"]) == ("mask_flag", "")
    assert found["masked_content"] == "du ******* und ich gehen heute ins Kino"
    assert _send(server, app, f"{_V2}/review_queue", {})["items"] == []


def test_a_dry_run_keeps_nothing(server: Server, app: App) -> None:
    before = server.documents(app.name)
    assert _labels(server, app, "grobble", policy="masking", dry_run=True)["labels"] == ["words"]
    assert server.documents(app.name) == before


def test_the_same_content_is_kept_once(server: Server, app: App) -> None:
    for _ in range(2):
        _labels(server, app, "grobble", policy="masking", content_id="c")
    assert len(_results(server, app)["label_results"]) == 1
    _labels(server, app, "grobble again", policy="masking", content_id="c")
    for _ in range(2):
        _labels(server, app, "grobble", policy="masking")
    assert len(_results(server, app)["label_results"]) == 4


_FILTERS: dict[str, tuple[Any, set[str]]] = {
    "category": ("bio", {"one"}),
    "content_id": ({"$in": ["1", "3"]}, {"one", "three"}),
    "content_type": ("message", {"two"}),
    "harm_type": ("circumvention", {"three"}),
    "language": ({"$eq": "de"}, {"two"}),
    "policy": ({"$exists": True}, {"one", "two"}),
    "recommended_action": ({"$gte": "mask"}, {"one", "two"}),
    "severity": ({"$exists": False}, {"one", "two", "three"}),
    "user_id": ("ann", {"one", "two"}),
    "labels": ({"$in": ["words", "x"]}, {"one", "two"}),
    "created_at": ({"$gt": "2026-01-01T00:00:00Z"}, {"one", "two", "three"}),
    "date_range": ("2020-01-01T00:00:00_2021-01-01T00:00:00", set()),
}


@pytest.fixture(scope="module")
def labelled(server: Server) -> App:
    app = server.app("labelled-0")
    masking = {"rules": [{"name": "words", "action": "mask_flag"}]}
    _send(server, app, "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    _send(server, app, f"{_V2}/config", {"key": "masking", "block_list_config": masking})
    ours = {"policy": "masking", "user_id": "ann"}
    _labels(server, app, "one grobble", category="bio", content_id="1", **ours)
    german = "two grobble, und das ist nicht so gut für mich"
    _labels(server, app, german, content_type="message", content_id="2", **ours)
    _labels(server, app, f"three: {_MOVED}", content_id="3", user_id="ben")
    return app


@pytest.mark.parametrize("name", _FILTERS)
def test_results_are_filtered(server: Server, labelled: App, name: str) -> None:
    operand, expected = _FILTERS[name]
    found = _results(server, labelled, filter={name: operand})["label_results"]
    assert {each["content"].replace(":", "").split()[0] for each in found} == expected


def test_a_result_is_found_by_its_id(server: Server, labelled: App) -> None:
    for each in _results(server, labelled)["label_results"]:
        assert _results(server, labelled, filter={"id": each["id"]})["label_results"] == [each]
    assert _results(server, labelled, filter={"id": "x"})["label_results"] == []


def test_results_are_found_by_the_words_of_severities(server: Server) -> None:
    """Items have numbers for them, results the words."""
    app = server.app("labelled-1")
    _send(server, app, f"{_V2}/config", {"key": "texts", "ai_text_config": {}})
    answer = _labels(server, app, "I will kill you with my knife tonight", policy="texts")
    assert answer["severity"] == "critical"
    for operand, count in (("critical", 1), ({"$in": ["low", "critical"]}, 1), ("low", 0)):
        found = _results(server, app, filter={"severity": operand})["label_results"]
        assert len(found) == count


def test_results_come_page_by_page(server: Server, labelled: App) -> None:
    for direction, expected in ((-1, ["3", "2", "1"]), (1, ["1", "2", "3"])):
        found: list[str] = []
        following: dict[str, Any] = {}
        for _ in range(3):
            sort = [{"field": "created_at", "direction": direction}]
            page = _results(server, labelled, limit=1, sort=sort, **following)
            found += [each["content_id"] for each in page["label_results"]]
            following = {"next": page["next"]} if "next" in page else {}
        assert (found, following) == (expected, {})


def test_no_app_sees_anothers_results(server: Server, labelled: App, app: App) -> None:
    (theirs, *_) = _results(server, labelled)["label_results"]
    assert _results(server, app)["label_results"] == []
    assert _results(server, app, filter={"id": theirs["id"]})["label_results"] == []
    answer: Answer = server.call(app, "POST", f"{_V2}/labels", {"content": "x"}, auth=app.user("u"))
    assert answer.status == 403
