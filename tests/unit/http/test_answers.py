"""That every answer is described, and that what holds tests against it finds what is not."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.api.stream.policies import PolicyConfig
from common.http.errors import HTTPError
from common.http.openapi import describe
from common.http.routes import ROUTES
from common.http.routes.route import Route
from common.views.stream_policies import PolicyAnswer
from common.views.times import is_time
from tests.answers import Answers, Seen, problems_of

_AT = "2026-01-01T12:00:00.000000Z"
_RULE = {
    "id": "spam",
    "name": "Spam",
    "scope": "post",
    "when": {"kind": "whatever"},
    "actions": ["hide"],
    "position": 0,
    "enabled": True,
    "version": 1,
    "created_at": _AT,
    "updated_at": _AT,
}
_ANSWER = {"rules": [_RULE], "paused": None, "next": None, "duration": "1.00ms"}


def _problems(body: Any, status: int = 200) -> list[str]:
    return list(problems_of(Seen("GET", "/api/v1/rules", status, body)))


def _changed(where: str, name: str, value: Any) -> dict[str, Any]:
    answer = copy.deepcopy(_ANSWER)
    place: Any = answer["rules"][0] if where == "rule" else answer  # type: ignore[index]
    place[name] = value
    return answer


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_every_route_has_its_answer(route: Route) -> None:
    is_described = (route.answer or "").startswith("common.views.") or bool(route.media)
    assert route.access == "public" or is_described


def test_what_is_described_is_allowed() -> None:
    assert _problems(_ANSWER) == []
    (route,) = (each for each in ROUTES if each.operation == "list_rules")
    error = route.dialect.failure(HTTPError(404, 16, "no"), "get", 0, "r1")
    assert _problems(orjson.loads(bytes(error.body)), 404) == []


@pytest.mark.parametrize(
    ("where", "name", "value"),
    [
        ("rule", "shard", "a"),
        ("answer", "cursor", "a"),
        ("rule", "created_at", 1_700_000_000_000_000_000),
        ("rule", "created_at", "yesterday"),
        ("rule", "scope", "everything"),
        ("answer", "next", 1),
        ("answer", "duration", 1),
    ],
)
def test_what_is_described_otherwise_is_found(where: str, name: str, value: Any) -> None:
    (problem,) = _problems(_changed(where, name, value))
    assert problem.startswith("GET /api/v1/rules 200: ")
    assert name in problem


def test_what_is_missing_is_found() -> None:
    assert len(_problems({"rules": [], "paused": None, "next": None})) == 1
    assert len(_problems({"paused": None, "next": None, "duration": "1.00ms"})) == 1
    assert len(_problems({"code": 4}, 400)) > 1


def test_a_status_that_is_not_described_is_found() -> None:
    assert _problems(_ANSWER, 202) == ["GET /api/v1/rules 202: the status is not described"]


def test_answers_are_kept_for_whoever_reads_them(tmp_path: Path) -> None:
    kept = Answers(tmp_path)
    for name in ("Spam", "Scam", 5):
        body = orjson.dumps(_changed("rule", "name", name))
        kept.add("GET", "/api/v1/rules", 200, body)
    kept.add("POST", "/nowhere", 404, b"{}")
    kept.add("POST", "/of_a_made_up_table", 202, b"{}")
    assert len(kept.seen) == 3, "one of each kind"
    read = Answers()
    read.read(tmp_path)
    assert read.seen == kept.seen
    assert {problem.partition(": ")[0] for problem in read.undescribed()} == {
        "GET /api/v1/rules 200",
        "POST (no route) 404",
    }


def _properties(schema: Any) -> list[tuple[str, Any]]:
    if isinstance(schema, list):
        return [each for part in schema for each in _properties(part)]
    if not isinstance(schema, dict):
        return []
    found = schema.get("properties")
    own = list(found.items()) if isinstance(found, dict) else []
    return [*own, *(each for part in schema.values() for each in _properties(part))]


@pytest.mark.parametrize(
    ("dialect", "wanted"), [("stream", "integer"), ("stream_v1", "string"), ("gavel", "string")]
)
def test_times_are_described_as_the_dialect_has_them(dialect: str, wanted: str) -> None:
    schemas = describe()["components"]["schemas"]
    shown = [each for name, each in schemas.items() if name.startswith(f"{dialect}.")]
    times = [schema for name, schema in _properties(shown) if is_time(name)]
    assert len(times) > 5
    for schema in times:
        options = [each["type"] for each in schema.get("anyOf", [schema])]
        assert {*options} - {"null"} == {wanted}


def test_a_policy_is_answered_with_all_that_it_can_have() -> None:
    answered = {name for name in PolicyAnswer.__annotations__ if name.endswith("_config")}
    older = {"bodyguard_config", "aws_rekognition_config"}
    assert answered == set(PolicyConfig.model_fields) - older - {"rule_builder_config"}
