"""Perspective's facade through the clients that others wrote, unmodified: perspective and
PyPerspective from PyPI, perspective-api-client from npm.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError

import pytest
from perspective import PerspectiveAPI
from PyPerspective import Perspective as pyperspective
from PyPerspective.errors import InvalidAuthKey

from tests.running import Running

from .javascript import run_script
from .perspective import ATTRIBUTES, RUDE, pieces


@pytest.fixture
def perspective(server: Running) -> PerspectiveAPI:
    client = PerspectiveAPI(server.score_key)
    client.api_client.url = f"{server.base_url}/v1alpha1/{{endpoint}}"
    return client


def test_perspective_scores(perspective: PerspectiveAPI) -> None:
    assert perspective.score("This is a comment")["TOXICITY"] < 0.5
    scores = perspective.score(RUDE, tests=list(ATTRIBUTES))
    assert set(scores) == set(ATTRIBUTES)
    assert scores["INSULT"] > 0.5 > scores["SEXUALLY_EXPLICIT"]


def test_perspective_analyzes_with_all_it_can_send(perspective: PerspectiveAPI) -> None:
    answer = perspective.analyze_comment(
        RUDE,
        comment_type="PLAIN_TEXT",
        context=[{"text": "an article", "type": "PLAIN_TEXT"}],
        requested_attributes={
            "INSULT": {"scoreType": "PROBABILITY", "scoreThreshold": 0.5},
            "THREAT": {"scoreType": "PROBABILITY", "scoreThreshold": 0.99},
        },
        span_annotations=True,
        languages=["en"],
        do_not_store=True,
        client_token="token",
        session_id="session",
        community_id="community",
    )
    assert set(answer["attributeScores"]) == {"INSULT"}
    assert answer["languages"] == ["en"]
    assert answer["clientToken"] == "token"
    assert pieces(RUDE, answer["attributeScores"]["INSULT"]["spanScores"]) == [RUDE]


def test_perspective_suggests_a_score(perspective: PerspectiveAPI) -> None:
    answer = perspective.suggest_score(
        RUDE,
        {"TOXICITY": {"summaryScore": {"value": 1.0, "type": "PROBABILITY"}}},
        context=[{"text": "an article"}],
        languages=["en"],
        client_token="token",
        community_id="community",
    )
    assert answer["clientToken"] == "token"
    assert answer["requestedLanguages"] == ["en"]


def test_perspective_hears_what_is_wrong(perspective: PerspectiveAPI) -> None:
    with pytest.raises(HTTPError) as caught:
        perspective.analyze_comment(RUDE, requested_attributes={"NICENESS": {}})
    with caught.value as error:
        assert error.code == 400
        assert "NICENESS" in json.load(error)["error"]["message"]


def test_pyperspective_s_quickstart_runs(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    _point(monkeypatch, server)
    client = pyperspective.Perspective(server.score_key, ratelimit=True, default_not_store=True)
    text = "Hello What Are You Doing?"
    scores = client.get_score(text, tests=["TOXICITY"], langs=["en"])
    assert (scores.text, str(scores)) == (text, text)
    assert (scores.detected_langs, scores.requests_langs) == (["en"], ["en"])
    attribute = scores["TOXICITY"]
    assert (attribute.name, attribute.score_type) == ("TOXICITY", "PROBABILITY")
    assert attribute.score < 0.5
    span = attribute.spans[0]
    assert (span.start, span.end, span.score_type) == (0, len(text), "PROBABILITY")
    assert span.score == attribute.score
    assert str(span) == text


def test_pyperspective_asks_for_all_that_it_knows_of_gavel(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    _point(monkeypatch, server)
    client = pyperspective.Perspective(server.score_key)
    found = client.get_score(RUDE, tests=ATTRIBUTES, langs="en")
    assert {attribute.name for attribute in found.attributes} == set(ATTRIBUTES)
    assert found["INSULT"].score > 0.5


def test_pyperspective_knows_a_wrong_key(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """It sends no body when it is made, and looks into the details of the error."""
    _point(monkeypatch, server)
    with pytest.raises(InvalidAuthKey):
        pyperspective.Perspective("AIzaSyUnknown")


def _point(monkeypatch: pytest.MonkeyPatch, server: Running) -> None:
    address = f"{server.base_url}/v1alpha1/comments:analyze"
    monkeypatch.setattr(pyperspective, "base_url", address)


def analyze_in_javascript(server: Running, *calls: Any, key: str | None = None) -> Any:
    """For each call, which is a text and options, the answer or the error's message."""
    order = {
        "url": server.base_url,
        "key": server.score_key if key is None else key,
        "calls": calls,
    }
    return run_script("analyze.cjs", "perspective-api-client", order)


def test_the_npm_client_s_quickstart_runs(server: Running) -> None:
    text = "you empty-headed animal food trough wiper!"
    (answer,) = analyze_in_javascript(server, [text])
    (found,) = answer["attributeScores"].values()
    assert found["summaryScore"] == found["spanScores"][0]["score"]
    assert pieces(text, found["spanScores"]) == [text]
    assert found["summaryScore"]["type"] == "PROBABILITY"
    assert answer["languages"] == ["en"]


def test_the_npm_client_s_options(server: Running) -> None:
    low = {"requestedAttributes": {"THREAT": {"scoreThreshold": 0.99}}}
    by_names, whole, tags, long = analyze_in_javascript(
        server,
        [RUDE, {"attributes": [name.lower() for name in ATTRIBUTES], "doNotStore": False}],
        [{"comment": {"text": RUDE}, "languages": ["en"], **low}],
        [f"<b>{RUDE}</b>", {"attributes": ["INSULT"]}],
        ["🙂 fool " * 4_000, {"attributes": {"INSULT": {}}, "truncate": True}],
    )
    assert set(by_names["attributeScores"]) == set(ATTRIBUTES)
    assert whole.get("attributeScores", {}) == {}
    insult = tags["attributeScores"]["INSULT"]
    assert pieces(RUDE, insult["spanScores"]) == [RUDE]
    assert insult == by_names["attributeScores"]["INSULT"]
    assert long["attributeScores"]["INSULT"]["spanScores"][-1]["end"] == 20_480


def test_the_npm_client_hears_what_is_wrong(server: Running) -> None:
    (unknown,) = analyze_in_javascript(server, ["fools!", {"attributes": ["unsubstantial"]}])
    assert "UNSUBSTANTIAL" in unknown["refused"]
    assert unknown["status"] == 400
    (stranger,) = analyze_in_javascript(server, [RUDE], key="AIzaSyUnknown")
    assert "API key not valid" in stranger["refused"]
