"""Requests at a rate that does not wait for answers, as the clients of a busy site come."""

from __future__ import annotations

import selectors
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.load import Connection, Request

_MOST_CONNECTIONS = 400
_DRAIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Offered:
    """`latencies` are seconds from when a request was due, sorted; `unanswered` were due and got no
    answer until some seconds after the last was.
    """

    offered: int
    seconds: float
    latencies: list[float]
    failures: int
    unanswered: int

    def quantile(self, share: float) -> float:
        return self.latencies[min(len(self.latencies) - 1, int(len(self.latencies) * share))]


def offer(port: int, request: Request, per_second: float, seconds: float) -> Offered:
    """What is due while every connection waits for an answer is late, and its latency says so."""
    connections = _Connections(port, request)
    due: dict[int, float] = {}
    count, sent, failures = int(per_second * seconds), 0, 0
    latencies: list[float] = []
    began = time.perf_counter()
    end = began + seconds + _DRAIN_SECONDS
    last = began
    while len(latencies) < count and (now := time.perf_counter()) < end:
        while sent < count and began + sent / per_second <= now and connections.send(sent):
            due[sent] = began + sent / per_second
            sent += 1
        following = began + sent / per_second - now
        for number, status in connections.answers(max(0.0, min(following, 0.05))):
            last = time.perf_counter()
            latencies.append(last - due.pop(number))
            failures += status >= 300
    connections.close()
    return Offered(count, last - began, sorted(latencies), failures, count - len(latencies))


class _Connections:
    """Kept as a client keeps them: in place of one that the server closed while it was idle another
    is opened, and what was sent on it just then is sent again.
    """

    def __init__(self, port: int, request: Request) -> None:
        self._port = port
        self._request = request
        self._selector = selectors.DefaultSelector()
        self._idle: list[Connection] = []
        self._open = 0

    def send(self, number: int) -> bool:
        """False, and nothing is sent, while every connection waits for an answer."""
        request = self._request(number)
        while self._idle:
            try:
                self._idle[-1].send(number, request)
            except ConnectionError:
                self._drop(self._idle.pop())
            else:
                self._idle.pop()
                return True
        if self._open == _MOST_CONNECTIONS:
            return False
        connection = Connection(self._port)
        self._selector.register(connection.socket, selectors.EVENT_READ, connection)
        self._open += 1
        connection.send(number, request)
        return True

    def answers(self, seconds: float) -> Iterator[tuple[int, int]]:
        """Numbers of requests and the statuses of their answers, of what comes within `seconds`."""
        for key, _ in self._selector.select(seconds):
            connection: Connection = key.data
            if connection.socket.fileno() < 0:  # Dropped while one before it was replaced.
                continue
            try:
                status = connection.receive()
            except ConnectionError:
                self._replace(connection)
                continue
            if status:
                self._idle.append(connection)
                yield connection.number, status

    def _replace(self, connection: Connection) -> None:
        self._drop(connection)
        if connection in self._idle:
            self._idle.remove(connection)
        elif connection.answered and not connection.buffer:
            self.send(connection.number)
        else:
            raise ConnectionError("the server closed the connection before it had answered")

    def _drop(self, connection: Connection) -> None:
        self._selector.unregister(connection.socket)
        connection.socket.close()
        self._open -= 1

    def close(self) -> None:
        for key in list(self._selector.get_map().values()):
            key.data.socket.close()
        self._selector.close()
