"""Requests as programs send them that cannot run here: what they read is in the answers."""

from __future__ import annotations

import json
from typing import Any

import pytest
import requests

from tests.running import ROOT, Running

from .perspective import RUDE, pieces

REQUESTS = [
    json.loads(line)
    for line in (ROOT / "tests/events/perspective_requests.jsonl").read_text().splitlines()
]
_ANALYZE = [request for request in REQUESTS if request["path"].endswith(":analyze")]
_SUGGEST = [request for request in REQUESTS if request["path"].endswith(":suggestscore")]


def _name(request: dict[str, Any]) -> str:
    return str(request["client"])


def sent(server: Running, request: dict[str, Any], key: str | None = None) -> requests.Response:
    return requests.post(
        server.base_url + request["path"],
        params={"key": server.score_key if key is None else key},
        data=json.dumps(request["body"], ensure_ascii=False, separators=(",", ":")).encode(),
        headers=request["headers"],
        timeout=30,
    )


def test_both_calls_are_among_them() -> None:
    assert len(_ANALYZE) + len(_SUGGEST) == len(REQUESTS)
    assert _ANALYZE
    assert _SUGGEST


@pytest.mark.parametrize("request_", _ANALYZE, ids=_name)
def test_what_is_asked_for_is_scored(server: Running, request_: dict[str, Any]) -> None:
    answer = sent(server, request_)
    assert answer.status_code == 200, answer.text
    body, text = answer.json(), request_["body"]["comment"]["text"]
    assert set(body["attributeScores"]) == set(request_["body"]["requestedAttributes"])
    for found in body["attributeScores"].values():
        assert found["summaryScore"]["type"] == "PROBABILITY"
        assert 0 <= found["summaryScore"]["value"] <= 1
        assert pieces(text, found["spanScores"]) == [text]
    if RUDE in text and "TOXICITY" in body["attributeScores"]:
        assert body["attributeScores"]["TOXICITY"]["summaryScore"]["value"] > 0.5


@pytest.mark.parametrize("request_", _SUGGEST, ids=_name)
def test_a_suggestion_is_taken(server: Running, request_: dict[str, Any]) -> None:
    answer = sent(server, request_)
    assert answer.status_code == 200, answer.text
    body, asked = answer.json(), request_["body"]
    assert body.get("clientToken") == asked.get("clientToken")
    assert body.get("requestedLanguages", []) == asked.get("languages", [])


@pytest.mark.parametrize("request_", REQUESTS, ids=_name)
def test_a_stranger_hears_that_the_key_is_wrong(server: Running, request_: dict[str, Any]) -> None:
    answer = sent(server, request_, "AIzaSyUnknown")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert error["details"][0]["reason"] == "API_KEY_INVALID"
