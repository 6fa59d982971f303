"""What strangers, and people who want to be overlooked, send to the facades."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.facades import SUGGEST, Facades
from tests.functional.inprocess import Answer, in_process
from tests.functional.moderating import error, moderated, not_judged, results

_ABUSE = "You are a fucking idiot. "
_TURNED = _ABUSE + "\u202eabc \u05d0\u05d1 " * 600
"""In parts that show something else where they are turned round, more than are looked at."""
_ENGLISH = {"languages": ["en"]}


@pytest.fixture(scope="module")
def facades(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facades]:
    with in_process(tmp_path_factory.mktemp("attacks") / "data") as server:
        yield Facades(server)


def batch(facades: Facades, part: str) -> Answer:
    body = f"--b\r\nContent-Type: application/http\r\n{part}\r\n--b--".encode("latin-1")
    headers = {"content-type": "multipart/mixed; boundary=b"}
    return facades.server.raw("POST", "/batch", headers, body)


@pytest.mark.parametrize(
    "part",
    [
        "\r\nGET http://[ HTTP/1.1\r\n\r\n",
        "\r\nGET //[x]/y HTTP/1.1\r\n\r\n",
        "Content-ID: <a\rX-Own: 1>\r\n\r\nGET /$discovery/rest HTTP/1.1\r\n\r\n",
        "Content-ID: <a\0>\r\n\r\nGET /$discovery/rest HTTP/1.1\r\n\r\n",
        "\r\nGET /$discovery/rest HTTP/1.1\r\nX-Client-Request-Id: a\rb: c\r\n\r\n",
    ],
    ids=repr,
)
def test_a_part_of_a_batch_that_cannot_be_read_is_refused(facades: Facades, part: str) -> None:
    answer = batch(facades, part)
    assert answer.status == 400, answer.text
    refused = answer.json()["error"]["details"][1]["fieldViolations"]
    assert [each["field"] for each in refused] == ["body"]


def test_no_cache_gives_others_the_host_that_a_caller_names(facades: Facades) -> None:
    named = {"x-forwarded-host": "elsewhere.example"}
    answer = facades.server.raw("GET", "/$discovery/rest", named)
    assert answer.json()["rootUrl"] == "http://elsewhere.example/"
    assert answer.headers["cache-control"] == "no-store"


def test_the_discovery_document_is_not_to_be_had_in_parts(facades: Facades) -> None:
    answer = facades.server.raw("GET", "/$discovery/rest?fields=rootUrl")
    assert answer.status == 400
    assert answer.json()["error"]["message"] == "fields: is not known here"


def test_a_text_that_is_too_much_is_so_for_ever(facades: Facades) -> None:
    asked: dict[str, Any] = {"comment": {"text": _TURNED}, "requestedAttributes": {"TOXICITY": {}}}
    answer = facades.perspective({**asked, **_ENGLISH})
    assert answer.status == 400, answer.text
    assert answer.json()["error"]["details"][0]["errorType"] == "COMMENT_TOO_LONG"


def test_what_was_found_in_a_part_of_a_text_stands(facades: Facades) -> None:
    (whole,) = results(facades, _ABUSE)
    answer = moderated(facades, _ABUSE * 3 + _TURNED)
    assert "harassment" in not_judged(answer)
    (result,) = answer.json()["results"]
    assert result["category_applied_input_types"]["harassment"] == []
    assert result["flagged"] and result["categories"]["harassment"]
    assert whole["categories"]["harassment"]


def test_nobody_is_told_to_send_again_what_stays_too_much(facades: Facades) -> None:
    facades.settings(refuse_not_judged=True)
    try:
        answer = moderated(facades, _ABUSE * 3 + _TURNED)
    finally:
        facades.settings()
    assert answer.status == 400
    assert error(answer)["code"] == "not_judged"


@pytest.mark.parametrize(
    "text",
    [
        "\U0001d4d8\U0001d4ed\U0001d4f2\U0001d4f8\U0001d4fd",
        "\U0001d570\U0001d589\U0001d58e\U0001d594\U0001d599, \U0001d58b\U0001d58e\U0001d58b",
        "\uff49\uff44\uff49\uff4f\uff54",
    ],
)
def test_letters_for_mathematics_are_in_a_language(facades: Facades, text: str) -> None:
    assert facades.analyzed(text)["languages"] == ["en"]
    assert "harassment" not in not_judged(moderated(facades, text))


def suggested(facades: Facades, **attributes: Any) -> Answer:
    body = {"comment": {"text": _ABUSE}, "attributeScores": attributes}
    return facades.perspective(body, SUGGEST)


def test_what_is_suggested_stays_small(facades: Facades) -> None:
    spans = [{"begin": 0, "end": 3, "score": {"value": 0.5}}] * 501
    half = {"spanScores": spans[:500]}
    assert suggested(facades, TOXICITY=half, INSULT=half).status == 200
    answer = suggested(facades, TOXICITY=half, INSULT={"spanScores": spans})
    assert answer.status == 400
    message = answer.json()["error"]["message"]
    assert message == "attributeScores has more than 1,000 spanScores"


@pytest.mark.parametrize("value", [True, "0.5"])
def test_a_suggested_score_is_a_number(facades: Facades, value: Any) -> None:
    answer = suggested(facades, TOXICITY={"summaryScore": {"value": value}})
    assert answer.status == 400
    assert "attributeScores.TOXICITY.summaryScore.value" in answer.json()["error"]["message"]
