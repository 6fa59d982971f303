"""The API's description (OpenAPI 3.1), made from the routes, the requests and the answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pydantic import TypeAdapter

from common.http.dialects.description import Description
from common.http.references import named
from common.http.routes import ROUTES
from common.http.routes.route import Route

_REF = "#/components/schemas/{model}"
_STATUSES = {
    "400": "The input is wrong; exception_fields names what.",
    "401": "The token or API key is missing or wrong.",
    "403": "The caller may not do this.",
    "404": "What is named does not exist.",
    "405": "The path does not take this method; the header allow says which it takes.",
    "408": "The request did not come in time.",
    "409": "What the request is based on has changed since.",
    "413": "The body is too large.",
    "429": "Too many calls in a minute; retry-after says when to come again.",
    "414": "The URL is too long.",
    "431": "The request's head is too large.",
    "500": "An error of Gavel's own.",
    "503": "Storage is busy; try again.",
}


@cache
def describe(table: tuple[Route, ...] = ROUTES) -> dict[str, Any]:
    routes = [route for route in table if route.access != "public" or route.answer]
    requests = _requests(routes)
    answers, parts = _answers(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        path = route.path.replace(":path}", "}")
        answer = answers.get((route.dialect.description.name, route.answer))
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, requests, answer)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Gavel", "version": _version()},
        "paths": paths,
        "components": {
            "schemas": {**requests, **parts, **_errors(routes)},
            "securitySchemes": _schemes(routes),
        },
    }


def _version() -> str:
    try:
        return version("gavel")
    except PackageNotFoundError:
        return "0"


def _requests(routes: Sequence[Route]) -> dict[str, Any]:
    references = {each for route in routes for each in (route.body, route.query) if each}
    models = [(each, "validation", TypeAdapter(named(each))) for each in sorted(references)]
    _, definitions = TypeAdapter.json_schemas(models, ref_template=_REF)  # type: ignore[arg-type]
    return dict(definitions.get("$defs", {}))


def _answers(
    routes: Sequence[Route],
) -> tuple[dict[tuple[str, str | None], Any], dict[str, Any]]:
    """Schemas of answers by dialect and reference, and the parts that they refer to."""
    answers: dict[tuple[str, str | None], Any] = {}
    parts: dict[str, Any] = {}
    for dialect, references in _by_dialect(routes):
        types = [(each, "serialization", TypeAdapter(named(each))) for each in sorted(references)]
        template = _REF.replace("{", f"{dialect.name}.{{")
        found, definitions = TypeAdapter.json_schemas(types, ref_template=template)  # type: ignore[arg-type]
        for (reference, _), schema in found.items():
            answers[dialect.name, reference] = dialect.shaped(schema)
        for name, schema in definitions.get("$defs", {}).items():
            parts[f"{dialect.name}.{name}"] = dialect.shaped(schema)
    return answers, parts


def _by_dialect(routes: Sequence[Route]) -> list[tuple[Description, set[str]]]:
    found: dict[str, tuple[Description, set[str]]] = {}
    for route in routes:
        described = route.dialect.description
        _, references = found.setdefault(described.name, (described, set()))
        if route.answer:
            references.add(route.answer)
    return list(found.values())


def _errors(routes: Sequence[Route]) -> dict[str, Any]:
    errors = [route.dialect.description.error for route in routes]
    return {error["title"]: error for error in errors}


def _schemes(routes: Sequence[Route]) -> dict[str, Any]:
    return {
        name: scheme
        for route in routes
        for alternative in route.dialect.description.security
        for name, scheme in alternative.items()
    }


def _operation(route: Route, requests: dict[str, Any], answer: Any) -> dict[str, Any]:
    described = route.dialect.description
    success = described.success if answer is None else {"allOf": [described.success, answer]}
    error = _ref(described.error["title"])
    operation: dict[str, Any] = {
        "operationId": route.operation_id or route.operation,
        "tags": [route.function],
        "security": _security(route),
        "parameters": [*_path_parameters(route), *_query_parameters(route, requests)],
        "responses": {
            str(route.success_status): {"description": "Done.", **_success(route, success)},
            **{code: {"description": text, **_json(error)} for code, text in _STATUSES.items()},
        },
    }
    if route.body:
        operation["requestBody"] = {"required": True, **_json(_ref(_name(route.body)))}
    return operation


def _security(route: Route) -> list[dict[str, list[str]]]:
    if route.access == "public":
        return []
    return [{name: [] for name in each} for each in route.dialect.description.security]


def _success(route: Route, schema: Any) -> dict[str, Any]:
    if not route.media:
        return _json(schema)
    return {"content": {media: {"schema": {"type": "string"}} for media in route.media}}


def _name(reference: str) -> str:
    return reference.partition(":")[2]


def _ref(model: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=model)}


def _json(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1},
        }
        for name in re.findall(r"\{(\w+)", route.path)
    ]


def _query_parameters(route: Route, schemas: dict[str, Any]) -> list[dict[str, Any]]:
    schema = schemas[_name(route.query)] if route.query else {"properties": {}}
    common = [
        {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
        for name, text in route.dialect.description.parameters.items()
        if name not in schema["properties"]
    ]
    return [
        *common,
        *(
            {
                "name": name,
                "in": "query",
                "required": name in schema.get("required", ()),
                "schema": {k: v for k, v in each.items() if k != "title"},
            }
            for name, each in schema["properties"].items()
        ),
    ]
