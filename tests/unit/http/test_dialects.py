"""A vendor that nobody foresaw, through the adapter as it is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, cast
from urllib.parse import urlencode

import pytest
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message
from typing_extensions import TypedDict

import common.http.function
from common.configuration.context import Context
from common.domain.rate_limit import RateLimits
from common.http.auth import Caller
from common.http.bodies import read_form
from common.http.call import Call
from common.http.dialects.description import Description
from common.http.dialects.dialect import Dialect
from common.http.dialects.stream import STREAM, STREAM_TEXT_TIMES
from common.http.errors import HTTPError
from common.http.function import Handler, HTTPFunction
from common.http.openapi import describe
from common.http.requests import query
from common.http.responses import Headers, JSONResponse, Reply
from common.http.routes.route import Route
from common.http.visit import Visit
from common.settings import Settings

_HERE = "tests.unit.http.test_dialects"
_AT = 1_700_000_000_000_000_000
_AT_AS_TEXT = "2023-11-14T22:13:20.000000Z"


class Comment(BaseModel):
    text: str
    score: float = 0.5


class Part(TypedDict):
    created_at: int
    custom: dict[str, int]


class Judged(TypedDict):
    text: str
    parts: list[Part]
    expires: int | None


class MadeUpDialect:
    """A key in the query, bodies in forms, 202 for all, errors under one name."""

    description = Description(
        "made_up",
        ({"key": {"type": "apiKey", "in": "query", "name": "key"}},),
        {"title": "MadeUpError", "type": "object", "required": ["error"]},
        {"type": "object", "required": ["result"]},
        lambda schema: {"properties": {"result": schema}},
    )

    def status(self, _method: str) -> int:
        return 202

    async def caller(self, request: Request, _context: Context) -> Caller:
        if query(request.scope).get("key") != "open sesame":
            raise HTTPError(401, 0, "who are you?", headers={"www-authenticate": "key"})
        return Caller("shop")

    def visit(self, _request: Request, _context: Context, /) -> Visit | None:
        return None

    async def read(self, request: Request, body: bytes, model: type[BaseModel], /) -> BaseModel:
        return model.model_validate(dict(await read_form(request, body)))

    def success(
        self,
        content: Mapping[str, object],
        status: int,
        _started: int,
        request_id: str,
        headers: Headers = (),
    ) -> Response:
        return JSONResponse({"result": content}, status, request_id, headers)

    def parameters_of(self, query: Mapping[str, str], _caller: Caller, /) -> Mapping[str, str]:
        return {name: value for name, value in query.items() if name != "key"}

    def failure(self, error: HTTPError, operation: str, _started: int, request_id: str) -> Response:
        body = {"error": {"in": operation, "says": error.message, "fields": sorted(error.fields)}}
        return JSONResponse(body, error.status + 20, request_id, error.headers.items())


MADE_UP: Dialect = MadeUpDialect()


def _route(operation: str, dialect: Dialect = MADE_UP, **more: Any) -> Route:
    return Route("POST", f"/{operation}", "comments", operation, dialect, **more)


ROUTES = (
    _route("judge", body=f"{_HERE}:Comment", answer=f"{_HERE}:Judged"),
    _route("text"),
    _route("data"),
    _route("stream", status=203),
    _route("cookies"),
    _route("broken"),
    _route("times", STREAM, answer=f"{_HERE}:Judged"),
    _route("old_times", STREAM_TEXT_TIMES, answer=f"{_HERE}:Judged", status=200),
)


async def _judge(call: Call, body: Comment) -> dict[str, Any]:
    return {"app": call.app, "text": body.text, "score": body.score, "created_at": _AT}


async def _text(_call: Call) -> Reply:
    return Reply("<p>é</p>", 418, (("x-frame-options", "DENY"),), "text/html")


async def _data(_call: Call) -> Reply:
    return Reply(b"\0\1", media_type="application/octet-stream")


async def _stream(call: Call) -> Reply:
    async def events() -> AsyncIterator[str | bytes]:
        yield f"data: {call.app}\n\n"
        yield b"data: [DONE]\n\n"

    return Reply(events(), headers=(("cache-control", "no-store"),), media_type="text/event-stream")


async def _cookies(_call: Call) -> Reply:
    return Reply({"a": 1}, 210, (("set-cookie", "a=1"), ("set-cookie", "b=2")))


async def _broken(_call: Call) -> dict[str, Any]:
    raise RuntimeError("what somebody posted")


async def _times(_call: Call) -> dict[str, Any]:
    return {"text": "", "parts": [{"created_at": _AT, "custom": {"at": _AT}}], "expires": _AT}


class _Unlimited:
    """Configurations of an app that has set nothing else."""

    async def settings_of(self, _app: str) -> dict[str, RateLimits]:
        return {"rate_limits": {"server_side": {}, "client_side": {}, "per_user": {}}}


@pytest.fixture
def function(monkeypatch: pytest.MonkeyPatch) -> HTTPFunction:
    nothing = cast(Any, None)
    settings = Settings(api_key="key", api_secret="s" * 32)
    context = Context(settings, nothing, nothing, cast(Any, _Unlimited()))
    monkeypatch.setattr(common.http.function, "shared_context", lambda: context)
    monkeypatch.setattr(STREAM.__class__, "caller", MadeUpDialect.caller)
    monkeypatch.setattr(STREAM.__class__, "parameters_of", MadeUpDialect.parameters_of)
    handlers: dict[str, Handler] = {
        "judge": _judge,
        "text": _text,
        "data": _data,
        "stream": _stream,
        "cookies": _cookies,
        "broken": _broken,
        "times": _times,
        "old_times": _times,
    }
    return HTTPFunction("comments", handlers, ROUTES)


def _sent(
    function: HTTPFunction,
    path: str,
    form: Mapping[str, str] | None = None,
    key: str = "open sesame",
) -> tuple[int, list[tuple[str, str]], bytes]:
    body = urlencode(form or {}).encode()
    events: list[Message] = []

    bodies = [body]

    async def receive() -> Message:
        if not bodies:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": bodies.pop(), "more_body": False}

    async def send(event: Message) -> None:
        events.append(event)

    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode({"key": key}).encode(),
        "headers": [
            (b"content-type", b"application/x-www-form-urlencoded"),
            (b"x-client-request-id", b"r1"),
        ],
    }

    async def run() -> None:
        response = await function.respond(Request(scope, receive))
        await response(scope, receive, send)

    asyncio.run(run())
    start, *rest = events
    headers = [(name.decode(), value.decode("latin-1")) for name, value in start["headers"]]
    return start["status"], headers, b"".join(event.get("body", b"") for event in rest)


def test_it_reads_its_bodies_and_shapes_its_successes(function: HTTPFunction) -> None:
    status, headers, body = _sent(function, "/judge", {"text": "hé", "score": "0.25"})
    assert status == 202
    assert ("x-request-id", "r1") in headers
    assert json.loads(body) == {
        "result": {"app": "shop", "text": "hé", "score": 0.25, "created_at": _AT}
    }


def test_it_says_who_may_call(function: HTTPFunction) -> None:
    status, headers, body = _sent(function, "/judge", {"text": "a"}, key="open")
    assert status == 421
    assert ("www-authenticate", "key") in headers
    assert json.loads(body) == {"error": {"in": "judge", "says": "who are you?", "fields": []}}


@pytest.mark.parametrize(
    ("path", "form", "status", "fields"),
    [("/judge", {"score": "x"}, 420, ["score", "text"]), ("/broken", {}, 520, [])],
)
def test_it_has_its_own_errors(
    function: HTTPFunction, path: str, form: dict[str, str], status: int, fields: list[str]
) -> None:
    answered, _, body = _sent(function, path, form)
    assert answered == status
    assert json.loads(body)["error"]["fields"] == fields
    assert b"posted" not in body


def test_a_path_of_nobody_is_answered_in_the_default(function: HTTPFunction) -> None:
    status, _, body = _sent(function, "/nowhere")
    assert (status, json.loads(body)["code"]) == (404, 16)


def test_text_with_its_own_status_and_headers(function: HTTPFunction) -> None:
    status, headers, body = _sent(function, "/text")
    assert (status, body.decode()) == (418, "<p>é</p>")
    assert {
        ("content-type", "text/html; charset=utf-8"),
        ("x-frame-options", "DENY"),
        ("x-request-id", "r1"),
    } <= set(headers)


def test_bytes_with_the_dialects_status(function: HTTPFunction) -> None:
    status, headers, body = _sent(function, "/data")
    assert (status, body) == (202, b"\0\1")
    assert ("content-type", "application/octet-stream") in headers


def test_a_stream_with_the_routes_status(function: HTTPFunction) -> None:
    status, headers, body = _sent(function, "/stream")
    assert (status, body) == (203, b"data: shop\n\ndata: [DONE]\n\n")
    assert ("cache-control", "no-store") in headers
    assert "content-length" not in dict(headers)


def test_an_object_with_its_own_status_and_two_headers_of_one_name(
    function: HTTPFunction,
) -> None:
    status, headers, body = _sent(function, "/cookies")
    assert (status, json.loads(body)) == (210, {"result": {"a": 1}})
    assert [value for name, value in headers if name == "set-cookie"] == ["a=1", "b=2"]


def test_times_are_the_dialects_and_not_the_paths(function: HTTPFunction) -> None:
    for path, wanted, shown in (("/times", 201, _AT), ("/old_times", 200, _AT_AS_TEXT)):
        status, _, body = _sent(function, path)
        answer = json.loads(body)
        assert status == wanted
        assert answer["duration"].endswith("ms")
        assert answer["expires"] == shown
        assert answer["parts"] == [{"created_at": shown, "custom": {"at": _AT}}]


def _success(description: dict[str, Any], path: str, status: str) -> list[Any]:
    answer = description["paths"][path]["post"]["responses"][status]
    found: list[Any] = answer["content"]["application/json"]["schema"]["allOf"]
    return found


def test_the_description_has_its_errors_statuses_and_security() -> None:
    description = describe(ROUTES)
    operation = description["paths"]["/judge"]["post"]
    assert operation["security"] == [{"key": []}]
    schema = operation["responses"]["400"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/MadeUpError"}
    assert description["components"]["schemas"]["MadeUpError"]["required"] == ["error"]
    assert description["components"]["securitySchemes"]["key"]["name"] == "key"
    assert "203" in description["paths"]["/stream"]["post"]["responses"]


def test_the_description_has_answers_as_they_are_sent() -> None:
    description = describe(ROUTES)
    schemas = description["components"]["schemas"]
    envelope, made_up = _success(description, "/judge", "202")
    assert envelope == {"type": "object", "required": ["result"]}
    assert list(made_up) == ["properties"]
    for path, status, dialect, time in (
        ("/times", "201", "stream", {"type": "integer"}),
        ("/old_times", "200", "stream_v1", {"type": "string", "format": "date-time"}),
    ):
        envelope, _ = _success(description, path, status)
        assert envelope["required"] == ["duration"]
        expires = schemas[f"{dialect}.Judged"]["properties"]["expires"]
        assert expires["anyOf"] == [time, {"type": "null"}]
        part = schemas[f"{dialect}.Part"]["properties"]
        assert part["created_at"] == {"title": "Created At", **time}
        assert part["custom"]["additionalProperties"] == {"type": "integer"}
