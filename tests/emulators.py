"""Google's own emulators, started once a test run and ended with it."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os

from infra.gcp.local.emulators import FIRESTORE, PUBSUB, Kind, command, started
from infra.local.servers import ServerMissing

_running = contextlib.ExitStack()
atexit.register(_running.close)


def firestore_missing() -> str | None:
    """Why tests on Firestore are to be skipped; never in CI, where they are to fail."""
    return _missing(FIRESTORE)


def pubsub_missing() -> str | None:
    """As `firestore_missing`."""
    return _missing(PUBSUB)


def firestore_emulator() -> str:
    """Its host and port."""
    return _emulator(FIRESTORE)


def pubsub_emulator() -> str:
    """Its host and port."""
    return _emulator(PUBSUB)


@functools.cache
def _missing(kind: Kind) -> str | None:
    if os.environ.get("CI") == "true":
        return None
    try:
        command(kind)
    except ServerMissing as error:
        return str(error)
    return None


@functools.cache
def _emulator(kind: Kind) -> str:
    (emulator,) = _running.enter_context(started(kind))
    emulator.server.wait()
    return emulator.server.host
