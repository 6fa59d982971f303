"""Every function under the real functions framework, behind one port, on one data folder.

This process answers the public port; a child process consumes the queue and runs the schedule.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from types import FrameType

import uvicorn
import uvloop
from pydantic import ValidationError

from common.http.journal import Journal
from common.http.routes import HTTP_FUNCTIONS
from common.moderation.context import close_shared_context, shared_context
from common.settings import Settings, load_settings, variable
from infra.local.banner import banner
from infra.local.child import Worker
from infra.local.credentials import (
    FIRST_APP,
    Credentials,
    CredentialsError,
    first_credentials,
    set_credentials,
)
from infra.local.folder import FolderInUse, lock
from infra.local.gateway import Gateway
from infra.local.journaling import open_journal
from infra.local.loading import load_apps
from infra.local.waking import WakingQueue

DEMO_RECEIVER = "127.0.0.1:8090"
_STOP_SECONDS = 10
_KEEP_ALIVE_SECONDS = 75
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


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


def main() -> int:
    for number in _SIGNALS:
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        settings = _settings()
        # Held until this process ends.
        lock(settings.data)
        credentials = first_credentials(settings)
        listener = _listen(settings)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_run(settings, credentials, listener))
    except ValidationError as error:
        return _complain(_explained(error))
    except (FolderInUse, CannotListen, CredentialsError) as error:
        return _complain(str(error))
    return 0


def _settings() -> Settings:
    """Leaves in the environment what functions and worker read there."""
    os.environ.setdefault("GAVEL_EGRESS_ALLOW", DEMO_RECEIVER)
    folder = load_settings().data.expanduser().absolute()
    os.environ["GAVEL_DATA"] = str(folder)
    return load_settings()


def _listen(settings: Settings) -> socket.socket:
    address = (settings.host, settings.port)
    try:
        return socket.create_server(address, backlog=2048)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotListen(
            f"cannot listen on {settings.host}:{settings.port}: {reason}; set PORT or GAVEL_HOST"
        ) from None


async def _run(settings: Settings, credentials: Credentials, listener: socket.socket) -> None:
    journal = open_journal("runtime", settings.log_level)
    # First of all, so that both processes load their functions at the same time.
    worker = Worker(journal)
    apps = load_apps(HTTP_FUNCTIONS)
    context = shared_context()
    context.queue = WakingQueue(context.queue, worker.wake)
    try:
        await set_credentials(context.store, FIRST_APP, credentials)
        gateway = Gateway(apps, lambda: worker.is_up, Journal("gateway", settings.log_level))
        url = f"http://{settings.host}:{listener.getsockname()[1]}"
        print(banner(url, settings, credentials), file=sys.stderr, flush=True)
        await _serve(gateway, listener, worker)
    finally:
        close_shared_context()


async def _serve(gateway: Gateway, listener: socket.socket, worker: Worker) -> None:
    config = uvicorn.Config(
        gateway,
        # By name: with "auto" a missing parser means a silent fall-back to a slow one.
        http="httptools",
        ws="none",
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
    supervising = asyncio.create_task(worker.supervise())
    # The server raises the signal that stopped it once more when it has stopped.
    for number in _SIGNALS:
        signal.signal(number, lambda *_: None)
    await _Server(config, worker).serve(sockets=[listener])
    worker.stop()
    await supervising


def _explained(error: ValidationError) -> str:
    problems = [
        f"{variable(str(problem['loc'][0]))}: {problem['msg']}" for problem in error.errors()
    ]
    return "; ".join(problems)


def _complain(text: str) -> int:
    print(f"gavel: {text}", file=sys.stderr)
    return 1
