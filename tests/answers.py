"""Records what the functions answer in a test run, and holds it against the description."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from common.http.matching import Matcher
from common.http.routes import DEFAULT_DIALECT, ROUTES

_MATCHER = Matcher(ROUTES)
_NO_ROUTE = (404, 405, 414)
# What enumerations are made of; names, ids and texts are mostly not.
_WORD = re.compile(r"[a-z_]{1,20}")


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer; `path` is its route's in the description, empty where there was no route."""

    method: str
    path: str
    status: int
    body: Any


@dataclass(slots=True)
class Answers:
    """Of those that are alike one is kept: in a file of the process in `folder` too, if there is
    one, as soon as it is there.
    """

    folder: Path | None = None
    seen: list[Seen] = field(default_factory=list)
    _known: set[Any] = field(default_factory=set)

    def add(self, method: str, path: str, status: int, body: bytes) -> None:
        found = _MATCHER.find(method, path)
        if found is None and status not in _NO_ROUTE:
            return
        template = "" if found is None else found[0].path.replace(":path}", "}")
        answer = Seen(method, template, status, orjson.loads(body))
        likeness = (method, template, status, _likeness(answer.body))
        if likeness in self._known:
            return
        self._known.add(likeness)
        self.seen.append(answer)
        if self.folder is not None:
            with (self.folder / f"{os.getpid()}.answers").open("ab") as file:
                file.write(orjson.dumps(answer) + b"\n")

    def read(self, folder: Path) -> None:
        """Adds what the processes kept there."""
        for path in folder.glob("*.answers"):
            for line in path.read_bytes().splitlines():
                self.seen.append(Seen(**orjson.loads(line)))

    def undescribed(self) -> list[str]:
        """What the description says otherwise, one line for each kind."""
        problems = (problem for answer in self.seen for problem in problems_of(answer))
        return sorted(set(problems))


Respond = Callable[[Any, Request], Awaitable[Response]]


def recorded(respond: Respond, answers: Answers) -> Respond:
    """The adapter's way to respond, recorded. What is no JSON is described nowhere."""

    async def respond_recorded(function: Any, request: Request) -> Response:
        response = await respond(function, request)
        if request.method != "OPTIONS" and _is_json(response):
            path = (request.scope.get("raw_path") or b"").partition(b"?")[0].decode("latin-1")
            answers.add(request.method, path, response.status_code, bytes(response.body))
        return response

    return respond_recorded


def _is_json(response: Response) -> bool:
    return response.headers.get("content-type") == "application/json"


def _likeness(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset((key, _likeness(each)) for key, each in value.items())
    if isinstance(value, list):
        return frozenset(_likeness(each) for each in value)
    if isinstance(value, str) and _WORD.fullmatch(value):
        return value
    return type(value)


def problems_of(answer: Seen) -> Iterator[str]:
    name = f"{answer.method} {answer.path or '(no route)'} {answer.status}"
    schema = _schema(answer)
    if schema is None:
        yield f"{name}: the status is not described"
        return
    errors = list(_validator(orjson.dumps(schema)).iter_errors(answer.body))
    # What is wrong inside makes all that stands around it count as not described.
    causes = [error for error in errors if not error.message.startswith("Unevaluated")]
    deepest = sorted(errors, key=lambda error: len(error.instance_path))[-1:]
    for error in causes or deepest:
        place = "/".join("*" if isinstance(each, int) else each for each in error.instance_path)
        yield f"{name}: {place}: {error.message[:300]}"


@cache
def _description() -> dict[str, Any]:
    from common.http.openapi import describe

    copy: dict[str, Any] = orjson.loads(orjson.dumps(describe()))
    _close(copy["components"]["schemas"])
    return copy


def _schema(answer: Seen) -> dict[str, Any] | None:
    """None for a status that is not described."""
    description = _description()
    if not answer.path:
        return {**DEFAULT_DIALECT.description.error, "unevaluatedProperties": False}
    if answer.path not in description["paths"]:
        return {}
    responses = description["paths"][answer.path][answer.method.lower()]["responses"]
    if str(answer.status) not in responses:
        return None
    schema: dict[str, Any] = responses[str(answer.status)]["content"]["application/json"]["schema"]
    return {**schema, "unevaluatedProperties": False}


def _close(schema: Any) -> None:
    """A field that is described nowhere is wrong, wherever an object is part of another."""
    for each in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(each, dict | list):
            _close(each)
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        schema["unevaluatedProperties"] = False


@cache
def _validator(schema: bytes) -> Any:
    from jsonschema_rs import Draft202012Validator

    whole = {**orjson.loads(schema), "components": _description()["components"]}
    return Draft202012Validator(whole, validate_formats=True)
