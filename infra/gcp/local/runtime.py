"""The local runtime with Google's emulators as store and queue.

This process starts the emulators and answers the public port; a child process serves the queue
functions on a port that the subscriptions push to, and runs the schedule.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
from collections.abc import Iterator

from common.configuration.context import close_shared_context, shared_context
from common.http.logging import open_logger
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS
from common.http.sockets import Sockets
from common.settings import Settings
from infra.framework.loading import load_apps
from infra.gcp.local.emulators import FIRESTORE, PUBSUB, Emulator, started
from infra.gcp.local.worker import SECRET
from infra.local.complaints import CannotStart
from infra.local.credentials import FIRST_APP, Credentials, set_credentials
from infra.local.gateway import Gateway
from infra.local.health import StoreHealth
from infra.local.logging import open_process_logger
from infra.local.runtime import greet, launch
from infra.local.servers import ServerMissing
from infra.local.serving import serve
from infra.local.supervision import Worker
from infra.local.worker import topics

_LOG = "emulators.log"
_ACK_MARGIN = 5.0
_DEFAULTS = {
    "GAVEL_STORE": "firestore",
    "GAVEL_GOOGLE_PROJECT": "demo-gavel",
    # The sweep is what wakes the next attempt of a delivery: no emulator has Cloud Tasks.
    "GAVEL_SWEEP_INTERVAL": "1",
    "GAVEL_SWEEP_GRACE": "0",
}


def main() -> int:
    os.environ["GAVEL_QUEUE"] = "pubsub"
    for name, value in _DEFAULTS.items():
        os.environ[name] = os.environ.get(name) or value
    return launch(_run)


async def _run(settings: Settings, credentials: Credentials, listener: socket.socket) -> None:
    try:
        with _emulators(settings) as emulators, socket.create_server(("127.0.0.1", 0)) as functions:
            await _run_on(emulators, functions, settings, credentials, listener)
    except ServerMissing as error:
        raise CannotStart(str(error)) from None


async def _run_on(
    emulators: list[Emulator],
    functions: socket.socket,
    settings: Settings,
    credentials: Credentials,
    listener: socket.socket,
) -> None:
    logger = open_process_logger("runtime", settings.log_level)
    secret = os.environ[SECRET] = secrets.token_urlsafe(24)
    # Before anything is waited for: both processes load while the emulators start.
    worker = Worker(logger, "infra.gcp.local.worker", [functions])
    apps = load_apps(HTTP_FUNCTIONS)
    url = f"http://127.0.0.1:{functions.getsockname()[1]}/{secret}"
    try:
        await asyncio.to_thread(_prepare, emulators, settings, url)
        health = StoreHealth(shared_context())
        await set_credentials(shared_context().store, FIRST_APP, credentials)
        log = open_logger("gateway", settings.log_level)
        sockets = Sockets(shared_context())
        gateway = Gateway(apps, lambda: _is_up(worker, emulators), health, log, sockets)
        greet(listener, settings, credentials, *_notes(settings))
        await serve(gateway, listener, worker)
    finally:
        close_shared_context()


@contextlib.contextmanager
def _emulators(settings: Settings) -> Iterator[list[Emulator]]:
    """Those that are needed and that the environment does not name; it names them afterwards."""
    kinds = [PUBSUB, FIRESTORE] if settings.store == "firestore" else [PUBSUB]
    missing = [kind for kind in kinds if not os.environ.get(kind.variable)]
    with started(*missing, log=settings.data / _LOG) as emulators:
        for emulator in emulators:
            os.environ[emulator.kind.variable] = emulator.server.host
        yield emulators


def _prepare(emulators: list[Emulator], settings: Settings, url: str) -> None:
    # Google's library takes half a second to load, in which the emulators start.
    from infra.gcp.local.topics import open_topics

    for emulator in emulators:
        emulator.server.wait()
    assert settings.google_project is not None
    seconds = {topic.name: topic.seconds for topic in topics(settings)}
    with open_topics(settings.google_project, settings.topic_prefix) as created:
        created.create_dead_letters()
        for name in QUEUE_FUNCTIONS:
            created.create(name, f"{url}/{name}", seconds[name] + _ACK_MARGIN)


def _is_up(worker: Worker, emulators: list[Emulator]) -> bool:
    return worker.is_up and all(each.server.is_up for each in emulators)


def _notes(settings: Settings) -> list[str]:
    pubsub, firestore = os.environ[PUBSUB.variable], os.environ.get(FIRESTORE.variable)
    kept = f"Firestore {firestore} and " if settings.store == "firestore" else ""
    return [
        f"Google's emulators, project {settings.google_project}: {kept}Pub/Sub {pubsub}.",
        "What they hold is gone when they stop.",
        f"Dead letters wait in the subscription {settings.topic_prefix}dead.",
        "No emulator delays messages: the sweep wakes the next attempt of a callback, up to"
        f" {settings.sweep_grace + settings.sweep_interval:g} s late (GAVEL_SWEEP_INTERVAL).",
    ]
