"""Perspective's comments:suggestscore: what a moderator says of a comment is kept as a label."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest

from common.moderation.facades import suggesting
from tests.functional.background import finished
from tests.functional.facades import SUGGEST, Facades
from tests.functional.inprocess import Answer, in_process

_TEXT = "you are a stupid idiot and everybody knows it"
_PATH = "/api/v1/suggested_scores"
_V2 = "/api/v2/moderation"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("suggested") / "data") as server:
        yield Facades(server)


@pytest.fixture
def facades(made: Facades) -> Facades:
    return Facades(made.server)


def _suggest(facades: Facades, value: float = 1, **fields: Any) -> Answer:
    body = {
        "comment": {"text": _TEXT},
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": value}}},
        **fields,
    }
    return facades.perspective(body, SUGGEST)


def _stored(facades: Facades) -> list[Any]:
    found: list[Any] = facades.send("GET", _PATH)["suggested_scores"]
    return found


def test_a_suggestion_is_kept_with_what_gavel_said(facades: Facades) -> None:
    ids: dict[str, Any] = {"communityId": "Coral:https://example.com", "clientToken": "comment:7"}
    context = {"entries": [{"text": '{"url": "https://example.com/story"}'}]}
    answer = _suggest(facades, **ids, context=context, languages=["en"])
    assert answer.status == 200, answer.text
    assert answer.json() == {
        "clientToken": "comment:7",
        "requestedLanguages": ["en"],
        "detectedLanguages": ["en"],
        "not_in_effect": ["context"],
    }
    (stored,) = _stored(facades)
    assert stored["hash"] == sha256(_TEXT.encode()).hexdigest()
    assert stored["attribute_scores"] == {"TOXICITY": 1}
    scores = facades.analyzed(_TEXT)["attributeScores"]
    assert stored["scores"] == {"TOXICITY": scores["TOXICITY"]["summaryScore"]["value"]}
    assert stored["community_id"] == ids["communityId"]
    assert stored["client_token"] == ids["clientToken"]
    assert stored["text"] is None


def test_own_scores_stay_on_gavel_s_scale(facades: Facades) -> None:
    before = facades.analyzed(_TEXT)["attributeScores"]["TOXICITY"]["summaryScore"]["value"]
    facades.settings(perspective_scale=True)
    after = facades.analyzed(_TEXT)["attributeScores"]["TOXICITY"]["summaryScore"]["value"]
    _suggest(facades)
    (stored,) = _stored(facades)
    assert stored["scores"]["TOXICITY"] == before != after


def test_the_text_is_kept_where_the_app_says_so(facades: Facades) -> None:
    facades.settings(keep_suggested_texts=True)
    _suggest(facades)
    (stored,) = _stored(facades)
    assert stored["text"] == _TEXT


def test_the_same_again_changes_nothing(facades: Facades) -> None:
    _suggest(facades, clientToken="c")
    before = facades.documents()
    _suggest(facades, clientToken="c")
    assert facades.documents() == before


def test_what_is_said_last_counts(facades: Facades) -> None:
    _suggest(facades, 0, clientToken="c")
    _suggest(facades, 1, clientToken="c")
    _suggest(facades, 1, clientToken="d")
    assert sorted(
        (each["client_token"], each["attribute_scores"]["TOXICITY"]) for each in _stored(facades)
    ) == [("c", 1), ("d", 1)]


def test_spans_may_be_scored(facades: Facades) -> None:
    span = {"begin": 10, "end": 22, "score": {"value": 1, "type": "PROBABILITY"}}
    _suggest(facades, attributeScores={"INSULT": {"spanScores": [span]}})
    (stored,) = _stored(facades)
    assert stored["spans"] == {"INSULT": [{"begin": 10, "end": 22, "value": 1}]}
    assert stored["attribute_scores"] == {} and list(stored["scores"]) == ["INSULT"]


def test_pages_and_deleting(facades: Facades) -> None:
    for number in range(5):
        _suggest(facades, clientToken=f"c{number}")
    found: list[Any] = []
    query: dict[str, Any] = {"limit": 2}
    while query:
        page = facades.server.call(facades.app, "GET", _PATH, query=query).json()
        found += [each["client_token"] for each in page["suggested_scores"]]
        query = {"limit": 2, "cursor": page["next"]} if page["next"] else {}
    assert found == ["c4", "c3", "c2", "c1", "c0"]
    (first, *_) = _stored(facades)
    facades.send("DELETE", f"{_PATH}/{first['id']}")
    assert len(_stored(facades)) == 4
    gone = facades.server.call(facades.app, "DELETE", f"{_PATH}/{first['id']}")
    assert gone.status == 404


def test_one_community_s(facades: Facades) -> None:
    for community in "ab":
        _suggest(facades, communityId=community)
    answer = facades.server.call(facades.app, "GET", _PATH, query={"community_id": "b"})
    assert [each["community_id"] for each in answer.json()["suggested_scores"]] == ["b"]


def test_there_is_an_end(facades: Facades, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "MOST_SUGGESTIONS", 2)
    for token in "ab":
        assert _suggest(facades, clientToken=token).status == 200
    assert _suggest(facades, clientToken="c").status == 400
    assert _suggest(facades, 0, clientToken="a").status == 200
    facades.send("DELETE", f"{_PATH}/{_stored(facades)[0]['id']}")
    assert _suggest(facades, clientToken="c").status == 200


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"attributeScores": {}}, "attribute_scores must not be empty"),
        ({"attributeScores": None}, "attribute_scores must not be empty"),
        (
            {"attributeScores": {"TOXICITY": {}}},
            "attributeScores.TOXICITY must have a summaryScore or spanScores",
        ),
        ({"comment": {"text": ""}}, "Comment must be non-empty."),
        (
            {"attributeScores": {"FLIRTATION": {"summaryScore": {"value": 1}}}},
            "Unknown requested attribute: FLIRTATION",
        ),
        (
            {
                "attributeScores": {
                    "INSULT": {"spanScores": [{"begin": 3, "end": 300, "score": {"value": 1}}]}
                }
            },
            "attributeScores.INSULT.spanScores.0 is no part of the comment",
        ),
    ],
)
def test_what_is_refused(facades: Facades, fields: dict[str, Any], message: str) -> None:
    answer = _suggest(facades, **fields)
    error = answer.json()["error"]
    assert answer.status == 400
    assert error["message"] == message
    assert error["details"][0]["errorType"]
    assert _stored(facades) == []


@pytest.mark.parametrize(
    ("score", "field"),
    [
        ({"value": 2}, "value"),
        ({"value": "high"}, "value"),
        ({}, "value"),
        ({"value": 1, "type": "RAW"}, "type"),
    ],
)
def test_scores_are_probabilities(facades: Facades, score: Any, field: str) -> None:
    answer = _suggest(facades, attributeScores={"TOXICITY": {"summaryScore": score}})
    _, second = answer.json()["error"]["details"]
    named = [each["field"] for each in second["fieldViolations"]]
    assert named == [f"attributeScores.TOXICITY.summaryScore.{field}"]


def test_a_score_key_reads_nothing(facades: Facades) -> None:
    answer = facades.server.raw("GET", f"{_PATH}?key={facades.key}")
    assert answer.status == 403


def test_policy_tests_take_what_is_suggested(facades: Facades) -> None:
    facades.settings(keep_suggested_texts=True)
    said = (("you are a stupid idiot", 1.0), ("what a lovely morning", 0.2), ("well, well", 0.9))
    for number, (text, value) in enumerate(said):
        _suggest(facades, value, comment={"text": text}, clientToken=f"c{number}")
    _suggest(facades, 0, comment={"text": "well, well"}, clientToken="another reader's")
    facades.settings(keep_suggested_texts=False)
    _suggest(facades, comment={"text": "of this one the hash is kept"})
    toxicity = {"rules": [{"label": "toxic", "threshold": 0.5, "action": "remove"}]}
    policy = {"key": "tested", "automod_toxicity_config": toxicity}
    facades.send("POST", f"{_V2}/config", policy)
    seed = {"of": "suggestions", "limit": 10}
    body = {"name": "suggested", "config_key": "tested", "seed": seed}
    made = facades.send("POST", f"{_V2}/policy_tests/sets", body)["set"]
    expected = {row["text"]: row["recommended_action"] for row in made["rows"]}
    assert expected == {
        "you are a stupid idiot": "remove",
        "what a lovely morning": "keep",
        "well, well": "keep",
    }
    run = facades.send("POST", f"{_V2}/policy_tests/sets/{made['id']}/runs")["run"]
    assert finished(facades.server, facades.app, run["task_id"])["status"] == "completed"
    run = facades.send("GET", f"{_V2}/policy_tests/runs/{run['id']}")["run"]
    assert (run["rows_total"], run["metrics"]["precision"], run["metrics"]["recall"]) == (3, 1, 1)
