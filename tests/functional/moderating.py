"""An app whose calls come as OpenAI's clients send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from tests.functional.facades import Facades
from tests.functional.inprocess import Answer
from tests.functional.judging import Judging

MODERATIONS = "/v1/moderations"
NOT_JUDGED = "x-gavel-not-judged"
BY_NONE = (
    "illicit",
    "illicit/violent",
    "self-harm",
    "self-harm/intent",
    "self-harm/instructions",
    "sexual/minors",
    "violence/graphic",
)
"""Of an English text by the engines of a fresh Gavel."""


def moderated(
    of: Facades | Judging, input: Any, *, headers: Mapping[str, str] | None = None, **fields: Any
) -> Answer:
    key = of.app.credentials.score_key
    sent = {"content-type": "application/json", "authorization": f"Bearer {key}"}
    body = input if isinstance(input, bytes) else orjson.dumps({"input": input, **fields})
    return of.server.raw("POST", MODERATIONS, sent if headers is None else headers, body)


def results(of: Facades | Judging, input: Any, **fields: Any) -> list[Any]:
    answer = moderated(of, input, **fields)
    assert answer.status == 200, answer.text
    found: list[Any] = answer.json()["results"]
    return found


def not_judged(answer: Answer) -> list[str]:
    """What the answer's header names."""
    assert answer.status == 200, answer.text
    names = answer.headers.get(NOT_JUDGED)
    return names.split(",") if names else []


def error(answer: Answer) -> Any:
    """The error, which has all that clients read."""
    (body,) = answer.json().values()
    assert list(body) == ["message", "type", "param", "code"]
    assert isinstance(body["message"], str) and body["message"]
    return body
