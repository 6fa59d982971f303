"""A load generator on raw sockets: costs some 30 µs a request, so one core drives the server."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

Request = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Load:
    """`latencies` are seconds, sorted."""

    seconds: float
    latencies: list[float]
    failures: int

    @property
    def throughput(self) -> float:
        return len(self.latencies) / self.seconds

    def quantile(self, share: float) -> float:
        return self.latencies[min(len(self.latencies) - 1, int(len(self.latencies) * share))]


class Connection:
    """`answered` says that it has brought an answer before."""

    __slots__ = ("answered", "buffer", "expected", "number", "sent", "socket")

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.answered = False
        self.buffer = b""
        self.expected = -1
        self.number = 0
        self.sent = 0.0

    def send(self, number: int, request: bytes) -> None:
        self.buffer, self.expected, self.number = b"", -1, number
        self.sent = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> int:
        """The status once the whole answer is here, else 0."""
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the server closed the connection")
        self.buffer += data
        if self.expected < 0:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return 0
            head = self.buffer[:end].lower()
            at = head.index(b"content-length:") + 15
            self.expected = end + 4 + int(head[at : head.find(b"\r\n", at) % (end + 1)])
        if len(self.buffer) < self.expected:
            return 0
        self.answered = True
        return int(self.buffer[9:12])


def drive(
    port: int,
    request: Request,
    connections: int,
    seconds: float,
    start: int = 0,
    answered: Callable[[int], None] | None = None,
) -> Load:
    """`request` makes request number n; each connection has one request under way. `answered` is
    told the number of each request as its answer comes.
    """
    selector = selectors.DefaultSelector()
    number = start
    latencies: list[float] = []
    failures = 0
    for _ in range(connections):
        connection = Connection(port)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(number, request(number))
        number += 1
    began = time.perf_counter()
    deadline = began + seconds
    while (now := time.perf_counter()) < deadline:
        for key, _ in selector.select(0.5):
            connection = key.data
            status = connection.receive()
            if not status:
                continue
            now = time.perf_counter()
            latencies.append(now - connection.sent)
            if answered is not None:
                answered(connection.number)
            failures += status >= 300
            connection.send(number, request(number))
            number += 1
    took = now - began
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    selector.close()
    return Load(took, sorted(latencies), failures)


def post(path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "host: localhost", f"content-length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
