"""The child process: gives SQS's messages to the queue functions and runs the schedule."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Iterable, Mapping

import uvloop
from starlette.types import ASGIApp

from common.configuration.context import close_shared_context
from common.http.logging import FunctionLogger
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.settings import Settings, load_settings
from infra.aws.local.source import SqsSource
from infra.framework.loading import load_apps
from infra.local.logging import open_process_logger
from infra.local.supervised import first_end, listen, stop_event, sweep, take_channel
from infra.local.worker import consume, consumers_of


def main() -> None:
    channel = take_channel(sys.argv[1])
    settings = load_settings()
    logger = open_process_logger("worker", settings.log_level)
    apps = load_apps((*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_work(channel, apps, settings, logger))


async def _work(
    channel: socket.socket, apps: Mapping[str, ASGIApp], settings: Settings, logger: FunctionLogger
) -> None:
    source = SqsSource(settings.sqs_url or "")
    consumers = consumers_of(source, apps, settings, logger)
    if await _are_there(channel, source, consumers):
        schedule = sweep(apps["sweep"], settings.sweep_interval, logger)
        await consume(channel, consumers, schedule)
    source.close()
    close_shared_context()


async def _are_there(channel: socket.socket, source: SqsSource, topics: Iterable[str]) -> bool:
    """The parent makes the queues while this process loads. False when it ends before."""
    stopping = stop_event()
    waiting = asyncio.create_task(source.wait_for(topics))
    listening = asyncio.create_task(listen(channel, lambda _: None))
    await first_end(stopping, [waiting, listening])
    listening.cancel()
    return not waiting.cancel()


if __name__ == "__main__":
    main()
