"""The adapter: makes one framework function of plain handlers.

A handler is `async def handler(call: Call, body: Model) -> Answer | Reply` (no `body` where the
route has none). It raises what it refuses; it knows neither the framework nor the server. What
differs from vendor to vendor is the dialect's of the route.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import functions_framework.aio
from starlette.responses import Response

from common.configuration.context import Context, now, shared_context
from common.domain.not_in_effect import not_in_effect
from common.http.auth import Authenticator, Caller
from common.http.bodies import read_body
from common.http.call import Call
from common.http.dialects.dialect import ACTING, Dialect
from common.http.errors import UNKNOWN, HTTPError, from_exception, storage_trouble
from common.http.logging import open_logger
from common.http.matching import Matcher
from common.http.people import people, people_of_path
from common.http.rate_limits import RateLimiter, platform_of
from common.http.references import named
from common.http.requests import header, query, request_id
from common.http.responses import JSONResponse, Reply, unshaped
from common.http.routes import DEFAULT_DIALECT, ROUTES
from common.http.routes.route import Route
from common.moderation.users import erased
from common.settings import load_settings

if TYPE_CHECKING:
    from pydantic import BaseModel
    from starlette.requests import Request
    from starlette.types import Scope

Answer = Mapping[str, object]
Handler = Callable[..., Awaitable[Answer | Reply]]
_MAX_URL = 8_192
_PREFLIGHT = (
    ("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS"),
    ("access-control-allow-headers", "*, authorization"),
    ("access-control-max-age", "86400"),
)


def http_function(name: str, **handlers: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The framework function `name`; each handler is named like its route's operation."""
    function = HTTPFunction(name, handlers)

    async def entry(request: Request) -> Response:
        return await function.respond(request)

    entry.__name__ = entry.__qualname__ = name
    functions_framework.aio.http(entry)
    return entry


class HTTPFunction:
    def __init__(
        self, name: str, handlers: Mapping[str, Handler], table: Sequence[Route] = ROUTES
    ) -> None:
        routes = [route for route in table if route.function == name]
        missing = {route.operation for route in routes} ^ set(handlers)
        if missing:
            raise LookupError(f"{name}: routes and handlers differ in {sorted(missing)}")
        self._handlers = handlers
        self._matcher = Matcher(routes)
        self._context: Context | None = None
        self._logger = open_logger(name, load_settings().log_level)

    async def respond(self, request: Request) -> Response:
        started = now()
        id = request_id(request.scope)
        operation = method = request.method
        dialect: Dialect = DEFAULT_DIALECT
        logged: str = request.scope["path"]
        limits: list[tuple[str, str]] = []
        try:
            if method == "OPTIONS":
                return JSONResponse({}, 200, id, _PREFLIGHT)
            route, path = self._route(request)
            operation, dialect = route.operation, route.dialect
            logged = route.path if "token" in path else logged
            _check_length(request.scope)
            answer = await self._answer(request, route, path, started, id, limits)
            response = _response(answer, route, started, id)
        except Exception as error:
            response = dialect.failure(self._failure(error, id), operation, started, id)
        for header_name, value in limits:
            response.raw_headers.append((header_name.encode(), value.encode()))
        status = response.status_code
        level = logging.INFO if status < 500 else logging.ERROR
        if self._logger.isEnabledFor(level):
            took = (time.time_ns() - started) / 1_000_000
            line = f"{method} {logged}"
            self._logger.access(level, operation, status, line, took, id)
        return response

    def _route(self, request: Request) -> tuple[Route, dict[str, str]]:
        scope = request.scope
        raw = scope.get("raw_path") or request.url.path.encode()
        path = raw.partition(b"?")[0].decode("latin-1")
        found = self._matcher.find(scope["method"], path)
        if found is not None:
            return found
        methods = self._matcher.methods(path)
        if methods:
            allow = ", ".join(methods)
            raise HTTPError(405, 4, f"use {allow} for this path", headers={"allow": allow})
        raise HTTPError(404, 16, "no such endpoint")

    async def _answer(
        self,
        request: Request,
        route: Route,
        path: dict[str, str],
        started: int,
        id: str,
        limits: list[tuple[str, str]],
    ) -> Answer | Reply:
        """Adds to `limits` the headers that tell the caller's rate limit."""
        context = self._context
        if context is None:
            context = self._context = shared_context()
        sent = query(request.scope)
        caller = Caller("")
        if route.access != "public":
            caller = await route.dialect.caller(request, context)
            await context.one(Authenticator).authorize(
                caller, route.access, route.right, route.unrestricted
            )
            platform = platform_of(caller, header(request.scope, b"x-stream-client"))
            limiter = context.one(RateLimiter)
            standing = await limiter.take(caller, route.limited_as, platform, started)
            limits += standing.headers() if standing else ()
        side = "server" if caller.user_id is None else "client"
        call = Call(context, caller.app, side, started, id, caller.user_id, path, role=caller.role)
        call.signed_in, call.visit = caller.signed_in, route.dialect.visit(request, context)
        asked: list[BaseModel] = []
        parameters = _parameters(route, sent, caller)
        if route.query or parameters:
            call.query = _read_query(route, parameters)
            asked.append(call.query)
        bodies: list[BaseModel] = []
        if route.body is not None:
            body = await read_body(request, context.settings.max_body)
            bodies.append(await route.dialect.read(request, body, named(route.body)))
        asked += bodies
        if route.refuses_erased and await erased.are_refused(context, caller.app):
            await _refuse_erased(context, route, path, caller, asked)
        answer = await self._handlers[route.operation](call, *bodies)
        return _naming(asked, answer, call.left_out)

    def _failure(self, error: Exception, id: str) -> HTTPError:
        failure = from_exception(error)
        if failure is not None:
            if cause := storage_trouble(error):
                text = f"{type(error).__name__}: {error}"
                self._logger.error("storage trouble", request_id=id, cause=cause, error=text)
            return failure
        self._logger.error("unforeseen error", request_id=id, exc_info=error)
        return HTTPError(500, -1, "internal error")


