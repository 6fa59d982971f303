"""OpenAI's moderations: what of an input is judged, what is not, and how errors look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from common.api.openai import MOST_IMAGES, MOST_PARTS, MOST_STRINGS
from common.engines.remote.endpoints.labels import OPENAI
from common.engines.toxicity.scoring import LABELS
from common.moderation.facades.categories import CATEGORIES
from tests.functional.facades import Facades
from tests.functional.inprocess import in_process
from tests.functional.moderating import BY_NONE, error, moderated, not_judged, results
from tests.running import ROOT

_INSULT = "you are a stupid idiot and everybody knows it"
_THREAT = "I will find you and kill you tonight"
_HATE = "all those muslims are vermin and should be wiped out"
_SEXUAL = "send me pictures of your naked tits and pussy"
_KIND = "what a lovely morning in the old town"
_PIXEL = "data:image/png;base64,iVBORw0KGgo="


@pytest.fixture(scope="module")
def facades(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("openai") / "data") as server:
        yield Facades(server)


def _image(url: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url}}


def test_a_text_has_one_result_with_all_categories(facades: Facades) -> None:
    answer = moderated(facades, _INSULT)
    body = answer.json()
    assert body["id"].startswith("modr-") and body["model"] == "omni-moderation-latest"
    (result,) = body["results"]
    assert result["flagged"] is True
    for field in ("categories", "category_scores", "category_applied_input_types"):
        assert list(result[field]) == list(OPENAI)
    assert result["categories"]["harassment"] is True
    assert result["category_scores"]["harassment"] > 0.9
    applied = result["category_applied_input_types"]
    assert {name for name, kinds in applied.items() if kinds == ["text"]} == {*OPENAI}.difference(
        BY_NONE
    )
    assert all(applied[name] == [] for name in BY_NONE)
    assert moderated(facades, _INSULT).json()["id"] != body["id"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (_INSULT, "harassment"),
        (_HATE, "hate"),
        (_THREAT, "violence"),
        (_SEXUAL, "sexual"),
        ("you stupid bitch, I will kill you", "harassment/threatening"),
    ],
)
def test_each_judged_category_tells_what_it_is_for(
    facades: Facades, text: str, category: str
) -> None:
    flagged, kind = results(facades, [text, _KIND])
    assert flagged["flagged"] and flagged["categories"][category]
    assert not kind["flagged"] and not any(kind["categories"].values())


def test_a_threatening_category_is_the_least_of_what_it_is_made_of(facades: Facades) -> None:
    for result in results(facades, [_INSULT, _HATE, _THREAT, f"{_HATE}! {_THREAT}", _KIND]):
        scores = result["category_scores"]
        assert scores["hate/threatening"] == min(scores["hate"], scores["violence"])
        assert scores["harassment/threatening"] == min(scores["harassment"], scores["violence"])


def test_what_no_engine_judges_is_named(facades: Facades) -> None:
    answer = moderated(facades, _KIND)
    assert set(not_judged(answer)) == set(BY_NONE)
    assert "x-gavel-not-judged" in answer.headers["access-control-expose-headers"]


def test_a_list_has_a_result_for_each(facades: Facades) -> None:
    texts = [_INSULT, _KIND, "", _THREAT]
    assert results(facades, texts) == [results(facades, text)[0] for text in texts]
    assert len(results(facades, [_KIND] * MOST_STRINGS)) == MOST_STRINGS


def test_parts_have_one_result(facades: Facades) -> None:
    parts = [{"type": "text", "text": _KIND}, {"type": "text", "text": _INSULT}]
    (result,) = results(facades, parts)
    alone = [each["category_scores"] for each in results(facades, [_KIND, _INSULT])]
    highest = {name: max(each[name] for each in alone) for name in OPENAI}
    highest["harassment/threatening"] = min(highest["harassment"], highest["violence"])
    highest["hate/threatening"] = min(highest["hate"], highest["violence"])
    assert result["category_scores"] == highest


def test_an_image_that_nothing_looks_at_is_named(facades: Facades) -> None:
    of_images = [
        "self-harm",
        "self-harm/intent",
        "self-harm/instructions",
        "sexual",
        "violence",
        "violence/graphic",
    ]
    alone = moderated(facades, [_image("https://example.com/a.png")])
    assert not_judged(alone) == of_images
    assert not alone.json()["results"][0]["flagged"]
    answer = moderated(facades, [{"type": "text", "text": _INSULT}, _image(_PIXEL)])
    assert set(not_judged(answer)) == {*BY_NONE, "sexual:image", "violence:image"}
    assert answer.json()["results"][0]["category_applied_input_types"]["sexual"] == ["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Du bist ein verdammtes Arschloch und alle wissen das",
        "Es war ein schöner Morgen in der alten Stadt am Meer",
    ],
)
def test_another_language_is_judged_for_what_there_are_lists_of(
    facades: Facades, text: str
) -> None:
    answer = moderated(facades, text)
    judged = {"harassment", "hate"}
    assert set(not_judged(answer)) == {*OPENAI} - judged
    is_insult = answer.json()["results"][0]["categories"]["harassment"]
    assert is_insult == ("Arschloch" in text)


def test_what_is_found_counts_in_whatever_language_a_text_is_taken_to_be(facades: Facades) -> None:
    answer = moderated(facades, "f**k " * 20)
    assert "harassment" in not_judged(answer)
    (result,) = answer.json()["results"]
    assert result["categories"]["harassment"] and result["flagged"]
    assert result["category_applied_input_types"]["harassment"] == []


def test_all_three_say_the_same_of_many_texts(facades: Facades) -> None:
    rules = [{"label": name, "threshold": 0, "action": "flag"} for name in LABELS]
    policy = {"key": "all", "automod_toxicity_config": {"rules": rules}}
    facades.send("POST", "/api/v2/moderation/config", policy)
    words = ["idiot", "nice", "kill", "bitch", "morning", "muslims", "fuck", "friend", "die"]
    texts = [_INSULT, _THREAT, _HATE, _SEXUAL, _KIND]
    texts += [f"you {a} {b} of mine" for a in words for b in words]
    seen: set[float] = set()
    for number, text in enumerate(texts):
        checked = _checked(facades, f"p{number}", text)
        scores = results(facades, text)[0]["category_scores"]
        asked = ("TOXICITY", "IDENTITY_ATTACK", "THREAT", "SEXUALLY_EXPLICIT")
        answer = facades.analyzed(text, *asked, languages=["en"])["attributeScores"]
        perspective = [answer[name]["summaryScore"]["value"] for name in asked]
        names = ("toxic", "identity_attack", "threat", "sexual_explicit")
        assert [checked.get(name, 0.0) for name in names] == perspective
        categories = ("harassment", "hate", "violence", "sexual")
        assert [scores[name] for name in categories] == perspective
        seen.update(perspective)
    assert len(seen) > 100


def _checked(facades: Facades, id: str, text: str) -> dict[str, float]:
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": "u",
        "config_key": "all",
        "moderation_payload": {"texts": [text]},
    }
    facades.send("POST", "/api/v2/moderation/check", body)
    return {label["name"]: label["score"] for label in facades.item("post", id)["labels"]}


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({}, "input"),
        ({"input": None}, "input"),
        ({"input": 5}, "input"),
        ({"input": {}}, "input"),
        ({"input": []}, "input"),
        ({"input": [5]}, "input[0]"),
        ({"input": ["a", None]}, "input[1]"),
        ({"input": ["a", {"type": "text", "text": "b"}]}, "input[0]"),
        ({"input": ["a"] * (MOST_STRINGS + 1)}, "input"),
        ({"input": "a" * 100_001}, "input"),
        ({"input": ["a", "a" * 100_001]}, "input[1]"),
        ({"input": [{}]}, "input[0]"),
        ({"input": [{"type": "audio"}]}, "input[0]"),
        ({"input": [{"type": "text"}]}, "input[0].text"),
        ({"input": [{"type": "text", "text": 5}]}, "input[0].text"),
        ({"input": [{"type": "image_url"}]}, "input[0].image_url"),
        ({"input": [{"type": "image_url", "image_url": "https://a.b"}]}, "input[0].image_url"),
        ({"input": [_image("ftp://example.com/a")]}, "input[0].image_url.url"),
        ({"input": [_image("file:///etc/passwd")]}, "input[0].image_url.url"),
        ({"input": [_image("https://example.com/" + "a" * 4_096)]}, "input[0].image_url.url"),
        ({"input": [_image("data:text/html;base64,YQ==")]}, "input[0].image_url.url"),
        ({"input": [_image("data:image/png;base64,!!")]}, "input[0].image_url.url"),
        ({"input": [_image("https://a.b")] * (MOST_IMAGES + 1)}, "input"),
        ({"input": [{"type": "text", "text": ""}] * (MOST_PARTS + 1)}, "input"),
        ({"input": "a", "model": "gpt-4o"}, "model"),
        ({"input": "a", "model": 5}, "model"),
        ({"input": [_image("https://a.b")], "model": "text-moderation-latest"}, "input"),
        ({"input": "a", "user": "u"}, "user"),
        ({"input": [{"type": "text", "text": "a", "id": 1}]}, "input[0].id"),
    ],
)
def test_what_cannot_be_moderated_is_refused(
    facades: Facades, fields: dict[str, Any], param: str
) -> None:
    before = facades.documents()
    answer = moderated(facades, orjson.dumps(fields))
    assert answer.status == 400
    said = error(answer)
    assert (said["type"], said["param"]) == ("invalid_request_error", param)
    assert param in said["message"]
    assert facades.documents() == before


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"text"', b"\xff", b"[" * 10_000])
def test_what_is_no_request_is_refused(facades: Facades, body: bytes) -> None:
    answer = moderated(facades, body)
    assert answer.status == 400
    assert error(answer)["type"] == "invalid_request_error"


def test_a_body_that_is_too_large_is_refused(facades: Facades) -> None:
    answer = moderated(facades, "a" * 1_000_001)
    assert answer.status == 413
    assert error(answer)["type"] == "invalid_request_error"


@pytest.mark.parametrize(
    "model",
    [
        "omni-moderation-latest",
        "omni-moderation-2024-09-26",
        "text-moderation-latest",
        "text-moderation-stable",
        "text-moderation-007",
    ],
)
def test_the_model_is_echoed(facades: Facades, model: str) -> None:
    assert moderated(facades, _KIND, model=model).json()["model"] == model


def test_only_a_score_key_opens_it(facades: Facades) -> None:
    app = facades.app
    key = app.credentials.score_key
    wrong = [
        {},
        {"authorization": key},
        {"authorization": "Bearer "},
        {"authorization": f"Bearer {key}x"},
        {"authorization": f"Basic {key}"},
        {"authorization": f"Bearer {app.credentials.token}"},
        {"authorization": f"Bearer {app.credentials.secret}"},
        app.server(),
        app.hive(),
    ]
    for headers in wrong:
        answer = moderated(facades, _KIND, headers=headers)
        assert answer.status == 401
        said = error(answer)
        assert (said["code"], said["type"]) == ("invalid_api_key", "invalid_request_error")
        assert key not in said["message"] and "make credentials" in said["message"]
    assert moderated(facades, _KIND, headers={"authorization": f"BEARER {key}"}).status == 200


def test_nothing_is_kept(facades: Facades) -> None:
    before = facades.documents()
    results(facades, [_INSULT, _THREAT])
    assert facades.documents() == before


def test_the_document_has_every_category_and_what_fills_it() -> None:
    rows: dict[str, list[str]] = {}
    for line in (ROOT / "docs" / "openai.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0].startswith("`"):
            rows[cells[0].strip("`")] = cells[1:]
    assert list(rows) == [category.name for category in CATEGORIES]
    for category in CATEGORIES:
        own, labels, images = rows[category.name]
        assert (own == "not") == (not category.least_of)
        assert tuple(re.findall("`([^`]+)`", labels)) == category.labels
        assert (images == "yes") == category.of_images


def test_half_a_character_does_not_hide_the_rest(facades: Facades) -> None:
    body = b'{"input": "you are a stupid idiot \\ud83d and everybody knows it"}'
    answer = moderated(facades, body)
    assert answer.status == 200 and answer.json()["results"][0]["flagged"]


def test_an_app_may_want_an_error_for_what_is_not_judged(facades: Facades) -> None:
    facades.settings(refuse_not_judged=True)
    try:
        answer = moderated(facades, _KIND)
    finally:
        facades.settings()
    assert answer.status == 400
    said = error(answer)
    assert (said["code"], said["param"]) == ("not_judged", "input")
    assert all(name in said["message"] for name in BY_NONE)


def test_calls_may_be_checks(facades: Facades) -> None:
    facades.settings(calls_are_checks=True)
    try:
        before = facades.documents()
        results(facades, _INSULT)
        assert facades.documents() != before
        refused = moderated(facades, [_image(_PIXEL)])
    finally:
        facades.settings()
    assert refused.status == 400 and error(refused)["param"] == "input"
