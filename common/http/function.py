"""The adapter: makes one framework function of plain handlers.

A handler is `async def handler(call: Call, body: Model) -> dict` (no `body` where the route has
none). It raises what it refuses; it knows neither the framework nor the server.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from importlib import import_module
from random import getrandbits
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import functions_framework.aio
from starlette.responses import Response

from common.configuration.context import Context, now, shared_context
from common.http.auth import Authenticator, Caller
from common.http.bodies import parse_hive, parse_json, read_body
from common.http.call import Call
from common.http.errors import HTTPError, error_body, from_exception
from common.http.journal import Journal
from common.http.matching import Matcher
from common.http.responses import JSONAnswer
from common.http.routes import ROUTES, Route
from common.http.times import duration, with_text_times
from common.settings import load_settings

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

Handler = Callable[..., Awaitable[dict[str, Any]]]
_MAX_URL = 8_192
_PREFLIGHT = {
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
    "access-control-allow-headers": "*, authorization",
    "access-control-max-age": "86400",
}


def http_function(name: str, **handlers: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The framework function `name`; each handler is named like its route's operation."""
    function = HTTPFunction(name, handlers)

    async def entry(request: Request) -> Response:
        return await function.answer(request)

    entry.__name__ = entry.__qualname__ = name
    functions_framework.aio.http(entry)
    return entry


class HTTPFunction:
    def __init__(self, name: str, handlers: Mapping[str, Handler]) -> None:
        routes = [route for route in ROUTES if route.function == name]
        missing = {route.operation for route in routes} ^ set(handlers)
        if missing:
            raise LookupError(f"{name}: routes and handlers differ in {sorted(missing)}")
        self._handlers = handlers
        self._matcher = Matcher(routes)
        self._models: dict[str, type[BaseModel]] = {}
        self._context: Context | None = None
        self._authenticator: Authenticator | None = None
        self._journal = Journal(name, load_settings().log_level)

    async def answer(self, request: Request) -> Response:
        started = now()
        request_id = _request_id(request)
        operation = method = request.method
        try:
            if method == "OPTIONS":
                return JSONAnswer({}, 200, request_id, _PREFLIGHT)
            route, path = self._route(request)
            operation = route.operation
            content = await self._handled(request, route, path, started, request_id)
            status = 201 if method in ("POST", "PUT") else 200
            response = _success(route, content, status, started, request_id)
        except Exception as error:
            failure = self._failure(error, request_id)
            status = failure.status
            content = error_body(failure, operation, duration(started, time.time_ns()))
            response = JSONAnswer(content, status, request_id, failure.headers)
        if status >= 500 or self._journal.enabled("info"):
            self._log(request, operation, status, started, request_id)
        return response

    def _open(self) -> tuple[Context, Authenticator]:
        if self._context is None or self._authenticator is None:
            self._context = shared_context()
            self._authenticator = Authenticator(self._context)
        return self._context, self._authenticator

    def _route(self, request: Request) -> tuple[Route, dict[str, str]]:
        scope = request.scope
        raw = scope.get("raw_path") or request.url.path.encode()
        path = raw.partition(b"?")[0].decode("latin-1")
        if len(path) + len(scope.get("query_string", b"")) > _MAX_URL:
            raise HTTPError(414, 4, f"the URL is longer than {_MAX_URL} characters")
        found = self._matcher.find(scope["method"], path)
        if found is not None:
            return found
        methods = self._matcher.methods(path)
        if methods:
            allow = ", ".join(methods)
            raise HTTPError(405, 4, f"use {allow} for this path", headers={"allow": allow})
        raise HTTPError(404, 16, "no such endpoint")

    async def _handled(
        self, request: Request, route: Route, path: dict[str, str], started: int, request_id: str
    ) -> dict[str, Any]:
        context, authenticator = self._open()
        query = _query(request.scope.get("query_string", b""))
        caller = Caller("")
        if route.access != "public":
            authorization = _header(request, b"authorization")
            caller = await authenticator.caller(authorization, query, hive=not route.is_stream)
            await authenticator.authorize(caller, route.access)
        side = "server" if caller.user_id is None else "client"
        call = Call(context, caller.app, side, started, request_id, caller.user_id, path)
        if route.query:
            call.query = self._model(route.query).model_validate(query)
        handler = self._handlers[route.operation]
        if route.body is None:
            return await handler(call)
        body = await read_body(request, context.settings.max_body)
        model = self._model(route.body)
        if route.is_stream:
            return await handler(call, parse_json(body, model))
        return await handler(call, await parse_hive(request, body, model))

    def _model(self, reference: str) -> type[BaseModel]:
        found = self._models.get(reference)
        if found is None:
            module, _, name = reference.partition(":")
            found = self._models[reference] = getattr(import_module(module), name)
        return found

    def _failure(self, error: Exception, request_id: str) -> HTTPError:
        failure = from_exception(error)
        if failure is not None:
            return failure
        self._journal.write(
            "error",
            "unforeseen error",
            request_id=request_id,
            error=type(error).__name__,
            where=_where(error),
        )
        return HTTPError(500, -1, "internal error")

    def _log(
        self, request: Request, operation: str, status: int, started: int, request_id: str
    ) -> None:
        self._journal.plain(
            "info" if status < 500 else "error",
            operation,
            status,
            f"{request.method} {request.scope['path']}",
            (time.time_ns() - started) / 1_000_000,
            request_id,
        )


def _success(
    route: Route, content: dict[str, Any], status: int, started: int, request_id: str
) -> JSONAnswer:
    if not route.path.startswith("/api/v2/"):
        content = with_text_times(content)
    if route.access != "public":
        content["duration"] = duration(started, time.time_ns())
    return JSONAnswer(content, status, request_id)


def _header(request: Request, name: bytes) -> str:
    """ASGI gives header names in lower case."""
    for key, value in request.scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return ""


def _request_id(request: Request) -> str:
    return _header(request, b"x-client-request-id")[:100] or f"{getrandbits(64):016x}"


@lru_cache(maxsize=1024)
def _query(raw: bytes) -> Mapping[str, str]:
    """A server-side client sends the same one with every call."""
    return dict(parse_qsl(raw.decode("latin-1"), keep_blank_values=True, max_num_fields=100))


def _where(error: BaseException) -> list[str]:
    """Files and lines only: values may be secrets or what somebody posted."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno}" for frame in frames]
