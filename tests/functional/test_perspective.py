"""Perspective's comments:analyze: what a comment is scored, and how errors look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.api.perspective import MOST_CHARACTERS
from common.engines.toxicity import engine
from common.engines.toxicity.scoring import LABELS
from common.moderation.facades.attributes import ATTRIBUTES, LISTED
from tests.functional.facades import ANALYZE, Facades
from tests.functional.inprocess import in_process

_INSULT = "you are a stupid idiot and everybody knows it"
_KIND = "what a lovely morning in the old town"
_THREE = f"{_KIND}. 😀 {_INSULT}, e\u0301 👩\u200d👧! {_KIND} by the sea, says my friend."
_ERROR = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error"


@pytest.fixture(scope="module")
def facades(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("perspective") / "data") as server:
        yield Facades(server)


def _value(answer: Any, name: str) -> float:
    value: float = answer["attributeScores"][name]["summaryScore"]["value"]
    return value


def test_a_comment_is_scored(facades: Facades) -> None:
    answer = facades.analyzed(_INSULT, "TOXICITY", "INSULT", "THREAT", clientToken="c-1")
    assert answer["clientToken"] == "c-1"
    assert answer["languages"] == answer["detectedLanguages"] == ["en"]
    assert _value(answer, "INSULT") > 0.9 > 0.3 > _value(answer, "THREAT")
    assert _value(answer, "TOXICITY") >= _value(answer, "INSULT")
    summary = answer["attributeScores"]["INSULT"]["summaryScore"]
    whole = {"begin": 0, "end": len(_INSULT), "score": summary}
    assert summary["type"] == "PROBABILITY"
    assert answer["attributeScores"]["INSULT"]["spanScores"] == [whole]
    assert _value(facades.analyzed(_KIND), "TOXICITY") < 0.1


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_each_attribute_has_an_experimental_twin(facades: Facades, name: str) -> None:
    answer = facades.analyzed(_INSULT, name, f"{name}_EXPERIMENTAL")
    assert _value(answer, name) == _value(answer, f"{name}_EXPERIMENTAL")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (_INSULT, "INSULT"),
        ("I will find you and kill you tonight", "THREAT"),
        ("all those muslims are vermin and should be wiped out", "IDENTITY_ATTACK"),
        ("fuck this fucking shit", "PROFANITY"),
        ("fuck this fucking shit", "OBSCENE"),
        ("send me pictures of your naked tits and pussy", "SEXUALLY_EXPLICIT"),
        ("I will kill you, you fucking stupid bitch", "SEVERE_TOXICITY"),
    ],
)
def test_each_attribute_tells_what_it_is_for(facades: Facades, text: str, name: str) -> None:
    assert _value(facades.analyzed(text, name), name) > 0.5
    assert _value(facades.analyzed(_KIND, name), name) < 0.2


def test_it_says_what_a_check_says(facades: Facades) -> None:
    rules = [{"label": name, "threshold": 0, "action": "flag"} for name in LABELS]
    policy = {"key": "all", "automod_toxicity_config": {"rules": rules}}
    facades.send("POST", "/api/v2/moderation/config", policy)
    body = {
        "entity_type": "post",
        "entity_id": "p",
        "entity_creator_id": "u",
        "config_key": "all",
        "moderation_payload": {"texts": [_THREE]},
    }
    facades.send("POST", "/api/v2/moderation/check", body)
    checked = {label["name"]: label["score"] for label in facades.item("post", "p")["labels"]}
    answer = facades.analyzed(_THREE, "TOXICITY", "INSULT", "THREAT", "PROFANITY")
    assert _value(answer, "TOXICITY") == checked["toxic"]
    assert _value(answer, "INSULT") == checked["insult"]
    assert _value(answer, "THREAT") == checked["threat"]
    assert _value(answer, "PROFANITY") == checked["obscene"]


def test_spans_are_sentences_in_utf16(facades: Facades) -> None:
    answer = facades.analyzed(_THREE, "INSULT", spanAnnotations=True)
    units = _THREE.encode("utf-16-le")
    spans = answer["attributeScores"]["INSULT"]["spanScores"]
    told = [units[2 * each["begin"] : 2 * each["end"]].decode("utf-16-le") for each in spans]
    assert told == [
        f"{_KIND}.",
        f"😀 {_INSULT}, e\u0301 👩\u200d👧!",
        f"{_KIND} by the sea, says my friend.",
    ]
    values = [each["score"]["value"] for each in spans]
    assert values[1] > 0.8 > 0.2 > max(values[0], values[2])


def test_below_the_threshold_it_is_left_out(facades: Facades) -> None:
    body = {
        "comment": {"text": _THREE},
        "spanAnnotations": True,
        "requestedAttributes": {
            "INSULT": {"scoreThreshold": 0.5, "scoreType": "PROBABILITY"},
            "THREAT": {"scoreThreshold": 0.5},
        },
    }
    scores = facades.perspective(body).json()["attributeScores"]
    assert list(scores) == ["INSULT"]
    assert len(scores["INSULT"]["spanScores"]) == 1


@pytest.mark.parametrize(
    "text", ["ok", "lol", "😀", "12:30!", "да", "привет", "سلام", "नमस्ते", "gg ez", "ur mom", "?"]
)
def test_what_is_too_short_to_tell_its_language_is_answered(facades: Facades, text: str) -> None:
    answer = facades.analyzed(text)
    assert answer["detectedLanguages"] == []
    assert len(answer["languages"]) == 1


def test_slang_is_no_czech(facades: Facades) -> None:
    answer = facades.analyzed("stfu you stupid ass noob lmao", "INSULT", "THREAT")
    assert answer["languages"] == ["en"]


@pytest.mark.parametrize("language", ["de", "pt-BR", "hi-Latn", "zh-Hant", "RU"])
def test_lists_of_words_judge_other_languages(facades: Facades, language: str) -> None:
    names = ("TOXICITY", "INSULT", "PROFANITY", "IDENTITY_ATTACK")
    answer = facades.analyzed("du verdammtes Arschloch", *names, languages=[language])
    assert answer["languages"] == [language]
    assert _value(answer, "TOXICITY") > 0.5


@pytest.mark.parametrize("name", ["THREAT", "SEVERE_TOXICITY", "SEXUALLY_EXPLICIT"])
def test_what_nothing_judges_in_a_language_is_refused_or_dropped(
    facades: Facades, name: str
) -> None:
    body = {
        "comment": {"text": "Ich wünsche dir einen schönen Tag, mein lieber Freund"},
        "requestedAttributes": {name: {}, "TOXICITY": {}},
    }
    for asked, field in (([], "detectedLanguages"), (["de"], "requestedLanguages")):
        error = facades.perspective({**body, "languages": asked}).json()["error"]
        assert error["message"] == f"Attribute {name} does not support request languages: de"
        assert error["details"][0] == {
            "@type": _ERROR,
            "errorType": "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
            "languageNotSupportedByAttributeError": {field: ["de"], "attribute": name},
        }
    answer = facades.perspective({**body, "dropUnsupportedAttributes": True})
    assert list(answer.json()["attributeScores"]) == ["TOXICITY"]


def test_a_language_for_which_there_is_nothing(facades: Facades) -> None:
    body = {
        "comment": {"text": "jeg er meget glad i dag og vil gerne se dig"},
        "requestedAttributes": {"TOXICITY": {}},
    }
    assert "da" not in LISTED
    error = facades.perspective(body).json()["error"]
    assert error["message"] == "Attribute TOXICITY does not support request languages: da"
    dropped = facades.perspective({**body, "dropUnsupportedAttributes": True}).json()
    assert dropped["attributeScores"] == {}
    assert dropped["languages"] == dropped["detectedLanguages"] == ["da"]


_TOXICITY: Any = {"requestedAttributes": {"TOXICITY": {}}}
_COMMENT = {"comment": {"text": _KIND}}
_BOTH = {"entries": [{"text": "a"}], "articleAndParentComment": {"article": {"text": "b"}}}


@pytest.mark.parametrize(
    ("body", "type", "message"),
    [
        ({}, "COMMENT_EMPTY", "Comment must be non-empty."),
        ({"comment": {"text": ""}, **_TOXICITY}, "COMMENT_EMPTY", "Comment must be non-empty."),
        ({"comment": {"text": " \n"}, **_TOXICITY}, "COMMENT_EMPTY", "Comment must be non-empty."),
        (
            {"comment": {"text": "a" * (MOST_CHARACTERS + 1)}, **_TOXICITY},
            "COMMENT_TOO_LONG",
            "Comment text too long.",
        ),
        (_COMMENT, "NO_REQUESTED_ATTRIBUTES", "Missing requested_attributes"),
        (
            {**_COMMENT, "requestedAttributes": {}},
            "NO_REQUESTED_ATTRIBUTES",
            "Missing requested_attributes",
        ),
        (
            {**_COMMENT, "requestedAttributes": {"TOXICITY": {"scoreType": "PERCENTILE"}}},
            "INVALID_REQUEST",
            "Requested score type PERCENTILE is not supported by attribute TOXICITY",
        ),
        (
            {**_COMMENT, "requestedAttributes": {"FLIRTATION": {}}},
            "INVALID_REQUEST",
            "Unknown requested attribute: FLIRTATION",
        ),
        (
            {"comment": {"text": "a", "type": "HTML"}, **_TOXICITY},
            "INVALID_REQUEST",
            "Currently, only 'PLAIN_TEXT' comments are supported",
        ),
        (
            {"comment": {"text": "a", "type": "RTF"}, **_TOXICITY},
            "INVALID_REQUEST",
            "Unknown text type",
        ),
        (
            {**_COMMENT, **_TOXICITY, "context": _BOTH},
            "INVALID_REQUEST",
            "Context can have either entries or article_and_parent_comment, "
            "but both fields were populated.",
        ),
        (
            {"comment": {"text": "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ"}, **_TOXICITY},
            "LANGUAGE_DETECTION_FAILED",
            "Unable to detect language",
        ),
    ],
)
def test_published_conditions(facades: Facades, body: Any, type: str, message: str) -> None:
    answer = facades.perspective(body)
    error = answer.json()["error"]
    assert answer.status == error["code"] == 400
    assert error["status"] == "INVALID_ARGUMENT"
    assert error["message"] == message
    assert error["details"][0] == {"@type": _ERROR, "errorType": type}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"no JSON", "body"),
        (b"[1]", "body"),
        ({**_COMMENT, **_TOXICITY, "doNotStor": True}, "doNotStor"),
        ({**_COMMENT, **_TOXICITY, "languages": "en"}, "languages"),
        ({**_COMMENT, **_TOXICITY, "languages": ["english please"]}, "languages.0"),
        ({"comment": {"text": 5}, **_TOXICITY}, "comment.text"),
        ({**_COMMENT, "requestedAttributes": {"toxicity": {}}}, "requestedAttributes.toxicity"),
    ],
)
def test_other_errors_name_the_field(facades: Facades, body: Any, field: str) -> None:
    answer = facades.perspective(body)
    first, second = answer.json()["error"]["details"]
    assert answer.status == 400
    assert first == {"@type": _ERROR, "errorType": "INVALID_REQUEST"}
    assert field in [each["field"] for each in second["fieldViolations"]]


def test_no_body_at_all(facades: Facades) -> None:
    answer = facades.server.raw("POST", f"{ANALYZE}?key={facades.key}")
    assert answer.status == 400
    assert answer.json()["error"]["details"][0]["errorType"] == "COMMENT_EMPTY"


@pytest.mark.parametrize("query", ["", "?key=", "?key=unknown"])
def test_without_a_key_it_says_what_clients_look_for(facades: Facades, query: str) -> None:
    answer = facades.server.raw("POST", f"{ANALYZE}{query}", {}, b"{}")
    error = answer.json()["error"]
    assert answer.status == error["code"] == 400
    assert error["message"] == "API key not valid. Please pass a valid API key."
    (detail,) = error["details"]
    assert detail["reason"] == "API_KEY_INVALID"
    assert "make credentials" in detail["metadata"]["key"]


def test_the_key_may_come_in_a_header(facades: Facades) -> None:
    body = b'{"comment": {"text": "hello"}, "requestedAttributes": {"TOXICITY": {}}}'
    answer = facades.server.raw("POST", ANALYZE, {"x-goog-api-key": facades.key}, body)
    assert answer.status == 200, answer.text


def test_as_much_text_as_clients_send(facades: Facades) -> None:
    for text in ("word " * 4_096, "😀" * MOST_CHARACTERS):
        assert len(text) == MOST_CHARACTERS
        answer = facades.analyzed(text, languages=["en"])
        (span,) = answer["attributeScores"]["TOXICITY"]["spanScores"]
        assert span["end"] == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("languages", {"languages": ["en"]}),
        ("languages,attributeScores/*/summaryScore/type", None),
        ("attributeScores(TOXICITY/summaryScore(type)),languages", None),
    ],
)
def test_fields_select_what_is_answered(facades: Facades, fields: str, left: Any) -> None:
    answer = facades.perspective({**_COMMENT, **_TOXICITY}, fields=fields).json()
    score = {"attributeScores": {"TOXICITY": {"summaryScore": {"type": "PROBABILITY"}}}}
    assert answer == (left or {"languages": ["en"], **score})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fields", "nothing"), ("fields", "languages("), ("fields", "a b"), ("alt", "media"),
        ("callback", "f"), ("$.xgafv", "1"), ("access_token", "x"), ("prettyPrint", "yes"),
    ],
)  # fmt: skip
def test_parameters_that_do_nothing_are_refused(facades: Facades, name: str, value: str) -> None:
    answer = facades.perspective({**_COMMENT, **_TOXICITY}, **{name: value})
    assert answer.status == 400
    violations = answer.json()["error"]["details"][1]["fieldViolations"]
    assert [each["field"] for each in violations] == [name]


def test_parameters_of_google_s_clients(facades: Facades) -> None:
    query = {"alt": "json", "prettyPrint": "true", "quotaUser": "me", "$.xgafv": "2"}
    answer = facades.perspective({**_COMMENT, **_TOXICITY}, **query)
    assert answer.status == 200
    assert answer.json()["not_in_effect"] == ["prettyPrint", "quotaUser"]


def test_context_is_named_as_not_in_effect(facades: Facades) -> None:
    answer = facades.analyzed(_KIND, context={"entries": [{"text": "before"}]})
    assert answer["not_in_effect"] == ["context"]


def test_the_service_s_own_names_are_taken(facades: Facades) -> None:
    body = {"comment": {"text": _KIND}, "requested_attributes": {"TOXICITY": {}}}
    answer = facades.perspective({**body, "client_token": "c"})
    assert answer.json()["clientToken"] == "c"


@pytest.mark.parametrize(
    ("headers", "root"),
    [
        ({"host": "gavel.example"}, "http://gavel.example/"),
        ({"host": "[::1]:8080"}, "http://[::1]:8080/"),
        (
            {"host": "10.0.0.1", "x-forwarded-proto": "https", "x-forwarded-host": "a.example:444"},
            "https://a.example:444/",
        ),
    ],
)
def test_discovery_names_the_host_that_was_called(
    facades: Facades, headers: dict[str, str], root: str
) -> None:
    path = "/$discovery/rest?version=v1alpha1&key=any"
    answer = facades.server.raw("GET", path, headers)
    document = answer.json()
    assert answer.status == 200
    assert document["rootUrl"] == root
    assert document["resources"]["comments"]["methods"]["analyze"]["httpMethod"] == "POST"


@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        ("?version=v2", {"host": "a"}, 404),
        ("?version=v1alpha1", {"host": "a/b"}, 400),
        ("?version=v1alpha1", {}, 400),
        ("?versio=v1alpha1", {"host": "a"}, 400),
    ],
)
def test_discovery_refuses(
    facades: Facades, query: str, headers: dict[str, str], status: int
) -> None:
    answer = facades.server.raw("GET", f"/$discovery/rest{query}", headers)
    assert answer.status == status
    assert answer.json()["error"]["details"][0]


def test_nothing_is_stored(facades: Facades) -> None:
    before = facades.documents()
    facades.analyzed(_INSULT, sessionId="s", communityId="c", clientToken="t")
    assert facades.documents() == before


def test_engines_of_the_facades_policy_give_further_attributes(facades: Facades) -> None:
    shop = Facades(facades.server)
    phrases = {"phrases": ["you are so cute, will you go out with me tonight"]}
    shop.send("PUT", "/api/v1/semantic_filters/flirtation", phrases)
    rule = {"name": "flirtation", "threshold": 0.5, "action": "flag"}
    policy = {"key": "more", "automod_semantic_filters_config": {"rules": [rule]}}
    shop.send("POST", "/api/v2/moderation/config", policy)
    shop.settings(policy="more")
    for language in ("en", "sw"):
        text = phrases["phrases"][0]
        assert _value(shop.analyzed(text, "FLIRTATION", languages=[language]), "FLIRTATION") > 0.5
    quiet = shop.analyzed(_KIND, "FLIRTATION", "TOXICITY")
    assert _value(quiet, "FLIRTATION") < 0.5


def test_an_engine_that_fails_is_no_zero(facades: Facades, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(content: Any, least: Any, scoring: Any = None) -> Any:
        raise RuntimeError(content, least, scoring)

    monkeypatch.setattr(engine, "find", broken)
    answer = facades.perspective({**_COMMENT, **_TOXICITY, "dropUnsupportedAttributes": True})
    error = answer.json()["error"]
    assert (answer.status, error["status"]) == (503, "UNAVAILABLE")
    assert error["details"][0]["reason"] == "UNAVAILABLE"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(min_size=1, max_size=400), spans=st.booleans())
def test_any_text_has_spans_in_order(facades: Facades, text: str, spans: bool) -> None:
    answer = facades.perspective(
        {
            "comment": {"text": text},
            "requestedAttributes": {"TOXICITY": {}, "INSULT": {}},
            "languages": ["en"],
            "spanAnnotations": spans,
        }
    )
    if text.isspace():
        assert answer.status == 400
        return
    assert answer.status == 200, answer.text
    units = len(text.encode("utf-16-le")) // 2
    for scores in answer.json()["attributeScores"].values():
        assert 0 <= scores["summaryScore"]["value"] <= 1
        assert scores["spanScores"]
        last = 0
        for span in scores["spanScores"]:
            assert last <= span["begin"] < span["end"] <= units
            text.encode("utf-16-le")[2 * span["begin"] : 2 * span["end"]].decode("utf-16-le")
            last = span["end"]
