"""Every function under the real functions framework, behind one port, on one data folder.

This process answers the public port; a child process consumes the queue and runs the schedule.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import uvloop

from common.configuration.context import close_shared_context, shared_context
from common.domain.vault import kept_key
from common.http.logging import open_logger
from common.http.routes import HTTP_FUNCTIONS
from common.http.sockets import Sockets
from common.queue.late import LateQueue
from common.settings import Settings, load_settings, unknown_variables
from infra.framework.loading import load_apps
from infra.local.banner import banner
from infra.local.complaints import TROUBLE, CannotStart, complain, explained
from infra.local.credentials import (
    FIRST_APP,
    Credentials,
    CredentialsError,
    first_credentials,
    set_credentials,
)
from infra.local.folder import FolderInUse, FolderUnusable, lock
from infra.local.gateway import Gateway
from infra.local.health import StoreHealth
from infra.local.logging import open_process_logger
from infra.local.notify import wake_after
from infra.local.serving import SIGNALS, CannotListen, listen, serve
from infra.local.supervision import Worker

DEMO_RECEIVER = "127.0.0.1:8090"

Run = Callable[[Settings, Credentials, socket.socket], Coroutine[Any, Any, None]]


def main() -> int:
    return launch(_run)


def launch(run: Run) -> int:
    """The exit code of a runtime that `run` serves on the listening socket until it is stopped."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        settings = _settings()
        # Held until this process ends.
        lock(settings.data)
        settings = _with_key(settings)
        credentials = first_credentials(settings)
        listener = listen(settings)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(run(settings, credentials, listener))
    except TROUBLE as error:
        return complain(explained(error))
    except (FolderInUse, FolderUnusable, CannotListen, CannotStart, CredentialsError) as error:
        return complain(str(error))
    return 0


def _settings() -> Settings:
    """Leaves in the environment what functions and worker read there."""
    if unknown := unknown_variables(os.environ):
        raise CannotStart(f"no setting has this name: {', '.join(unknown)}")
    os.environ.setdefault("GAVEL_EGRESS_ALLOW", DEMO_RECEIVER)
    folder = load_settings().data.expanduser().absolute()
    os.environ["GAVEL_DATA"] = str(folder)
    return load_settings()


def _with_key(settings: Settings) -> Settings:
    """With the folder's own key where none was given, for the processes and functions of this
    runtime; SQLite's find it by themselves.
    """
    if settings.store == "sqlite" or settings.encryption_key:
        return settings
    os.environ["GAVEL_ENCRYPTION_KEY"] = kept_key(settings.data)
    return load_settings()


async def _run(settings: Settings, credentials: Credentials, listener: socket.socket) -> None:
    if settings.queue != "sqlite":
        command = "run-gcp" if settings.queue == "pubsub" else "run-aws"
        raise CannotStart(f"GAVEL_QUEUE={settings.queue} is for the cloud and `make {command}`")
    logger = open_process_logger("runtime", settings.log_level)
    # First of all, so that both processes load their functions at the same time.
    worker = Worker(logger)
    apps = load_apps(HTTP_FUNCTIONS)
    context = shared_context()
    assert isinstance(context.queue, LateQueue)
    # What cannot be opened is told at once.
    context.queue.open()
    health = StoreHealth(context)
    wake_after(context, worker.wake)
    try:
        await set_credentials(context.store, FIRST_APP, credentials)
        log = open_logger("gateway", settings.log_level)
        gateway = Gateway(apps, lambda: worker.is_up, health, log, Sockets(context))
        greet(listener, settings, credentials)
        await serve(gateway, listener, worker)
    finally:
        close_shared_context()


def greet(
    listener: socket.socket, settings: Settings, credentials: Credentials, *notes: str
) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = f"http://{host}:{listener.getsockname()[1]}"
    show = credentials.new and sys.stderr.isatty()
    print(banner(url, settings, credentials, *notes, show=show), file=sys.stderr, flush=True)
