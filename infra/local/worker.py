"""The child process: gives messages to the queue functions and runs the schedule."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Coroutine, Iterable, Mapping
from typing import Any

import uvloop
from starlette.types import ASGIApp

from common.configuration.context import close_shared_context, shared_context
from common.http.logging import FunctionLogger
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.queue.late import LateQueue
from common.queue.sqlite.queue import SqliteQueue
from common.settings import Settings, load_settings
from infra.framework.loading import load_apps
from infra.local.complaints import TROUBLE, explained
from infra.local.consuming import Consumer, Topic
from infra.local.logging import open_process_logger
from infra.local.notify import wake_after
from infra.local.source import Source
from infra.local.supervised import (
    STOP_SECONDS,
    first_end,
    listen,
    stop_event,
    sweep,
    take_channel,
    tell_ready,
)


def topics(settings: Settings) -> list[Topic]:
    """A slow receiver or engine fills its own topic and no other."""
    return [
        Topic("enforce", concurrency=32, seconds=10.0),
        # Most wait for a slot (common/delivery/slots.py), which costs next to nothing. With room
        # for few, those that wait for a slow endpoint would keep out the others. A callback may
        # wait as long for its slot as it then takes.
        Topic("deliver", concurrency=512, seconds=2 * settings.callback_timeout + 5.0),
        Topic("scan", concurrency=4, seconds=120.0),
    ]


def main() -> None:
    channel = take_channel(sys.argv[1])
    settings = load_settings()
    logger = open_process_logger("worker", settings.log_level)
    apps = load_apps((*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS))
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_work(channel, apps, settings, logger))
    except TROUBLE as error:
        # The parent starts another one after a while.
        logger.error("the worker cannot go on", error=explained(error))
        sys.exit(1)


async def _work(
    channel: socket.socket, apps: Mapping[str, ASGIApp], settings: Settings, logger: FunctionLogger
) -> None:
    context = shared_context()
    late = context.queue
    assert isinstance(late, LateQueue)
    queue = late.open()
    assert isinstance(queue, SqliteQueue)
    await queue.reclaim()
    consumers = consumers_of(queue, apps, settings, logger)
    wake_after(context, lambda topic: _wake(consumers, [topic]))
    schedule = sweep(apps["sweep"], settings.sweep_interval, logger)
    await consume(channel, consumers, schedule)
    close_shared_context()


def consumers_of(
    source: Source, apps: Mapping[str, ASGIApp], settings: Settings, logger: FunctionLogger
) -> dict[str, Consumer]:
    return {
        topic.name: Consumer(source, topic, apps[topic.name], logger) for topic in topics(settings)
    }


async def consume(
    channel: socket.socket,
    consumers: Mapping[str, Consumer],
    schedule: Coroutine[Any, Any, None],
) -> None:
    """Returns when the parent says so or is gone, and what was under way has ended."""
    stopping = stop_event()
    consuming = [asyncio.create_task(each.run(STOP_SECONDS)) for each in consumers.values()]
    others = [
        asyncio.create_task(schedule),
        asyncio.create_task(listen(channel, lambda topics: _wake(consumers, topics))),
    ]
    tell_ready(channel)
    await first_end(stopping, [*consuming, *others])
    for consumer in consumers.values():
        consumer.stop()
    await asyncio.gather(*consuming)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _wake(consumers: Mapping[str, Consumer], topics: Iterable[str]) -> None:
    for topic in topics:
        if topic in consumers:
            consumers[topic].wake()


if __name__ == "__main__":
    main()
