"""Google's own asynchronous clients of its services, as transport for the queue and the store.

The first of their packages takes a third of a second to load, each further one a tenth or two: so
each is loaded where it is first called.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Collection
from functools import cache, partial
from typing import Any, Generic, TypeVar

import grpc.aio
from google.api_core.exceptions import GoogleAPICallError

C = TypeVar("C")

_OPTIONS = [
    ("grpc.keepalive_time_ms", 30_000),
    ("grpc.max_receive_message_length", -1),
    # gRPC's own wait between two attempts to connect grows to two minutes.
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", 1_000),
]


class Closed(Exception):
    """The clients are not to be used any more."""


class Clients(Generic[C]):
    """The clients of one service, on its emulator where `emulator_variable` of the environment
    says so. `load` imports their class; it is called in a thread.

    Safe to use from several threads. A client belongs to one event loop, and must not be made
    before a fork: it is made on first use, one a loop.
    """

    def __init__(self, load: Callable[[], type[C]], emulator_variable: str) -> None:
        self._load = load
        self._emulator = os.environ.get(emulator_variable)
        # An emulator has no accounts; Firestore's takes this for the project's owner.
        self.metadata = [("authorization", "Bearer owner")] if self._emulator else []
        self._clients: dict[asyncio.AbstractEventLoop, C] = {}
        self._closed = False

    async def client(self) -> C:
        """Of the running loop. Raises Closed, and google.auth.exceptions.GoogleAuthError where the
        machine has no identity.
        """
        loop = asyncio.get_running_loop()
        return self._clients.get(loop) or await self._opened(loop)

    def close(self) -> None:
        self._closed = True
        self._clients = {}

    async def _opened(self, loop: asyncio.AbstractEventLoop) -> C:
        # In a thread, so that no other request waits for what is loaded and asked.
        kind, credentials = await asyncio.to_thread(self._prepared)
        if self._closed:
            raise Closed("the client is closed")
        if loop not in self._clients:
            self._forget_closed_loops()
            self._clients[loop] = _opened(kind, self._emulator, credentials)
        return self._clients[loop]

    def _prepared(self) -> tuple[type[C], Any]:
        return self._load(), None if self._emulator else _identity()

    def _forget_closed_loops(self) -> None:
        for loop in list(self._clients):
            if loop.is_closed():
                self._clients.pop(loop, None)


def has_code(error: Exception, codes: Collection[grpc.StatusCode]) -> bool:
    return isinstance(error, GoogleAPICallError) and error.grpc_status_code in codes


def reason(error: Exception) -> str:
    """For people."""
    if isinstance(error, GoogleAPICallError) and error.grpc_status_code is not None:
        return f"{error.grpc_status_code.name}: {error.message}"
    return f"{type(error).__name__}: {error}"


def _opened(kind: Any, emulator: str | None, credentials: Any) -> Any:
    transport = kind.get_transport_class("grpc_asyncio")
    if emulator:
        channel = grpc.aio.insecure_channel(emulator, options=_OPTIONS)
        return kind(transport=transport(channel=channel))
    secure = partial(_secure_channel, transport)
    return kind(credentials=credentials, transport=partial(transport, channel=secure))


def _secure_channel(transport: Any, host: str, *, options: Any = (), **settings: Any) -> Any:
    return transport.create_channel(host, options=[*options, *_OPTIONS], **settings)


@cache
def _identity() -> Any:
    """One for all services, so that they share a token, which is refreshed when it is due."""
    import google.auth

    # As the clients themselves do; with default_scopes each would make a copy of its own.
    scope = "https://www.googleapis.com/auth/cloud-platform"
    credentials, _ = google.auth.default(scopes=[scope])
    return credentials
