"""The API's description (OpenAPI 3.1), made from the route table and the request models."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from common.http.routes import ROUTES, Route

_REF = "#/components/schemas/{model}"
_STATUSES = {
    "400": "The input is wrong; exception_fields names what.",
    "401": "The token or API key is missing or wrong.",
    "403": "The caller may not do this.",
    "404": "What is named does not exist.",
    "413": "The body is too large.",
    "414": "The URL is too long.",
    "429": "Too many calls.",
    "500": "An error of Gavel's own.",
    "503": "Storage is busy; try again.",
}
_ERROR = {
    "type": "object",
    "required": ["code", "StatusCode", "message", "duration", "more_info", "details"],
    "properties": {
        "code": {"type": "integer"},
        "StatusCode": {"type": "integer"},
        "message": {"type": "string"},
        "duration": {"type": "string"},
        "more_info": {"type": "string"},
        "details": {"type": "array", "items": {"type": "integer"}},
        "exception_fields": {"type": "object", "additionalProperties": {"type": "string"}},
        "unrecoverable": {"type": "boolean"},
    },
}
_SECURITY = {
    "api_key": {"type": "apiKey", "in": "query", "name": "api_key"},
    "jwt": {"type": "apiKey", "in": "header", "name": "Authorization"},
    "token": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "the word token, a space, the app's API token",
    },
}


@cache
def describe() -> dict[str, Any]:
    routes = [route for route in ROUTES if route.access != "public"]
    schemas = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        path = re.sub(r"\.\.\.\}", "}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Gavel", "version": _version()},
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": _SECURITY},
    }


def _version() -> str:
    try:
        return version("gavel")
    except PackageNotFoundError:
        return "0"


def _model(reference: str) -> type[BaseModel]:
    module, _, name = reference.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    return model


def _schemas(routes: list[Route]) -> dict[str, Any]:
    references = {each for route in routes for each in (route.body, route.query) if each}
    models = [(_model(reference), "validation") for reference in sorted(references)]
    _, definitions = models_json_schema(models, ref_template=_REF)  # type: ignore[arg-type]
    return {**definitions["$defs"], "Error": _ERROR}


def _operation(route: Route, schemas: dict[str, Any]) -> dict[str, Any]:
    success = "201" if route.method in ("POST", "PUT") else "200"
    answer = {"type": "object", "required": ["duration"]}
    operation: dict[str, Any] = {
        "operationId": f"{route.operation}{_suffix(route)}",
        "tags": [route.function],
        "security": [{"api_key": [], "jwt": []}] + ([] if route.is_stream else [{"token": []}]),
        "parameters": [*_path_parameters(route), *_query_parameters(route, schemas)],
        "responses": {
            success: {
                "description": "Done.",
                "content": {"application/json": {"schema": answer}},
            },
            **{status: _error(text) for status, text in _STATUSES.items()},
        },
    }
    if route.body:
        operation["requestBody"] = _body(route)
    return operation


def _suffix(route: Route) -> str:
    """Operation ids are unique, and the block lists stand under two prefixes."""
    return "" if route.path.startswith("/api/") or route.operation.endswith("_v1") else "_v1"


def _body(route: Route) -> dict[str, Any]:
    name = (route.body or "").partition(":")[2]
    return {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": _REF.format(model=name)}}},
    }


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
    if not route.query:
        return []
    schema = schemas[route.query.partition(":")[2]]
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": {k: v for k, v in each.items() if k != "title"},
        }
        for name, each in schema["properties"].items()
    ]


def _error(text: str) -> dict[str, Any]:
    schema = {"$ref": _REF.format(model="Error")}
    return {"description": text, "content": {"application/json": {"schema": schema}}}
