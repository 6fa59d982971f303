"""The local runtime with ministack, or what AWS_ENDPOINT_URL names, as DynamoDB and SQS.

This process starts ministack, makes table and queues and answers the public port; a child process
receives the messages and runs the schedule.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Iterator

from common.configuration.context import close_shared_context, shared_context
from common.http.logging import open_logger
from common.http.routes import HTTP_FUNCTIONS
from common.http.sockets import Sockets
from common.settings import Settings
from infra.aws.local.ministack import ACCOUNT, ENDPOINT, ministack, variables
from infra.aws.table import table_definition
from infra.framework.loading import load_apps
from infra.local.complaints import CannotStart
from infra.local.credentials import FIRST_APP, Credentials, set_credentials
from infra.local.gateway import Gateway
from infra.local.health import StoreHealth
from infra.local.logging import open_process_logger
from infra.local.runtime import greet, launch
from infra.local.servers import Server, ServerMissing
from infra.local.serving import serve
from infra.local.supervision import Worker
from infra.local.worker import topics

_LOG = "ministack.log"
_DEFAULTS = {
    "GAVEL_STORE": "dynamodb",
    # The host is not looked at: botocore calls what AWS_ENDPOINT_URL says.
    "GAVEL_SQS_URL": f"http://localhost/{ACCOUNT}/gavel-",
    # As soon as anything: nothing else runs here.
    "GAVEL_SWEEP_INTERVAL": "1",
    "GAVEL_SWEEP_GRACE": "0",
}


def main() -> int:
    os.environ["GAVEL_QUEUE"] = "sqs"
    for name, value in _DEFAULTS.items():
        os.environ[name] = os.environ.get(name) or value
    return launch(_run)


async def _run(settings: Settings, credentials: Credentials, listener: socket.socket) -> None:
    try:
        with _aws(settings) as server:
            await _run_on(server, settings, credentials, listener)
    except ServerMissing as error:
        raise CannotStart(str(error)) from None


async def _run_on(
    server: Server | None, settings: Settings, credentials: Credentials, listener: socket.socket
) -> None:
    logger = open_process_logger("runtime", settings.log_level)
    # Before anything is waited for: both processes load while ministack starts.
    worker = Worker(logger, "infra.aws.local.worker")
    apps = load_apps(HTTP_FUNCTIONS)
    try:
        await asyncio.to_thread(_prepare, server, settings)
        health = StoreHealth(shared_context())
        await set_credentials(shared_context().store, FIRST_APP, credentials)
        gateway = Gateway(
            apps,
            lambda: worker.is_up and (server is None or server.is_up),
            health,
            open_logger("gateway", settings.log_level),
            Sockets(shared_context()),
        )
        greet(listener, settings, credentials, *_notes(server, settings))
        await serve(gateway, listener, worker)
    finally:
        close_shared_context()


@contextlib.contextmanager
def _aws(settings: Settings) -> Iterator[Server | None]:
    """ministack, unless the environment names another; it names ministack afterwards."""
    endpoint = os.environ.get(ENDPOINT)
    if endpoint:
        os.environ.update(variables(endpoint))
        yield None
        return
    with ministack(settings.data / _LOG) as server:
        os.environ.update(variables(f"http://{server.host}"))
        yield server


def _prepare(server: Server | None, settings: Settings) -> None:
    # botocore takes a tenth of a second to load, in which ministack starts.
    from infra.aws.local.resources import open_resources

    if server is not None:
        server.wait()
    assert settings.sqs_url is not None
    with open_resources() as resources:
        if settings.store == "dynamodb":
            resources.create_table(table_definition(settings.dynamodb_table))
        seconds = {topic.name: topic.seconds for topic in topics(settings)}
        resources.create_queues(settings.sqs_url, seconds)


def _notes(server: Server | None, settings: Settings) -> list[str]:
    notes = [
        f"AWS at {os.environ[ENDPOINT]}: table {settings.dynamodb_table},"
        f" queues {settings.sqs_url}….",
        f"Dead letters wait in the queue {settings.sqs_url}dead.",
    ]
    return notes if server is None else [*notes, "What ministack holds is gone when it stops."]
