"""The customers' servers of a benchmark: one process that answers for all of them, by path.

`/quick/…`, `/posts/…` and `/slow/…` are answered after some seconds each. `/arrived` tells what
came to the first two: two things a line, the X-Webhook-Id or else the post that it is about, and
nanoseconds since 1970. `/count` tells how many.
"""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import uvloop

ROOT = Path(__file__).resolve().parent.parent
_POST = re.compile(rb'"post_id": ?"([^"]*)"')


class _Customer(asyncio.Protocol):
    def __init__(self, quick: float, slow: float, arrived: dict[bytes, int]) -> None:
        self._quick = quick
        self._slow = slow
        self._arrived = arrived
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._loop = asyncio.get_running_loop()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._buffer[:end] + b"\r\n"
        if len(self._buffer) < end + 4 + int(_header(head, b"\r\ncontent-length:") or 0):
            return
        body = self._buffer[end + 4 :]
        self._buffer = b""
        path = head.split(b" ", 2)[1]
        if path == b"/count":
            self._answer(b"%d" % len(self._arrived))
        elif path == b"/arrived":
            self._answer(b"".join(b"%s %d\n" % line for line in self._arrived.items()))
        elif path.startswith(b"/slow/"):
            self._loop.call_later(self._slow, self._answer, b"{}")
        else:
            id = _post(body) if path.startswith(b"/posts/") else _header(head, b"\r\nx-webhook-id:")
            self._arrived.setdefault(id, time.time_ns())
            self._loop.call_later(self._quick, self._answer, b"{}")

    def _answer(self, body: bytes) -> None:
        if not self._transport.is_closing():
            head = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            )
            self._transport.write(head % len(body) + body)


def _header(head: bytes, name: bytes) -> bytes:
    at = head.lower().find(name)
    return b"" if at < 0 else head[at + len(name) : head.index(b"\r\n", at + 2)].strip()


def _post(body: bytes) -> bytes:
    found = _POST.search(body)
    return found[1] if found else b""


async def _serve(listener: socket.socket, quick: float, slow: float) -> None:
    arrived: dict[bytes, int] = {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Customer(quick, slow, arrived), sock=listener)
    await server.serve_forever()


class Receiving:
    def __init__(self, port: int, pid: int) -> None:
        self.port = port
        self.pid = pid

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def arrived(self) -> dict[str, int]:
        """When each delivery came for the first time."""
        lines = (line.rpartition(" ") for line in self._get("/arrived").splitlines())
        return {id: int(moment) for id, _, moment in lines}

    def count(self) -> int:
        return int(self._get("/count"))

    def _get(self, path: str) -> str:
        with urllib.request.urlopen(self.url(path), timeout=60) as answer:
            text: str = answer.read().decode()
            return text


@contextmanager
def receiving(quick: float, slow: float = 0.0) -> Iterator[Receiving]:
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listener:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "benchmarks.receiving",
                *map(str, (listener.fileno(), quick, slow)),
            ],
            cwd=ROOT,
            pass_fds=[listener.fileno()],
        )
        port = listener.getsockname()[1]
    try:
        yield Receiving(port, process.pid)
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    _fileno, _quick, _slow = sys.argv[1:]
    uvloop.run(_serve(socket.socket(fileno=int(_fileno)), float(_quick), float(_slow)))
