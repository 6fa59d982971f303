"""A worker process and its parent: what ties the one to the other, whatever the worker does."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable

from starlette.types import ASGIApp

from common.http.logging import FunctionLogger
from infra.framework.invoking import invoke

STOP_SECONDS = 10.0
READY = b"ready"
BEAT = b"beat"
"""Lines that the worker sends."""
BEAT_SECONDS = 1.0
_SET_PARENT_DEATH_SIGNAL = 1


def take_channel(number: str) -> socket.socket:
    """The worker's end of the channel; from now on the worker goes when its parent goes."""
    die_with_parent()
    # Ctrl-C reaches both processes; the parent decides when this one stops.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = socket.socket(fileno=int(number))
    channel.setblocking(False)
    return channel


def die_with_parent() -> None:
    """On Linux; elsewhere a worker notices the channel's end a moment later."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def stop_event() -> asyncio.Event:
    """Set by the parent's SIGTERM."""
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    return stopping


def tell_ready(channel: socket.socket) -> None:
    _tell(channel, READY)


def _tell(channel: socket.socket, line: bytes) -> None:
    # Full: the parent does not read, and learns of it later. Closed: it is gone.
    with contextlib.suppress(OSError):
        channel.send(line + b"\n")


async def listen(channel: socket.socket, wake: Callable[[Iterable[str]], None]) -> None:
    """Returns when the parent is gone. Until then it hears that this loop turns."""
    loop = asyncio.get_running_loop()
    beating = asyncio.create_task(_beat(channel))
    try:
        with contextlib.suppress(ConnectionError):
            while data := await loop.sock_recv(channel, 65536):
                wake(data.decode().split())
    finally:
        beating.cancel()


async def _beat(channel: socket.socket) -> None:
    while True:
        _tell(channel, BEAT)
        await asyncio.sleep(BEAT_SECONDS)


async def first_end(stopping: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    stopped = asyncio.create_task(stopping.wait())
    await asyncio.wait([stopped, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    for task in tasks:
        if task.done():
            task.result()


async def sweep(app: ASGIApp, interval: float, logger: FunctionLogger) -> None:
    """Runs the schedule for ever."""
    while True:
        at = time.time_ns()
        status = await invoke(app, "sweep", f"sweep-{at}", {"at": at})
        if status >= 300:
            logger.error("sweep failed", status=status)
        await asyncio.sleep(interval)
