"""A text has the same scores whoever asks: a check, Perspective's facade, OpenAI's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process

_ATTRIBUTES = {
    "identity_attack": "IDENTITY_ATTACK",
    "insult": "INSULT",
    "obscene": "PROFANITY",
    "sexual_explicit": "SEXUALLY_EXPLICIT",
    "threat": "THREAT",
    "toxic": "TOXICITY",
}
_CATEGORIES = {
    "identity_attack": "hate",
    "sexual_explicit": "sexual",
    "threat": "violence",
    "toxic": "harassment",
}
_UNJUDGED_IN_GERMAN = {"sexual", "violence"}
_GERMAN = "Du bist so ein Arschloch"
_TEXTS = {
    "clean": "What a lovely morning, see you at the station at eight",
    "rude": "You are a pathetic idiot and nobody wants you here.",
    "several sentences": "Thanks for asking. I will kill you! Have a nice day.",
    "hateful": "i hate muslims, all muslims are terrorists",
    "disguised": "f*ck you as***le, y0u 1d10t",
    "emoji": "👩‍👩‍👧 send me nudes 🍆, you slut 👍🏽",
    "another language": _GERMAN,
    "mark-up": "<p>you are a <b>pathetic</b> idiot</p>",
    "half a character": "you pathetic idiot \ud83d",
    "long": "The weather was fine and we went home early. " * 200 + "You stupid idiot.",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("equal") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    """With a policy for each label, as an item shows only the highest of several."""
    app = server.app("app-a")
    for label in _ATTRIBUTES:
        rules = [{"label": label, "threshold": 0, "action": "shadow"}]
        policy = {"key": label, "automod_toxicity_config": {"rules": rules}}
        _sent(server, app, "/api/v2/moderation/config", policy)
    return app


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_scores_are_equal(server: Server, app: App, text: str) -> None:
    checked = {label: _checked(server, app, text, label) for label in _ATTRIBUTES}
    analyzed = _analyzed(server, app, text)
    assert {label: analyzed[name] for label, name in _ATTRIBUTES.items()} == checked
    moderated, not_judged = _moderated(server, app, text)
    assert not_judged == (_UNJUDGED_IN_GERMAN if text == _GERMAN else set())
    for label, name in _CATEGORIES.items():
        assert moderated[name] == checked[label], name


def _checked(server: Server, app: App, text: str, label: str) -> float:
    body = {
        "entity_type": "post",
        "entity_id": "p",
        "entity_creator_id": "ann",
        "config_key": label,
        "moderation_payload": {"texts": [text]},
    }
    answer = _sent(server, app, "/api/v2/moderation/check", body)
    found = [
        result["score"]
        for flag in answer["item"]["flags"]
        if flag["type"] == "automod_toxicity"
        for result in flag["result"]
        if label in result["labels"]
    ]
    return float(max(found, default=0.0))


def _analyzed(server: Server, app: App, text: str) -> dict[str, float]:
    asked: dict[str, Any] = {name: {} for name in _ATTRIBUTES.values()}
    body = {"comment": {"text": text}, "requestedAttributes": asked, "languages": ["en"]}
    path = f"/v1alpha1/comments:analyze?key={app.credentials.score_key}"
    answer = server.raw("POST", path, body=_encoded(body))
    assert answer.status == 200, answer.text
    scores = answer.json()["attributeScores"]
    return {name: score["summaryScore"]["value"] for name, score in scores.items()}


def _moderated(server: Server, app: App, text: str) -> tuple[dict[str, float], set[str]]:
    """The scores, and which of them say nothing as nothing judged the text for them."""
    headers = {"authorization": f"Bearer {app.credentials.score_key}"}
    answer = server.raw("POST", "/v1/moderations", headers, _encoded({"input": text}))
    assert answer.status == 200, answer.text
    scores: dict[str, float] = answer.json()["results"][0]["category_scores"]
    not_judged = answer.headers["x-gavel-not-judged"].split(",")
    return scores, {name.strip() for name in not_judged} & {*_CATEGORIES.values()}


def _sent(server: Server, app: App, path: str, body: Any) -> Any:
    answer = server.call(app, "POST", path, _encoded(body))
    assert answer.status == 201, answer.text
    return answer.json()


def _encoded(body: Any) -> bytes:
    """orjson refuses halves of characters."""
    return json.dumps(body).encode()
