"""The customer's server of the demo: fails each callback once, then does as it is told."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from infra.local.demo.client import CannotPlay

HOST = "127.0.0.1"
AUTH_HEADER = "X-Demo-Key"
AUTH_VALUE = "only-the-demo-knows"
HANG = 0
_FAILURES = (500, 503)
_HANG_SECONDS = 120.0


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        receiver = self.server.receiver
        status = receiver.answer(
            self.path.strip("/"),
            self.headers.get("X-Webhook-Id", ""),
            self.headers.get(AUTH_HEADER, ""),
        )
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
    """The first callback of all hangs at its first attempt; the others get a 500 or a 503."""

    def __init__(self, port: int) -> None:
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._answers: dict[str, list[int]] = {}
        self._by_action: dict[str, set[str]] = defaultdict(set)
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

    def answer(self, action: str, delivery: str, key: str) -> int:
        with self._lock:
            known = self._answers.get(delivery)
            if key != AUTH_VALUE:
                status = 401
            elif known:
                status = 200
            else:
                number = len(self._answers)
                status = _FAILURES[number % len(_FAILURES)] if number else HANG
            self._answers.setdefault(delivery, []).append(status)
            self._by_action[action].add(delivery)
            return status

    def answers(self, delivery: str) -> list[int]:
        """What a delivery's attempts were answered, in order."""
        with self._lock:
            return list(self._answers.get(delivery, ()))

    def failures(self, action: str) -> Counter[int]:
        """How often each failing answer was given, with HANG for none."""
        with self._lock:
            given = (s for id in self._by_action[action] for s in self._answers[id])
            return Counter(status for status in given if status != 200)
