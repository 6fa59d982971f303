"""A client's connection: uvicorn's, with bounds on what a stranger sends and on how long it takes.

uvicorn and its parser bound neither a request's head nor the time for it, and answer in plain text
what they cannot read.
"""

from __future__ import annotations

import asyncio
import logging
import re
import resource
import socket
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import Any, ClassVar

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from common.configuration.context import now
from common.http.errors import HTTPError
from common.http.routes import DEFAULT_DIALECT

SOCKETS = "/connect"
"""Where WebSockets are opened (contract 12)."""
MAX_HEAD = 32_768
MAX_HEADERS = 100
MAX_TARGET = 16_384
MOST_CONNECTIONS = 4_000
_DESCRIPTORS_OF_OUR_OWN = 200
_HEAD_SECONDS = 15.0
_BODY_SECONDS = 60.0
_WRITE_SECONDS = 60.0
_LINGER_SECONDS = 1.0
_HOST = re.compile(rb"[\w.~!$&'()*+,;=%:\[\]-]*")
_OF_UPGRADES = (b"upgrade", b"http2-settings")
_log = logging.getLogger("gavel.connections")


class Connection(HttpToolsProtocol):
    """`waiting` are the connections of the process from which no request has come that is still to
    be answered, the longest waiting first: where there are too many, these go.
    """

    head_seconds: ClassVar[float] = _HEAD_SECONDS
    body_seconds: ClassVar[float] = _BODY_SECONDS
    write_seconds: ClassVar[float] = _WRITE_SECONDS
    waiting: ClassVar[dict[Connection, None]] = {}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._write_deadline: asyncio.TimerHandle | None = None
        self._is_head = True
        self._has_begun = False
        self._is_over = False
        self._head = 0
        self._fields = 0
        self._problem: HTTPError | None = None

    @classmethod
    def most(cls) -> int:
        return _most()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _let_the_kernel_give_up(transport, self.write_seconds)
        if len(self.connections) > self.most() and not self._make_room():
            self._refuse(HTTPError(503, -1, "too many connections", headers={"retry-after": "1"}))
            return
        self.waiting[self] = None
        self._deadline = self.loop.call_later(self.head_seconds, self._late)

    def _make_room(self) -> bool:
        oldest = next(iter(self.waiting), None)
        if oldest is None:
            return False
        oldest._abort()
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        super().connection_lost(exc)

    def eof_received(self) -> bool:  # type: ignore[override]
        """Whether to keep the connection: who has sent all may end their side and still be told the
        answer.
        """
        cycle = self.cycle
        if cycle is None or cycle.response_complete or cycle.more_body:
            return False
        cycle.keep_alive = False
        return True

    def data_received(self, data: bytes) -> None:
        if self._is_over:
            return
        self._unset_keepalive_if_required()
        try:
            self._feed(data)
        except (httptools.HttpParserError, HTTPError):
            self._refuse(self._problem or HTTPError(400, 4, "this is no HTTP request"))
            return
        self._bound(len(data))

    def _feed(self, data: bytes) -> None:
        """A request to speak another protocol is read as if it were none, as RFC 9110 (7.8) allows,
        but for a WebSocket where there is one; the parser would take its body for that protocol.
        """
        while data:
            try:
                self.parser.feed_data(data)
                return
            except httptools.HttpParserUpgrade as upgrade:
                if self._should_upgrade():
                    self._end()
                    self.handle_websocket_upgrade()
                    return
                method = self.parser.get_method()
                version = self.parser.get_http_version().encode()
                if method == b"CONNECT":
                    self._stop(HTTPError(405, 4, "this is no proxy"))
                self.parser = httptools.HttpRequestParser(self)
                head = b"%b %b HTTP/%b\r\n%b\r\n" % (method, self.url, version, _kept(self.headers))
                data = head + data[upgrade.args[0] :]

    def _should_upgrade(self) -> bool:
        path = self.url.partition(b"?")[0].decode("latin-1")
        return path == SOCKETS and super()._should_upgrade()

    def _bound(self, received: int) -> None:
        """After what was received, where the request is not whole yet."""
        if not self._has_begun or self._is_over:
            return
        if self._is_head:
            self._head += received
            if self._head > MAX_HEAD:
                self._refuse(_too_large())
                return
        if self._deadline is None:
            seconds = self.head_seconds if self._is_head else self.body_seconds
            self._deadline = self.loop.call_later(seconds, self._late)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._has_begun, self._is_head = True, True
        self._head = self._fields = 0

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        if len(self.url) > MAX_TARGET:
            self._stop(HTTPError(414, 4, f"the URL is longer than {MAX_TARGET} characters"))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._fields += 1
        self._head += len(name) + len(value)
        if self._fields > MAX_HEADERS or self._head > MAX_HEAD:
            self._stop(_too_large())
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._cancel()
        if self.parser.should_upgrade() and not self._should_upgrade():
            return
        if not _has_host(self.parser.get_http_version(), self.headers):
            self._stop(HTTPError(400, 4, "a request of HTTP/1.1 has one Host header"))
        self._is_head = False
        self.waiting.pop(self, None)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        if self.parser.should_upgrade():
            return
        self._cancel()
        self._has_begun, self._is_head = False, True
        super().on_message_complete()

    def on_response_complete(self) -> None:
        self.waiting[self] = None
        super().on_response_complete()
        if self.transport.is_closing():
            self._linger()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._linger()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._write_deadline = self.loop.call_later(self.write_seconds, self._abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._write_deadline is not None:
            self._write_deadline.cancel()

    def _stop(self, problem: HTTPError) -> None:
        """From within the parser, which lets no exception through but its own."""
        self._problem = problem
        raise problem

    def _late(self) -> None:
        self._deadline = None
        if not self._is_head:
            self._refuse(HTTPError(408, 23, "the request's body did not come in time"))
            return
        # There is no request yet that could be answered.
        self._end()
        self.transport.close()

    def _refuse(self, problem: HTTPError) -> None:
        """Answers what is no request to any function, and closes."""
        self._end()
        _log.info("refused a connection's request: %s", problem.message)
        if self.cycle is not None and not self.cycle.response_complete:
            self._refuse_during(problem)
            return
        self._answer(problem)

    def _refuse_during(self, problem: HTTPError) -> None:
        """While requests are being answered: the answers of those before come first, and if part
        of the request's own answer is out there is no more to say.
        """
        if not self.cycle.more_body:
            self.cycle.keep_alive = False
        elif self.cycle.response_started:
            self._abort()
        else:
            self._answer(problem)
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def _answer(self, problem: HTTPError) -> None:
        response = DEFAULT_DIALECT.failure(problem, "request", now(), "")
        headers = [*self.server_state.default_headers, *response.raw_headers]
        lines = [b"%b: %b\r\n" % header for header in headers]
        head = [STATUS_LINE[problem.status], *lines, b"connection: close\r\n\r\n"]
        self.transport.write(b"".join([*head, response.body]))
        # Closed at once, what the client still sends would have its kernel throw the answer away.
        self.transport.write_eof()
        self.waiting[self] = None
        self.loop.call_later(_LINGER_SECONDS, self._abort)

    def _linger(self) -> None:
        """What has been written goes out, if the client takes it."""
        if self.transport.get_write_buffer_size() > 0:
            self.loop.call_later(self.write_seconds, self._abort)

    def _cancel(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _end(self) -> None:
        self._is_over = True
        self._cancel()
        self.waiting.pop(self, None)
        if self._write_deadline is not None:
            self._write_deadline.cancel()

    def _abort(self) -> None:
        self._end()
        self.transport.abort()


def _has_host(version: str, headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """As RFC 9112 (3.2) demands: one that is valid; before 1.1 there may be none."""
    hosts = [value for name, value in headers if name == b"host"]
    is_enough = len(hosts) == 1 or (not hosts and version == "1.0")
    return is_enough and all(map(_HOST.fullmatch, hosts))


def _kept(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """As they were sent, without what asks for another protocol."""
    lines = []
    for name, value in headers:
        if name == b"connection":
            value = b"close" if b"close" in value.lower() else b"keep-alive"
        if name not in _OF_UPGRADES:
            lines.append(b"%b: %b\r\n" % (name, value))
    return b"".join(lines)


def _too_large() -> HTTPError:
    return HTTPError(431, 24, f"the head has more than {MAX_HEADERS} fields or {MAX_HEAD} bytes")


def _let_the_kernel_give_up(transport: asyncio.Transport, seconds: float) -> None:
    """On a client that takes nothing of what it is sent."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None:
        with suppress(OSError):
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, option, int(seconds * 1000))


@cache
def _most() -> int:
    """So many that descriptors are left for what Gavel opens itself."""
    descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return max(16, min(MOST_CONNECTIONS, descriptors - _DESCRIPTORS_OF_OUR_OWN))
