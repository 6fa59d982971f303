"""The customer's server of the demo: fails some callbacks at first, and is down for a while."""

from __future__ import annotations

import json
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from infra.local.demo.client import CannotPlay

HOST = "127.0.0.1"
AUTH_HEADER = "X-Demo-Key"
AUTH_VALUE = "only-the-demo-knows"
HANG = 0
DOWN = -1
_FAILURES = (500, 502)
_FAILED = 3
_HANG_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A callback that was answered with 200."""

    delivery: str
    subject: str
    sequence: int


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        found = self.server.receiver.served(self.path.strip("/"))
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Length", str(len(found or b"")))
        self.end_headers()
        self.wfile.write(found or b"")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
        receiver = self.server.receiver
        sequence = int(self.headers.get("X-Webhook-Sequence") or 0)
        arrival = Arrival(self.headers.get("X-Webhook-Id", ""), body.get("subject", ""), sequence)
        key = self.headers.get(AUTH_HEADER, "")
        status = receiver.answer(self.path.strip("/"), arrival, key)
        if status == DOWN:
            self.close_connection = True
            return
        if status == HANG:
            receiver.stopping.wait(_HANG_SECONDS)
            return
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, receiver: Receiver) -> None:
        self.receiver = receiver
        super().__init__((HOST, port), _Handler)

    def handle_error(self, *_: Any) -> None:
        """Who hung up is told by the other side's log."""


class Receiver:
    """Of the callbacks every third fails at its first attempt: one hangs, the others get a 500 or
    502. While it is down, nobody gets an answer; afterwards everything is taken at once.
    """

    def __init__(self, port: int) -> None:
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._answers: dict[str, list[int]] = {}
        self._by_action: dict[str, set[str]] = defaultdict(set)
        self._is_down = False
        self._was_down = False
        self._arrivals: list[Arrival] = []
        self._files: dict[str, bytes] = {}
        try:
            self._server = _Server(port, self)
        except OSError:
            raise CannotPlay(
                f"port {port} is taken: choose another with --receiver-port, and allow it at the "
                f"server with GAVEL_EGRESS_ALLOW={HOST}:PORT"
            ) from None
        self.port: int = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    def __enter__(self) -> Receiver:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def go_down(self) -> None:
        self._is_down = self._was_down = True

    def come_back(self) -> None:
        self._is_down = False

    def serve(self, name: str, content: bytes) -> None:
        self._files[name] = content

    def served(self, name: str) -> bytes | None:
        return self._files.get(name)

    def url(self, name: str) -> str:
        return f"http://{HOST}:{self.port}/{name}"

    def answer(self, action: str, arrival: Arrival, key: str) -> int:
        with self._lock:
            status = self._status(arrival.delivery, key)
            self._answers.setdefault(arrival.delivery, []).append(status)
            self._by_action[action].add(arrival.delivery)
            if status == 200:
                self._arrivals.append(arrival)
            return status

    def _status(self, delivery: str, key: str) -> int:
        number = len(self._answers) + 1
        if self._is_down:
            return DOWN
        if key != AUTH_VALUE:
            return 401
        if delivery in self._answers or self._was_down or number % _FAILED:
            return 200
        failed = number // _FAILED
        return _FAILURES[failed % len(_FAILURES)] if failed > 1 else HANG

    def arrivals(self, subject: str) -> list[Arrival]:
        """In the order in which they were taken."""
        with self._lock:
            return [each for each in self._arrivals if each.subject == subject]

    def answers(self, delivery: str) -> list[int]:
        """What a delivery's attempts were answered, in order."""
        with self._lock:
            return list(self._answers.get(delivery, ()))

    def taken(self, action: str) -> int:
        """How many deliveries of the action were answered with 200."""
        with self._lock:
            return sum(200 in self._answers[id] for id in self._by_action[action])

    def failures(self, action: str) -> Counter[int]:
        """How often each failing answer was given, with HANG for none."""
        with self._lock:
            given = (s for id in self._by_action[action] for s in self._answers[id])
            return Counter(status for status in given if status != 200)
