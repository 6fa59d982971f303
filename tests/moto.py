"""moto as AWS, started once a test run and ended with it."""

from __future__ import annotations

import atexit
import contextlib
import functools
import sys

from infra.local.servers import started

_running = contextlib.ExitStack()
atexit.register(_running.close)


@functools.cache
def moto() -> str:
    """Its URL."""
    command = [sys.executable, "-m", "tests.moto_server", "{port}"]
    server = _running.enter_context(started("moto server", command))
    server.wait()
    return f"http://{server.host}"
