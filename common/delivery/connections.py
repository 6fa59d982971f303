"""urllib3's pools with guarded addresses, and sockets that keep one deadline for all they do."""

from __future__ import annotations

import logging
import math
import socket
import ssl
import time
from contextvars import ContextVar
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager

from common.delivery.egress import EgressPolicy, connection_classes

# By time.monotonic, for all that the current thread does with a socket.
deadline: ContextVar[float] = ContextVar("deadline", default=math.inf)


class BoundedSocket(socket.socket):
    """urllib3's timeouts bound each read; a slow drip takes any number of them."""

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


def pool_manager(policy: EgressPolicy, size: int) -> PoolManager:
    http, https = connection_classes(policy, BoundedSocket)

    class HTTPPool(HTTPConnectionPool):
        ConnectionCls = http

    class HTTPSPool(HTTPSConnectionPool):
        ConnectionCls = https

    context = ssl.create_default_context()
    context.sslsocket_class = BoundedTLSSocket
    manager = PoolManager(num_pools=128, maxsize=size, ssl_context=context)
    manager.pool_classes_by_scheme = {"http": HTTPPool, "https": HTTPSPool}
    # Its warnings and debug lines hold whole URLs, and a query may hold a customer's secret.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    return manager
