"""ministack as AWS, started once a test run and ended with it."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os

from infra.aws.local import ministack as servers
from infra.local.servers import ServerMissing

_running = contextlib.ExitStack()
atexit.register(_running.close)


def ministack_missing() -> str | None:
    """Why tests on ministack are to be skipped; never in CI, where they are to fail."""
    if os.environ.get("CI") == "true":
        return None
    try:
        servers.ministack_command()
    except ServerMissing as error:
        return str(error)
    return None


@functools.cache
def ministack(*, authorizing: bool = False) -> str:
    """Its URL; there is one that authorizes beside the one that does not."""
    server = _running.enter_context(servers.ministack(authorizing=authorizing))
    server.wait()
    return f"http://{server.host}"
