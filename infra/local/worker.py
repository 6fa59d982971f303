"""The child process: gives messages to the queue functions and runs the schedule."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import signal
import socket
import sys
import time
from collections.abc import Iterable, Mapping

import uvloop
from starlette.types import ASGIApp

from common.http.journal import Journal
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.moderation.context import close_shared_context, shared_context
from common.queue.sqlite import SqliteQueue
from common.settings import Settings, load_settings
from infra.local.consuming import Consumer, Topic
from infra.local.invoking import invoke
from infra.local.journaling import open_journal
from infra.local.loading import load_apps
from infra.local.waking import WakingQueue

STOP_SECONDS = 10.0
READY = b"ready\n"
_SET_PARENT_DEATH_SIGNAL = 1


def topics(settings: Settings) -> list[Topic]:
    """A slow receiver or engine fills its own topic and no other."""
    return [
        Topic("enforce", concurrency=32, seconds=10.0),
        # A callback may wait as long for a sending thread as it then takes.
        Topic("deliver", concurrency=64, seconds=2 * settings.callback_timeout + 5.0),
        Topic("scan", concurrency=4, seconds=120.0),
    ]


def main() -> None:
    channel = socket.socket(fileno=int(sys.argv[1]))
    channel.setblocking(False)
    _die_with_parent()
    # Ctrl-C reaches both processes; the parent decides when this one stops.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = load_settings()
    journal = open_journal("worker", settings.log_level)
    apps = load_apps((*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_work(channel, apps, settings, journal))


def _die_with_parent() -> None:
    # Elsewhere the channel's end is noticed a moment later.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


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
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    consuming = [asyncio.create_task(each.run(STOP_SECONDS)) for each in consumers.values()]
    others = [
        asyncio.create_task(_sweep(apps["sweep"], settings.sweep_interval, journal)),
        asyncio.create_task(_listen(channel, consumers)),
    ]
    with contextlib.suppress(OSError):
        channel.sendall(READY)
    await _first_end(stopping, [*consuming, *others])
    for consumer in consumers.values():
        consumer.stop()
    await asyncio.gather(*consuming)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    close_shared_context()


async def _first_end(stopping: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    stopped = asyncio.create_task(stopping.wait())
    await asyncio.wait([stopped, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    for task in tasks:
        if task.done():
            task.result()


async def _listen(channel: socket.socket, consumers: Mapping[str, Consumer]) -> None:
    """Returns when the parent is gone."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(ConnectionError):
        while data := await loop.sock_recv(channel, 65536):
            _wake(consumers, data.decode().split())


def _wake(consumers: Mapping[str, Consumer], topics: Iterable[str]) -> None:
    for topic in topics:
        if topic in consumers:
            consumers[topic].wake()


async def _sweep(app: ASGIApp, interval: float, journal: Journal) -> None:
    while True:
        at = time.time_ns()
        status = await invoke(app, "sweep", f"sweep-{at}", {"at": at})
        if status >= 300:
            journal.write("error", "sweep failed", status=status)
        await asyncio.sleep(interval)


if __name__ == "__main__":
    main()
