"""The child process: gives messages to the queue functions and runs the schedule."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Iterable, Mapping

import uvloop
from starlette.types import ASGIApp

from common.http.journal import Journal
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.moderation.context import close_shared_context, shared_context
from common.queue.sqlite import SqliteQueue
from common.settings import Settings, load_settings
from infra.local.consuming import Consumer, Topic
from infra.local.journaling import open_journal
from infra.local.leash import (
    STOP_SECONDS,
    first_end,
    listen,
    stop_event,
    sweep,
    take_channel,
    tell_ready,
)
from infra.local.loading import load_apps
from infra.local.waking import WakingQueue


def topics(settings: Settings) -> list[Topic]:
    """A slow receiver or engine fills its own topic and no other."""
    return [
        Topic("enforce", concurrency=32, seconds=10.0),
        # A callback may wait as long for a sending thread as it then takes.
        Topic("deliver", concurrency=64, seconds=2 * settings.callback_timeout + 5.0),
        Topic("scan", concurrency=4, seconds=120.0),
    ]


def main() -> None:
    channel = take_channel(sys.argv[1])
    settings = load_settings()
    journal = open_journal("worker", settings.log_level)
    apps = load_apps((*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_work(channel, apps, settings, journal))


async def _work(
    channel: socket.socket, apps: Mapping[str, ASGIApp], settings: Settings, journal: Journal
) -> None:
    context = shared_context()
    queue = context.queue
    assert isinstance(queue, SqliteQueue)
    await queue.reclaim()
    consumers = {
        topic.name: Consumer(queue, topic, apps[topic.name], journal) for topic in topics(settings)
    }
    context.queue = WakingQueue(queue, lambda topic: _wake(consumers, [topic]))
    stopping = stop_event()
    consuming = [asyncio.create_task(each.run(STOP_SECONDS)) for each in consumers.values()]
    others = [
        asyncio.create_task(sweep(apps["sweep"], settings.sweep_interval, journal)),
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
    close_shared_context()


def _wake(consumers: Mapping[str, Consumer], topics: Iterable[str]) -> None:
    for topic in topics:
        if topic in consumers:
            consumers[topic].wake()


if __name__ == "__main__":
    main()
