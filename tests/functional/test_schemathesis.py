"""The API's description is valid and true: whatever it allows is answered as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.core.transport import Response
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from common.http.openapi import describe
from common.http.routes import ROUTES
from tests.full_size import FULL
from tests.functional import bad_bodies
from tests.functional.inprocess import App, Server, in_process

_EXAMPLES = 20 if FULL else 5
_BEARER = "score_key_bearer"
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def _described() -> dict[str, Any]:
    """Rules without nested conditions: making up trees would take most of the time."""
    copy: dict[str, Any] = orjson.loads(orjson.dumps(describe()))
    for schema in copy["components"]["schemas"].values():
        properties = schema.get("properties", {})
        if "when" in properties:
            properties["when"] = {"$ref": "#/components/schemas/PostCount"}
    return copy


_FACADES = ["/v1alpha1/comments:analyze", "/v1alpha1/comments:suggestscore", "/v1/moderations"]
_CONFIG = {
    # What is wrong is sent by test_bad_input and test_whatever_is_sent, at a tenth of the time.
    "phases": {"coverage": {"generation": {"mode": "all" if FULL else "positive"}}},
    "operations": [
        {
            "include-path": _FACADES,
            "phases": {"coverage": {"generation": {"mode": "all"}}},
        },
        {
            # So many kinds of conditions and engines that to go through their combinations would
            # take minutes.
            "include-path": [
                "/api/v2/moderation/config",
                "/api/v2/moderation/moderation_rule",
                "/api/v1/moderation_rules/{id}/draft",
                "/api/v1/rules/import",
            ],
            "phases": {"coverage": {"enabled": False}},
        },
    ],
}


@pytest.fixture
def described() -> BaseSchema:
    """Loaded when it is asked for: to think up the cases takes as long as to send them."""
    return schemathesis.openapi.from_dict(
        _described(), config=SchemathesisConfig.from_dict(_CONFIG)
    )


api = schemathesis.pytest.from_fixture("described")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("described") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    app = server.app("app-a")
    server.call(app, "POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST)
    server.call(app, "POST", "/api/v2/moderation/config", bad_bodies.POLICY)
    server.call(app, "PUT", "/api/v1/actions/hook", bad_bodies.ACTION)
    server.call(app, "PUT", "/api/v1/rules/rule", bad_bodies.RULE)
    server.call(app, "POST", "/api/v2/moderation/flag", bad_bodies.VALID["flag"])
    return app


def test_the_description_is_served_to_everybody_and_valid(server: Server) -> None:
    answer = server.raw("GET", "/openapi.json")
    assert answer.status == 200
    assert answer.json() == orjson.loads(orjson.dumps(describe()))
    assert answer.json()["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(answer.json()).validate()


def test_every_route_is_described(server: Server) -> None:
    paths = server.raw("GET", "/openapi.json").json()["paths"]
    described = {(method.upper(), path) for path, each in paths.items() for method in each}
    wanted = {
        (r.method, r.path.replace(":path", "")) for r in ROUTES if r.access != "public" or r.answer
    }
    assert described == wanted
    ids = [operation["operationId"] for each in paths.values() for operation in each.values()]
    assert len(ids) == len(set(ids))


def test_whoever_calls_a_facade_is_told_which_key_to_show(server: Server) -> None:
    """Nothing that opens the facades opens anything else, nor the other way round."""
    description = server.raw("GET", "/openapi.json").json()
    keys = {
        path: {name for alternative in operation["security"] for name in alternative}
        for path, each in description["paths"].items()
        for operation in each.values()
    }
    facades = {path: names for path, names in keys.items() if names & {"score_key", _BEARER}}
    assert facades == {
        "/v1alpha1/comments:analyze": {"score_key"},
        "/v1alpha1/comments:suggestscore": {"score_key"},
        "/v1/moderations": {_BEARER},
    }
    schemes = description["components"]["securitySchemes"]
    assert (schemes["score_key"]["in"], schemes["score_key"]["name"]) == ("query", "key")
    assert schemes[_BEARER] == {**schemes[_BEARER], "type": "http", "scheme": "bearer"}


@pytest.mark.timeout(1800)
@api.parametrize()
@settings(
    max_examples=_EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_as_described(case: Any, server: Server, app: App) -> None:
    security = case.operation.definition.raw["security"]
    headers, query = _shown(security[0], app) if security else ({}, {})
    case.headers = {**(case.headers or {}), **headers}
    case.query = {**(case.query or {}), **query}
    request = requests.Request(**case.as_transport_kwargs(base_url="http://localhost")).prepare()
    case.validate_response(_sent(server, request), checks=_CHECKS)


def _shown(security: dict[str, Any], app: App) -> tuple[dict[str, str], dict[str, str]]:
    """Headers and a query with what the description says that a caller has to show."""
    key = app.credentials.score_key
    if "score_key" in security:
        return {}, {"key": key}
    if _BEARER in security:
        return {"authorization": f"Bearer {key}"}, {}
    return app.server(), {"api_key": app.credentials.key}


def _sent(server: Server, request: requests.PreparedRequest) -> Response:
    body = request.body.encode() if isinstance(request.body, str) else request.body
    answer = server.raw(request.method or "", request.path_url, dict(request.headers), body)
    headers = {name: [value] for name, value in answer.headers.items()}
    return Response(answer.status, headers, answer.body, request, elapsed=0.0, verify=False)
