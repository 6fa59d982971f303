"""HTTP connections to checked addresses, with one deadline for all that is done on them, and kept
for the next request to the same server.

On http.client: a request costs a third of the time that urllib3 takes (docs/delivery.md), and
of what urllib3 adds, all but the keeping of connections would be turned off here.
"""

from __future__ import annotations

import http.client
import math
import select
import socket
import ssl
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

from common.outgoing.egress import EgressPolicy, Target, open_socket

# By time.monotonic, for all that the current thread does with a socket.
deadline: ContextVar[float] = ContextVar("deadline", default=math.inf)

_KEPT = 256
# Below the five seconds after which many servers hang up (uvicorn, Node, Apache): a request sent
# at that very moment fails through nobody's fault.
_KEPT_SECONDS = 4.0


class BoundedSocket(socket.socket):
    """A timeout bounds each read; a slow drip takes any number of them."""

    def _bound(self) -> None:
        left = deadline.get() - time.monotonic()
        if left <= 0:
            raise TimeoutError("deadline")
        if left < math.inf:
            own = self.gettimeout()
            self.settimeout(left if own is None else min(own, left))

    def connect(self, *args: Any) -> None:
        self._bound()
        super().connect(*args)

    def recv_into(self, *args: Any) -> int:
        self._bound()
        return super().recv_into(*args)

    def send(self, *args: Any) -> int:
        self._bound()
        return super().send(*args)

    def sendall(self, *args: Any) -> None:
        self._bound()
        super().sendall(*args)


class BoundedTLSSocket(BoundedSocket, ssl.SSLSocket):
    pass


class TLSFailed(Exception):
    """No TLS, or none that is trusted for this name."""


class Connection(http.client.HTTPConnection):
    """`last_used` is by time.monotonic, and means something only while the connection is kept."""

    def __init__(
        self, policy: EgressPolicy, target: Target, timeout: float, tls: ssl.SSLContext | None
    ) -> None:
        super().__init__(target.host.removesuffix("."), target.port)
        self.origin = target.origin
        self.last_used = 0.0
        self._policy = policy
        self._target = target
        self._connect_timeout = timeout
        self._tls = tls
        self._unsent = bytearray()
        self._is_aborted = False
        # Left out of the Host header.
        self.default_port = target.default_port

    def send(self, data: bytes) -> None:  # type: ignore[override]
        """Keeps it until the answer is asked for: head and body are one packet, not two."""
        self._unsent += data

    def getresponse(self) -> http.client.HTTPResponse:
        data, self._unsent = self._unsent, bytearray()
        super().send(data)
        return super().getresponse()

    def connect(self) -> None:
        sock = open_socket(self._policy, self._target, self._connect_timeout, BoundedSocket)
        try:
            self.sock = sock if self._tls is None else self._wrapped(sock, self._tls)
            self.sock.settimeout(None)
            if self._is_aborted:
                raise ConnectionAbortedError
        except BaseException:
            sock.close()
            raise

    def abort(self) -> None:
        """From another thread: whoever sends or waits for an answer fails at once."""
        self._is_aborted = True
        sock = self.sock
        if sock is not None:
            with suppress(OSError):
                # TLS's own would have the other thread go on without encryption.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _wrapped(self, sock: socket.socket, tls: ssl.SSLContext) -> ssl.SSLSocket:
        left = deadline.get() - time.monotonic()
        sock.settimeout(max(0.001, min(left, self._connect_timeout)))
        try:
            return tls.wrap_socket(sock, server_hostname=self.host)
        except ssl.SSLError as error:
            raise TLSFailed from error

    def was_hung_up(self) -> bool:
        """Whether anything can be read, where nothing is to be said: an end, or nonsense."""
        poll = select.poll()
        poll.register(self.sock, select.POLLIN)
        return bool(poll.poll(0))


class Connections:
    """For several threads. `give_back` is for a connection whose answer was read to its end."""

    def __init__(self, policy: EgressPolicy, connect_timeout: float) -> None:
        self._policy = policy
        self._connect_timeout = connect_timeout
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self._kept: dict[tuple[str, str, int], list[Connection]] = {}
        # Longest unused first.
        self._order: OrderedDict[Connection, None] = OrderedDict()

    def take(self, target: Target) -> Connection:
        while (connection := self._pop(target)) is not None:
            if not connection.was_hung_up():
                return connection
            connection.close()
        tls = self._context() if target.scheme == "https" else None
        return Connection(self._policy, target, self._connect_timeout, tls)

    def give_back(self, connection: Connection) -> None:
        connection.last_used = time.monotonic()
        with self._lock:
            self._kept.setdefault(connection.origin, []).append(connection)
            self._order[connection] = None
            self._close_old(connection.last_used)

    def close(self) -> None:
        with self._lock:
            for connection in self._order:
                connection.close()
            self._order.clear()
            self._kept.clear()

    def _pop(self, target: Target) -> Connection | None:
        """The one used last: its server is the least likely to have hung up."""
        with self._lock:
            self._close_old(time.monotonic())
            kept = self._kept.get(target.origin)
            if kept is None:
                return None
            connection = kept[-1]
            self._forget(connection)
            return connection

    def _close_old(self, now: float) -> None:
        while self._order:
            oldest = next(iter(self._order))
            if len(self._order) <= _KEPT and now - oldest.last_used < _KEPT_SECONDS:
                return
            self._forget(oldest)
            oldest.close()

    def _forget(self, connection: Connection) -> None:
        del self._order[connection]
        kept = self._kept[connection.origin]
        kept.remove(connection)
        if not kept:
            del self._kept[connection.origin]

    def _context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = ssl.create_default_context()
                self._tls.sslsocket_class = BoundedTLSSocket
                self._tls.set_alpn_protocols(["http/1.1"])
            return self._tls
