"""The public port: finds a request's function by the route table and hands the request over."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from common.configuration.context import now
from common.http.errors import HTTPError
from common.http.logging import FunctionLogger
from common.http.matching import Matcher
from common.http.requests import request_id
from common.http.responses import JSONResponse
from common.http.routes import DEFAULT_DIALECT, ROUTES
from infra.local.health import StoreHealth

HEALTH = "/healthz"


class Gateway:
    """`is_up` says whether messages are being consumed; the port opens after the apps are built.
    The server opens WebSockets on their one path alone.
    """

    def __init__(
        self,
        apps: Mapping[str, ASGIApp],
        is_up: Callable[[], bool],
        store: StoreHealth,
        logger: FunctionLogger,
        sockets: ASGIApp | None = None,
    ) -> None:
        self._apps = apps
        self._is_up = is_up
        self._store = store
        self._logger = logger
        self._sockets = sockets
        self._matcher = Matcher(ROUTES)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        # Not a coroutine itself, so that the function's app is awaited by the server directly.
        if scope["type"] == "websocket":
            assert self._sockets is not None
            return self._sockets(scope, receive, send)
        path = scope["raw_path"].decode("latin-1")
        method = scope["method"]
        found = self._matcher.find(method, path)
        if found is not None:
            return self._apps[found[0].function](scope, receive, send)
        if path == HEALTH:
            return self._answer_health(scope, receive, send)
        methods = self._matcher.methods(path)
        if methods and method == "OPTIONS":
            return self._apps[self._function(path, methods)](scope, receive, send)
        return self._refuse(scope, path, methods, receive, send)

    def _function(self, path: str, methods: list[str]) -> str:
        found = self._matcher.find(methods[0], path)
        assert found is not None
        return found[0].function

    async def _answer_health(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] in ("GET", "HEAD"):
            up, store = self._is_up(), await self._store.state()
            well = up and store == "ok"
            content = {
                "status": "ok" if well else "unavailable",
                "worker": "up" if up else "down",
                "store": store,
                "functions": sorted(self._apps),
            }
            response: Response = JSONResponse(content, 200 if well else 503, request_id(scope))
        else:
            error = HTTPError(405, 4, "use GET for this path", headers={"allow": "GET, HEAD"})
            response = DEFAULT_DIALECT.failure(error, scope["method"], now(), request_id(scope))
        await response(scope, receive, send)

    async def _refuse(
        self, scope: Scope, path: str, methods: list[str], receive: Receive, send: Send
    ) -> None:
        started, id = now(), request_id(scope)
        response = _refusal(scope, methods, started, id)
        await response(scope, receive, send)
        milliseconds = (time.time_ns() - started) / 1_000_000
        request = f"{scope['method']} {path}"
        self._logger.access(
            logging.INFO, scope["method"], response.status_code, request, milliseconds, id
        )


def _refusal(scope: Scope, methods: list[str], started: int, id: str) -> Response:
    error = HTTPError(404, 16, "no such endpoint")
    if methods:
        allow = ", ".join(methods)
        error = HTTPError(405, 4, f"use {allow} for this path", headers={"allow": allow})
    return DEFAULT_DIALECT.failure(error, scope["method"], started, id)
