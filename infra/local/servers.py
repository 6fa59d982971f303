"""Servers of others that a run has for itself, on the loopback, and that go when it goes."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_START_SECONDS = 60.0
_STOP_SECONDS = 5.0


class ServerMissing(Exception):
    """It cannot be started here; the text says why and what helps."""


@dataclass(frozen=True, slots=True)
class Server:
    name: str
    port: int
    process: subprocess.Popen[bytes]

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def is_up(self) -> bool:
        return self.process.poll() is None

    def wait(self, seconds: float = _START_SECONDS) -> None:
        """Until it answers."""
        deadline = time.monotonic() + seconds
        while not _answers(self.port):
            if not self.is_up or time.monotonic() > deadline:
                raise ServerMissing(f"the {self.name} does not start")
            time.sleep(0.05)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def started(
    name: str,
    command: Sequence[str],
    log: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Returns at once. `{port}` in the command and the environment stands for the port."""
    port = _free_port()
    own = {key: value.replace("{port}", str(port)) for key, value in (environment or {}).items()}
    with _private(log) if log else contextlib.nullcontext(subprocess.DEVNULL) as output:
        process = subprocess.Popen(
            [*_supervised(), *(word.replace("{port}", str(port)) for word in command)],
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    server = Server(name, port, process)
    try:
        yield server
    finally:
        server.stop()


def _private(log: Path) -> IO[bytes]:
    return os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _supervised() -> list[str]:
    return [sys.executable, "-m", "infra.local.supervised_command", str(os.getpid())]


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
