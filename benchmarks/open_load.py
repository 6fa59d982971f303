"""Requests at a rate that does not wait for answers, as the clients of a busy site come."""

from __future__ import annotations

import selectors
import time
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
    selector = selectors.DefaultSelector()
    idle: list[Connection] = []
    due: dict[int, float] = {}
    count, sent, opened, failures = int(per_second * seconds), 0, 0, 0
    latencies: list[float] = []
    began = time.perf_counter()
    end = began + seconds + _DRAIN_SECONDS
    last = began
    while len(latencies) < count and (now := time.perf_counter()) < end:
        while sent < count and began + sent / per_second <= now:
            if not idle and opened == _MOST_CONNECTIONS:
                break
            if not idle:
                connection = Connection(port)
                selector.register(connection.socket, selectors.EVENT_READ, connection)
                idle.append(connection)
                opened += 1
            due[sent] = began + sent / per_second
            idle.pop().send(sent, request(sent))
            sent += 1
        following = began + sent / per_second - now
        for key, _ in selector.select(max(0.0, min(following, 0.05))):
            connection = key.data
            status = connection.receive()
            if not status:
                continue
            last = time.perf_counter()
            latencies.append(last - due.pop(connection.number))
            failures += status >= 300
            idle.append(connection)
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    selector.close()
    return Offered(count, last - began, sorted(latencies), failures, count - len(latencies))
