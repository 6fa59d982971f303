"""The child process: the queue functions on a port of their own, and the schedule.

The port is the loopback's, which every user of this machine reaches. The emulator signs no tokens,
so the path that it pushes to begins with a secret of this start.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import Awaitable, Iterator, Mapping
from hmac import compare_digest

import uvicorn
import uvloop
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from common.configuration.context import close_shared_context
from common.http.logging import FunctionLogger
from common.http.push_identity import IN_PROCESS
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.settings import Settings, load_settings
from infra.framework.loading import load_apps
from infra.gcp.local.emulators import FIRESTORE, PUBSUB
from infra.local.logging import open_process_logger
from infra.local.serving import server_config
from infra.local.supervised import first_end, listen, stop_event, sweep, take_channel, tell_ready

SECRET = "GAVEL_LOCAL_PUSH_SECRET"
"""Where the parent leaves it; no setting, for it is made at every start."""
_POLL_SECONDS = 0.05


class Functions:
    """Each queue function under the secret and its name, as the platform has each at an address of
    its own.
    """

    def __init__(self, apps: Mapping[str, ASGIApp], secret: str) -> None:
        self._apps = apps
        self._secret = secret.encode()

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        _, _, rest = scope["path"].partition("/")
        secret, _, name = rest.partition("/")
        is_known = compare_digest(secret.encode("utf-8", "replace"), self._secret)
        app = self._apps.get(name) if is_known else None
        if app is None:
            return Response("no such function", 404)(scope, receive, send)
        return app({**scope, IN_PROCESS: True}, receive, send)


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the worker's affair."""
        yield


def main() -> None:
    channel = take_channel(sys.argv[1])
    listener = socket.socket(fileno=int(sys.argv[2]))
    settings = load_settings()
    logger = open_process_logger("worker", settings.log_level)
    apps = load_apps((*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_work(channel, listener, apps, settings, logger))


async def _work(
    channel: socket.socket,
    listener: socket.socket,
    apps: Mapping[str, ASGIApp],
    settings: Settings,
    logger: FunctionLogger,
) -> None:
    stopping = stop_event()
    queue = {name: apps[name] for name in QUEUE_FUNCTIONS}
    server = _Server(server_config(Functions(queue, os.environ[SECRET])))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    others = [
        asyncio.create_task(_run_schedule(channel, apps["sweep"], settings.sweep_interval, logger)),
        asyncio.create_task(listen(channel, lambda _: None)),
    ]
    await first_end(stopping, [serving, *others])
    server.should_exit = True
    await serving
    # The server has broken off what was too slow; a callback's claim is given back even then.
    await asyncio.gather(*server.server_state.tasks, return_exceptions=True)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    close_shared_context()


async def _run_schedule(
    channel: socket.socket, app: ASGIApp, interval: float, logger: FunctionLogger
) -> None:
    for kind in (PUBSUB, FIRESTORE):
        if address := os.environ.get(kind.variable):
            await _until_it_answers(address)
    tell_ready(channel)
    await sweep(app, interval, logger)


async def _until_it_answers(address: str) -> None:
    """Google's clients, once refused, try again after seconds only."""
    host, _, port = address.rpartition(":")
    while True:
        try:
            _, writer = await asyncio.open_connection(host, int(port))
        except OSError:
            await asyncio.sleep(_POLL_SECONDS)
        else:
            writer.close()
            return


if __name__ == "__main__":
    main()
