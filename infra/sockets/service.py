"""The WebSocket alone, for clouds whose functions cannot hold one: a process that stays.

It reads and writes users in the store that the functions use, and publishes nothing.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import uvicorn
import uvloop
from starlette.responses import JSONResponse, Response

from common.configuration.context import close_shared_context, now, shared_context
from common.http.errors import HTTPError
from common.http.requests import request_id
from common.http.routes import DEFAULT_DIALECT
from common.http.sockets import PATH, Sockets
from common.settings import Settings, load_settings, unknown_variables
from infra.local.complaints import TROUBLE, CannotStart, complain, explained
from infra.local.logging import open_process_logger
from infra.local.serving import SIGNALS, CannotListen, listen, server_config

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HEALTH = "/healthz"


class Service:
    """`sockets`, and the health check of whoever keeps the process running. A store that fails is
    no reason to start it anew, so health does not ask the store.
    """

    def __init__(self, sockets: ASGIApp) -> None:
        self._sockets = sockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._sockets(scope, receive, send)
        else:
            await _answer(scope)(scope, receive, send)


def _answer(scope: Scope) -> Response:
    path, method = scope["path"], scope["method"]
    if path == HEALTH and method in ("GET", "HEAD"):
        return JSONResponse({"status": "ok"})
    error = HTTPError(404, 16, "no such endpoint")
    if path == HEALTH:
        error = HTTPError(405, 4, "use GET for this path", headers={"allow": "GET, HEAD"})
    elif path == PATH:
        error = HTTPError(426, 4, "open a WebSocket here", headers={"upgrade": "websocket"})
    return DEFAULT_DIALECT.failure(error, method, now(), request_id(scope))


def main() -> int:
    """The exit code, once a signal has stopped it."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        settings = _settings()
        open_process_logger("sockets", settings.log_level)
        listener = listen(settings)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_serve(listener))
    except TROUBLE as error:
        return complain(explained(error))
    except (CannotListen, CannotStart) as error:
        return complain(str(error))
    return 0


def _settings() -> Settings:
    if unknown := unknown_variables(os.environ):
        raise CannotStart(f"no setting has this name: {', '.join(unknown)}")
    settings = load_settings()
    if settings.store == "sqlite":
        raise CannotStart("GAVEL_STORE=sqlite: the local runtime has a WebSocket of its own")
    return settings


async def _serve(listener: socket.socket) -> None:
    app = Service(Sockets(shared_context()))
    try:
        await uvicorn.Server(server_config(app, has_sockets=True)).serve(sockets=[listener])
    finally:
        close_shared_context()
