"""The public port's server, from listening to the signal that stops it."""

from __future__ import annotations

import asyncio
import signal
import socket
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from common.http.sockets import MOST_BYTES
from common.settings import Settings
from infra.local.connections import Connection
from infra.local.supervision import Worker

SIGNALS = (signal.SIGTERM, signal.SIGINT)
_STOP_SECONDS = 10
_KEEP_ALIVE_SECONDS = 75


class CannotListen(Exception):
    """The port cannot be had."""


class _Server(uvicorn.Server):
    """Tells the worker to stop at the signal, so that both finish their work side by side."""

    def __init__(self, config: uvicorn.Config, worker: Worker) -> None:
        super().__init__(config)
        self._worker = worker

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._worker.stop()
        super().handle_exit(sig, frame)


def listen(settings: Settings) -> socket.socket:
    address = (settings.host, settings.port)
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        return socket.create_server(address, family=family, backlog=2048)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotListen(
            f"cannot listen on {settings.host}:{settings.port}: {reason}; set PORT or GAVEL_HOST"
        ) from None


def server_config(
    app: ASGIApp, connection: type[Connection] = Connection, *, has_sockets: bool = False
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=connection,
        ws="websockets-sansio" if has_sockets else "none",
        ws_max_size=MOST_BYTES,
        ws_per_message_deflate=False,
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        headers=[("server", "gavel")],
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )


async def serve(app: ASGIApp, listener: socket.socket, worker: Worker) -> None:
    """Returns when a signal has stopped the server and the worker has ended."""
    supervising = asyncio.create_task(worker.supervise())
    server = _Server(server_config(app, has_sockets=True), worker)
    # The server takes the signals over a moment later, and raises the one that stopped it once more
    # when it has stopped.
    for number in SIGNALS:
        signal.signal(number, server.handle_exit)
    await server.serve(sockets=[listener])
    worker.stop()
    await supervising
