"""Sends one request to a customer's server and tells what came of it."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from common.outgoing.egress import EgressPolicy, EgressRefused, Target, Unconnected, Unresolved
from common.outgoing.retry_after import parse_retry_after

if TYPE_CHECKING:
    from http.client import HTTPResponse

    from common.outgoing.connections import Connection, Connections

SendError = Literal[
    "timeout",
    "resolve",
    "connect",
    "refused_address",
    "tls",
    "reset",
    "bad_answer",
    "bad_request",
    "busy",
]

EXCERPT = 512
# Time for the thread to notice the deadline by itself, before it is left behind.
_GRACE = 0.25
_PLAIN_HEADERS = {
    "content-type",
    "user-agent",
    "webhook-id",
    "webhook-timestamp",
    "x-webhook-attempt",
    "x-webhook-id",
    "x-webhook-sequence",
}
_SHORTEST_SECRET = 6
# Made as they are needed. More than there are slots: one may be stuck in the resolver after its
# attempt was given up.
_THREADS = 160

_DETAILS: dict[SendError, str] = {
    "timeout": "no complete answer in time",
    "resolve": "the host name is not known",
    "connect": "no connection",
    "refused_address": "calls to this address or port are not allowed",
    "tls": "no trusted TLS connection",
    "reset": "the connection was closed before the answer was complete",
    "bad_answer": "the answer is not HTTP",
    "bad_request": "the URL or a header cannot be sent",
    "busy": "not sent: every sending thread was busy",
}


@dataclass(frozen=True, slots=True)
class OutgoingRequest:
    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """With both a status and an error, the answer began and did not end.

    `busy` says that nothing was sent, so it does not count as an attempt.
    """

    status: int | None
    error: SendError | None = None
    detail: str = ""
    latency_ms: float = 0.0
    excerpt: str = ""
    retry_after: float | None = None


class _Attempt:
    def __init__(self) -> None:
        self.started = math.inf
        self.status: int | None = None
        self.retry_after: float | None = None
        self._connection: Connection | None = None
        self._is_aborted = False

    def use(self, connection: Connection) -> None:
        self._connection = connection
        if self._is_aborted:
            raise ConnectionAbortedError

    def abort(self) -> None:
        """From another thread: what has not gone out yet does not."""
        self._is_aborted = True
        if self._connection is not None:
            self._connection.abort()

    def elapsed_ms(self) -> float:
        return max(0.0, (time.monotonic() - self.started) * 1000)


class Sender:
    def __init__(
        self,
        policy: EgressPolicy,
        connect_timeout: float = 5.0,
        total_timeout: float = 15.0,
        max_answer: int = 65536,
        threads: int = _THREADS,
    ) -> None:
        self._policy = policy
        self._connect_timeout = connect_timeout
        self._total_timeout = total_timeout
        self._max_answer = max_answer
        self._threads = threads
        # Two, since importing http.client takes long and the event loop must not wait for it.
        self._executor_lock = threading.Lock()
        self._connections_lock = threading.Lock()
        self._executor: ThreadPoolExecutor | None = None
        self._connections: Connections | None = None

    async def send(self, request: OutgoingRequest) -> AttemptResult:
        """The deadline runs from when a thread takes the request, not while it waits for one.

        Cancelled, it sends nothing more: somebody else may be about to send what comes after.
        """
        attempt = _Attempt()
        job = self._threads_pool().submit(self._attempt, request, attempt)
        try:
            return await self._outcome(job, request, attempt)
        except asyncio.CancelledError:
            if not job.cancel():
                attempt.abort()
            raise

    async def _outcome(
        self, job: Future[AttemptResult], request: OutgoingRequest, attempt: _Attempt
    ) -> AttemptResult:
        answer = asyncio.wrap_future(job)
        await asyncio.wait({answer}, timeout=self._total_timeout + _GRACE)
        if job.cancel():
            return _failed("busy", request, attempt)
        if not answer.done():
            left = attempt.started + self._total_timeout + _GRACE - time.monotonic()
            await asyncio.wait({answer}, timeout=max(0.0, left))
        if answer.done():
            return answer.result()
        # The resolver has no timeout: the thread stays with it and then finds the deadline past.
        answer.cancel()
        return _failed("timeout", request, attempt)

    def close(self) -> None:
        """Waits for what is being sent."""
        with self._executor_lock:
            executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(cancel_futures=True)
        with self._connections_lock:
            connections, self._connections = self._connections, None
        if connections is not None:
            connections.close()

    def _threads_pool(self) -> ThreadPoolExecutor:
        with self._executor_lock:
            if self._executor is None:
                self._executor = ThreadPoolExecutor(self._threads, "deliver")
            return self._executor

    def _open(self) -> Connections:
        from common.outgoing.connections import Connections

        with self._connections_lock:
            if self._connections is None:
                self._connections = Connections(self._policy, self._connect_timeout)
            return self._connections

    def _attempt(self, request: OutgoingRequest, attempt: _Attempt) -> AttemptResult:
        from http.client import HTTPException

        from common.outgoing.connections import TLSFailed, deadline

        attempt.started = time.monotonic()
        deadline.set(attempt.started + self._total_timeout)
        try:
            excerpt = self._exchange(request, attempt)
        except (HTTPException, TLSFailed, OSError, ValueError) as error:
            return _failed(_word(error), request, attempt)
        return AttemptResult(
            attempt.status,
            latency_ms=attempt.elapsed_ms(),
            excerpt=_without_secrets(excerpt, request)[:EXCERPT],
            retry_after=attempt.retry_after,
        )

    def _exchange(self, request: OutgoingRequest, attempt: _Attempt) -> str:
        target = Target.parse(request.url)
        connections = self._open()
        connection = connections.take(target)
        is_whole = False
        try:
            attempt.use(connection)
            connection.request(request.method, target.path, request.body, dict(request.headers))
            with connection.getresponse() as response:
                attempt.status = response.status
                attempt.retry_after = parse_retry_after(
                    response.headers.get("retry-after"), datetime.now(UTC)
                )
                body = self._read(response)
                # The connection lets go of its socket by itself where the answer ends with it.
                is_whole = response.isclosed() and connection.sock is not None
        finally:
            if is_whole:
                connections.give_back(connection)
            else:
                connection.close()
        return body.decode("utf-8", "replace")

    def _read(self, response: HTTPResponse) -> bytes:
        from http.client import IncompleteRead

        body = b""
        # Once more after the last part: only an empty read tells an end from a breaking off.
        while part := response.read(self._max_answer - len(body)):
            body += part
        if response.length and len(body) < self._max_answer:
            raise IncompleteRead(body, response.length)
        return body


def _word(error: Exception) -> SendError:
    from http.client import IncompleteRead, InvalidURL

    from common.outgoing.connections import TLSFailed

    words: tuple[tuple[SendError, tuple[type[BaseException], ...]], ...] = (
        ("refused_address", (EgressRefused,)),
        ("resolve", (Unresolved,)),
        ("connect", (Unconnected,)),
        ("timeout", (TimeoutError,)),
        ("tls", (TLSFailed,)),
        ("reset", (OSError, IncompleteRead)),
        ("bad_request", (ValueError, InvalidURL)),
    )
    for word, kinds in words:
        if isinstance(error, kinds):
            return word
    return "bad_answer"


def _failed(word: SendError, request: OutgoingRequest, attempt: _Attempt) -> AttemptResult:
    # Written from fixed words: the libraries' messages quote URLs, and servers quote headers.
    return AttemptResult(
        attempt.status,
        word,
        f"{_host(request.url)}: {_DETAILS[word]}",
        attempt.elapsed_ms(),
        retry_after=attempt.retry_after,
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "?"
    except ValueError:
        return "?"


def _without_secrets(text: str, request: OutgoingRequest) -> str:
    """Servers like to say what they were sent: `invalid token: ...`."""
    for name, value in request.headers.items():
        if name.lower() in _PLAIN_HEADERS:
            continue
        for part in (value, value.rpartition(" ")[2]):
            if len(part) >= _SHORTEST_SECRET:
                text = text.replace(part, "[hidden]")
    return text
