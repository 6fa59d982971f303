"""The public port: finds a request's function by the route table and hands the request over."""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
from starlette.types import ASGIApp, Receive, Scope, Send

from common.http.errors import HTTPError, error_body
from common.http.journal import Journal
from common.http.matching import Matcher
from common.http.routes import ROUTES
from common.http.times import duration

HEALTH = "/healthz"


class Gateway:
    """`is_up` says whether messages are being consumed; the port opens after the apps are built."""

    def __init__(
        self, apps: Mapping[str, ASGIApp], is_up: Callable[[], bool], journal: Journal
    ) -> None:
        self._apps = apps
        self._is_up = is_up
        self._journal = journal
        self._matcher = Matcher(ROUTES)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        # Not a coroutine itself, so that the function's app is awaited by the server directly.
        path = scope["raw_path"].decode("latin-1")
        method = scope["method"]
        found = self._matcher.find(method, path)
        if found is not None:
            return self._apps[found[0].function](scope, receive, send)
        if path == HEALTH:
            return self._answer_health(method, send)
        methods = self._matcher.methods(path)
        if methods and method == "OPTIONS":
            return self._apps[self._function(path, methods)](scope, receive, send)
        return self._refuse(scope, path, methods, send)

    def _function(self, path: str, methods: list[str]) -> str:
        found = self._matcher.find(methods[0], path)
        assert found is not None
        return found[0].function

    async def _answer_health(self, method: str, send: Send) -> None:
        up = self._is_up()
        content = {
            "status": "ok" if up else "unavailable",
            "worker": "up" if up else "down",
            "functions": sorted(self._apps),
        }
        if method in ("GET", "HEAD"):
            await _answer(send, 200 if up else 503, content, {})
            return
        error = HTTPError(405, 4, "use GET for this path", headers={"allow": "GET, HEAD"})
        await _answer(send, 405, error_body(error, method, "0.00ms"), error.headers)

    async def _refuse(self, scope: Scope, path: str, methods: list[str], send: Send) -> None:
        started = time.time_ns()
        error = HTTPError(404, 16, "no such endpoint")
        if methods:
            allow = ", ".join(methods)
            error = HTTPError(405, 4, f"use {allow} for this path", headers={"allow": allow})
        request_id = _request_id(scope)
        headers = {**error.headers, "x-request-id": request_id}
        method = scope["method"]
        took = duration(started, time.time_ns())
        await _answer(send, error.status, error_body(error, method, took), headers)
        if self._journal.enabled("info"):
            milliseconds = (time.time_ns() - started) / 1_000_000
            request = f"{method} {path}"
            self._journal.plain("info", method, error.status, request, milliseconds, request_id)


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-client-request-id":
            return str(value[:100].decode("latin-1")) or secrets.token_hex(8)
    return secrets.token_hex(8)


async def _answer(
    send: Send, status: int, content: dict[str, Any], headers: Mapping[str, str]
) -> None:
    body = orjson.dumps(content)
    fields = {
        "content-type": "application/json",
        "content-length": str(len(body)),
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "x-request-id, retry-after",
        **headers,
    }
    encoded = [(name.encode(), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": body})