async def _refuse_erased(
    context: Context,
    route: Route,
    path: Mapping[str, str],
    caller: Caller,
    asked: Sequence[BaseModel],
) -> None:
    named, about = people(caller.user_id, asked), people_of_path(route, path)
    is_going_on = route.erased_ids == "until_done"
    if route.erased_ids != "taken":
        await erased.check(context, caller.app, about, until_done=is_going_on)
    await erased.check(context, caller.app, named)


def _check_length(scope: Scope) -> None:
    path = scope.get("raw_path") or scope["path"].encode()
    if len(path.partition(b"?")[0]) + len(scope.get("query_string", b"")) > _MAX_URL:
        raise HTTPError(414, 4, f"the URL is longer than {_MAX_URL} characters")


def _parameters(route: Route, sent: Mapping[str, str], caller: Caller) -> Mapping[str, str]:
    """What the route's own query has means what that says, whatever it is elsewhere; but who acts
    is the dialect's to check on every route.
    """
    known = _fields(route.query) if route.query else frozenset()
    own = {name: value for name, value in sent.items() if name in known}
    kept = own.keys() if route.about_user else own.keys() - {ACTING}
    others = {name: value for name, value in sent.items() if name not in kept}
    return {**route.dialect.parameters_of(others, caller), **own}


@cache
def _fields(model: str) -> frozenset[str]:
    return frozenset(named(model).model_fields)


def _read_query(route: Route, parameters: Mapping[str, str]) -> BaseModel:
    if route.query and not parameters:
        return _without_parameters(route.query)
    if route.query:
        read: BaseModel = named(route.query).model_validate(parameters)
        return read
    fields = dict.fromkeys(parameters, UNKNOWN)
    raise HTTPError(400, 4, f"{next(iter(fields))} {UNKNOWN}", fields=fields)


@cache
def _without_parameters(model: str) -> BaseModel:
    """What most calls ask: one for all of them, which is frozen."""
    read: BaseModel = named(model).model_validate({})
    return read


def _naming(
    asked: Sequence[BaseModel], answer: Answer | Reply, others: Sequence[str]
) -> Answer | Reply:
    """The answer, in which stands what the request asked for and Gavel does not do: of any such
    request, and `others` of this one.
    """
    fields = [field for each in asked for field in not_in_effect(each)]
    fields += [field for field in others if field not in fields]
    if not fields or isinstance(answer, Reply):
        return answer
    return {**answer, "not_in_effect": fields}


def _response(answer: Answer | Reply, route: Route, started: int, id: str) -> Response:
    status = route.success_status
    if not isinstance(answer, Reply):
        return route.dialect.success(answer, status, started, id)
    status = answer.status or status
    if isinstance(answer.content, Mapping):
        return route.dialect.success(answer.content, status, started, id, answer.headers)
    return unshaped(answer, status, id)
