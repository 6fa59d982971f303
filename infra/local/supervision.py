"""The parent's side of the worker process: starts it, wakes it, starts it again when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

from common.http.logging import FunctionLogger
from infra.local.supervised import BEAT_SECONDS, READY, STOP_SECONDS

_FIRST_PAUSE = 0.25
_LONGEST_PAUSE = 30.0
_HEALTHY_SECONDS = 60.0
_WAKE_SECONDS = 0.001
_SILENT_SECONDS = 5 * BEAT_SECONDS
_HUNG_SECONDS = 60.0


class Worker:
    """One socket pair tells each side that the other has gone, carries wake-ups and "ready".

    `module` is run with the number of its channel and those of the further sockets it inherits.
    """

    def __init__(
        self,
        logger: FunctionLogger,
        module: str = "infra.local.worker",
        inherits: Sequence[socket.socket] = (),
    ) -> None:
        self._is_ready = False
        self._heard = time.monotonic()
        self._logger = logger
        self._module = module
        self._inherits = [each.fileno() for each in inherits]
        # Taken now: the framework sets variables of its own later.
        self._environment = dict(os.environ)
        self._to_wake: set[str] = set()
        self._stopping = asyncio.Event()
        self._start()

    @property
    def is_up(self) -> bool:
        """Whether it consumes: a worker that is stopped or hangs sends no beats."""
        return self._is_ready and self._silence() < _SILENT_SECONDS

    def wake(self, topic: str) -> None:
        if not self._to_wake:
            asyncio.get_running_loop().call_later(_WAKE_SECONDS, self._send_wake)
        self._to_wake.add(topic)

    def stop(self) -> None:
        self._stopping.set()
        self._process.terminate()

    async def supervise(self) -> None:
        """Returns when the worker has ended after `stop`."""
        failures = 0
        while True:
            started = time.monotonic()
            await self._listen()
            self._is_ready = False
            code = await self._ended()
            if self._stopping.is_set():
                return
            failures = 0 if time.monotonic() - started > _HEALTHY_SECONDS else failures + 1
            pause = min(_FIRST_PAUSE * 2**failures, _LONGEST_PAUSE)
            self._logger.error("the worker died", exit_code=code, again_in=pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)
                return
            self._start()

    def _start(self) -> None:
        self._channel, theirs = socket.socketpair()
        self._channel.setblocking(False)
        with theirs:
            numbers = [theirs.fileno(), *self._inherits]
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._module, *map(str, numbers)],
                env=self._environment,
                pass_fds=numbers,
                stdin=subprocess.DEVNULL,
            )

    async def _listen(self) -> None:
        """Until it is gone, or has been silent for so long that it counts as hung."""
        loop = asyncio.get_running_loop()
        self._heard = time.monotonic()
        with self._channel, contextlib.suppress(ConnectionError):
            while data := await self._received(loop):
                self._heard = time.monotonic()
                # A line may come in two pieces only where nobody has read for minutes.
                if READY in data.split():
                    self._is_ready = True
                    self._logger.info("the worker is up", pid=self._process.pid)

    async def _received(self, loop: asyncio.AbstractEventLoop) -> bytes:
        """Nothing where it is gone or hangs."""
        told = False
        while True:
            try:
                async with asyncio.timeout(_SILENT_SECONDS):
                    return await loop.sock_recv(self._channel, 4096)
            except TimeoutError:
                if self._silence() > self._patience():
                    self._logger.error("the worker hangs", pid=self._process.pid)
                    return b""
                if self._is_ready and not told:
                    self._logger.error("the worker is silent", pid=self._process.pid)
                    told = True

    def _patience(self) -> float:
        """Seconds. One that still loads sends no beats, however long that takes."""
        if self._stopping.is_set():
            return STOP_SECONDS
        return _HUNG_SECONDS if self._is_ready else math.inf

    def _silence(self) -> float:
        return time.monotonic() - self._heard

    async def _ended(self) -> int:
        if not self._stopping.is_set():
            self._process.kill()
        try:
            return await asyncio.to_thread(self._process.wait, STOP_SECONDS + 2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _send_wake(self) -> None:
        text = "".join(f"{topic}\n" for topic in self._to_wake)
        self._to_wake.clear()
        # Full: the worker has wake-ups enough. Closed: its next start looks by itself.
        with contextlib.suppress(OSError):
            self._channel.send(text.encode())
