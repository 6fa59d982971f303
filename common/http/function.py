"""The adapter: makes one framework function of plain handlers.

A handler is `async def handler(call: Call, body: Model) -> dict` (no `body` where the route has
none). It raises what it refuses; it knows neither the framework nor the server.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import functions_framework.aio
import orjson
from starlette.responses import Response

from common.http.auth import Authenticator, Caller
from common.http.bodies import parse_hive, parse_json, read_body
from common.http.call import Call
from common.http.errors import HTTPError, error_body, from_exception
from common.http.journal import Journal
from common.http.matching import Matcher
from common.http.routes import ROUTES, Route
from common.http.times import duration, with_text_times
from common.moderation.context import Context, shared_context

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request

Handler = Callable[..., Awaitable[dict[str, Any]]]
_MAX_URL = 8_192
_BASE_HEADERS = {
    "content-type": "application/json",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "x-request-id, retry-after",
}
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
        self._name = name
        self._handlers = handlers
        self._matcher = Matcher(routes)
        self._models: dict[str, type[BaseModel]] = {}
        self._context: Context | None = None
        self._authenticator: Authenticator | None = None
        self._journal = Journal(name)

    async def answer(self, request: Request) -> Response:
        started = time.time_ns()
        headers = request.headers
        request_id = headers.get("x-client-request-id", "")[:100] or secrets.token_hex(8)
        operation = request.method
        try:
            if request.method == "OPTIONS":
                return _json({}, 200, request_id, _PREFLIGHT)
            route, path = self._route(request)
            operation = route.operation
            content = await self._handled(request, route, path, started, request_id)
            status = 201 if request.method in ("POST", "PUT") else 200
            response = self._success(route, content, status, started, request_id)
        except Exception as error:
            failure = self._failure(error, request_id)
            status = failure.status
            took = duration(started, time.time_ns())
            content = error_body(failure, operation, took)
            response = _json(content, status, request_id, failure.headers)
        if status >= 500 or self._journal.enabled("info"):
            self._log(request, operation, status, started, request_id)
        return response

    def _open(self) -> tuple[Context, Authenticator]:
        if self._context is None or self._authenticator is None:
            self._context = shared_context()
            self._authenticator = Authenticator(self._context)
            self._journal = Journal(self._name, self._context.settings.log_level)
        return self._context, self._authenticator

    def _route(self, request: Request) -> tuple[Route, dict[str, str]]:
        raw = request.scope.get("raw_path") or request.url.path.encode()
        path = raw.partition(b"?")[0].decode("latin-1")
        if len(path) + len(request.scope.get("query_string", b"")) > _MAX_URL:
            raise HTTPError(414, 4, f"the URL is longer than {_MAX_URL} characters")
        found = self._matcher.find(request.method, path)
        if found is not None:
            return found
        methods = self._matcher.methods(path)
        if methods:
            allow = ", ".join(methods)
            raise HTTPError(405, 4, f"use {allow} for this path", headers={"allow": allow})
        raise HTTPError(404, 16, "no such endpoint")

    async def _handled(
        self, request: Request, route: Route, path: dict[str, str], now: int, request_id: str
    ) -> dict[str, Any]:
        context, authenticator = self._open()
        caller = Caller("")
        if route.access != "public":
            query = request.query_params
            caller = await authenticator.caller(request.headers, query, hive=not route.is_stream)
            await authenticator.authorize(caller, route.access)
        call = Call(
            context,
            caller.app,
            "server" if caller.user_id is None else "client",
            now,
            request_id,
            caller.user_id,
            path,
        )
        if route.query:
            call.query = self._model(route.query).model_validate(dict(request.query_params))
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

    def _success(
        self, route: Route, content: dict[str, Any], status: int, started: int, request_id: str
    ) -> Response:
        if not route.path.startswith("/api/v2/"):
            content = with_text_times(content)
        if route.access != "public":
            content["duration"] = duration(started, time.time_ns())
        return _json(content, status, request_id)

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
            f"{request.method} {request.url.path}",
            (time.time_ns() - started) / 1_000_000,
            request_id,
        )


def _json(
    content: dict[str, Any], status: int, request_id: str, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        orjson.dumps(content),
        status,
        {**_BASE_HEADERS, "x-request-id": request_id, **(headers or {})},
    )


def _where(error: BaseException) -> list[str]:
    """Files and lines only: values may be secrets or what somebody posted."""
    import traceback

    return [
        f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
