"""A customer's server for tests: records what it is sent and misbehaves as it is told."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import struct
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Received:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: Message
    body: bytes
    time: float
    connection: int


Behaviour = Callable[["Handler"], None]


def answer(
    status: int = 200, body: bytes = b"", headers: Mapping[str, str] | None = None
) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def redirect(location: str, status: int = 302) -> Behaviour:
    return answer(status, headers={"Location": location})


def slow_down(seconds: int, status: int = 429) -> Behaviour:
    return answer(status, headers={"Retry-After": str(seconds)})


def hang(seconds: float, then: Behaviour | None = None) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.receiver.stopping.wait(seconds)
        (then or answer())(handler)

    return behave


def garbage(data: bytes = b"\x00\xffnot http at all\r\n\r\n") -> Behaviour:
    """Sends these bytes and nothing else, then closes."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return behave


def close() -> Behaviour:
    return garbage(b"")


def reset(after: bytes = b"") -> Behaviour:
    """Sends these bytes, and then breaks the connection off."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(after)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(handler.connection.detach())
        handler.close_connection = True

    return behave


def drip(data: bytes, pause: float) -> Behaviour:
    """Sends the raw answer a byte at a time."""

    def behave(handler: Handler) -> None:
        for byte in data:
            handler.wfile.write(bytes([byte]))
            if handler.receiver.stopping.wait(pause):
                break
        handler.close_connection = True

    return behave


def huge(size: int) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(size))
        handler.end_headers()
        for start in range(0, size, BLOCK):
            handler.wfile.write(b"x" * min(BLOCK, size - start))
            handler.receiver.bytes_sent += min(BLOCK, size - start)

    return behave


def endless(head: bytes, part: bytes) -> Behaviour:
    """Sends `part` again and again until the other side hangs up."""

    def behave(handler: Handler) -> None:
        handler.wfile.write(head)
        block = part * (1 + BLOCK // len(part))
        while not handler.receiver.stopping.is_set():
            handler.wfile.write(block)
            handler.receiver.bytes_sent += len(block)

    return behave


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    @property
    def receiver(self) -> Receiver:
        return self.server.receiver

    def _handle(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = parse_qs(parts.query, keep_blank_values=True)
        now, peer = time.monotonic(), self.client_address[1]
        method = str(self.command)
        received = Received(method, parts.path, query, self.headers, body, now, peer)
        self.receiver.record(received)
        self.receiver.behaviour(parts.path)(self)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _handle

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    # Joined when the server closes, so that no thread or socket outlives the test.
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, receiver: Receiver, tls: ssl.SSLContext | None, port: int = 0) -> None:
        self.receiver = receiver
        self.tls = tls
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.tls is None:
            super().finish_request(request, client_address)
            return
        # Wrapped here and not at the listening socket: the handshake must not hold up the others.
        with self.tls.wrap_socket(request.dup(), server_side=True) as wrapped:
            super().finish_request(wrapped, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, *_: Any) -> None:
        error = sys.exception()
        if not isinstance(error, OSError):
            self.receiver.failures.append(error)

    def hang_up(self) -> None:
        for connection in list(self.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Receiver:
    """`with Receiver() as server: server.on("/ban", answer(500), answer(200))`.

    A path's behaviours, then those for any path, are used up in turn; then the answer is 200.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Received] = []
        self.failures: list[BaseException | None] = []
        self.bytes_sent = 0
        self.stopping = threading.Event()
        self._paths: dict[str, deque[Behaviour]] = {}
        self._always: dict[str, Behaviour] = {}
        self._queue: deque[Behaviour] = deque()
        self._changed = threading.Condition()
        self._server = _Server(self, tls)

    def __enter__(self) -> Receiver:
        self._serve()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._stop()
        assert not self.failures, self.failures

    @contextlib.contextmanager
    def down(self) -> Iterator[None]:
        """The port is closed, and so is every connection, until the end of the block."""
        port = self.port
        self._stop()
        try:
            yield
        finally:
            self._server = _Server(self, self._server.tls, port)
            self._serve()

    def _serve(self) -> None:
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}
        )
        self._thread.start()

    def _stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.hang_up()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        scheme = "http" if self._server.tls is None else "https"
        return f"{scheme}://{host}:{self.port}{path}"

    def on(self, path: str, *behaviours: Behaviour) -> None:
        self._paths.setdefault(path, deque()).extend(behaviours)

    def always(self, path: str, behaviour: Behaviour) -> None:
        self._always[path] = behaviour

    def next(self, *behaviours: Behaviour) -> None:
        self._queue.extend(behaviours)

    def record(self, received: Received) -> None:
        with self._changed:
            self.requests.append(received)
            self._changed.notify_all()

    def behaviour(self, path: str) -> Behaviour:
        with self._changed:
            if self._paths.get(path):
                return self._paths[path].popleft()
            if path in self._always:
                return self._always[path]
            return self._queue.popleft() if self._queue else answer()

    def wait_for(self, count: int, timeout: float = 10.0) -> list[Received]:
        """The requests so far, once there are at least `count`."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.requests) >= count, timeout):
                raise AssertionError(f"{len(self.requests)} of {count} requests arrived")
            return list(self.requests)
