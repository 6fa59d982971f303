"""One of Google's APIs over gRPC: its address, credentials and connections."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

import grpc.aio

Answer = TypeVar("Answer")
Metadata = Sequence[tuple[str, str]]

_OPTIONS = [
    ("grpc.keepalive_time_ms", 30_000),
    ("grpc.max_receive_message_length", -1),
    # gRPC's own wait between two attempts to connect grows to two minutes.
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", 1_000),
]


class Closed(Exception):
    """The service is not to be used any more."""


class Service:
    """Safe to use from several threads. A channel belongs to one event loop, and must not be made
    before a fork: it is made on first use, one a loop.
    """

    def __init__(
        self, name: str, address: str, emulator_variable: str, metadata: Metadata = ()
    ) -> None:
        self._name = name
        self._address = address
        self._emulator = os.environ.get(emulator_variable)
        # An emulator has no accounts; Firestore's takes this for the project's owner.
        owner = [("authorization", "Bearer owner")] if self._emulator else []
        self._sent_always = [*metadata, *owner]
        self._channels: dict[asyncio.AbstractEventLoop, grpc.aio.Channel] = {}
        self._closed = False

    async def call(self, method: str, request: Any, answer: Any, seconds: float, about: str) -> Any:
        """`about` is the field of the request that tells Google where to route it. Raises
        grpc.aio.AioRpcError or Closed.
        """
        call = (await self._channel()).unary_unary(*self._kinds(method, answer))
        return await call(request, timeout=seconds, metadata=self._metadata(request, about))

    async def stream(
        self, method: str, request: Any, answer: Any, seconds: float, about: str
    ) -> list[Any]:
        """All answers to one request; otherwise as `call`."""
        call = (await self._channel()).unary_stream(*self._kinds(method, answer))
        answers = call(request, timeout=seconds, metadata=self._metadata(request, about))
        return [each async for each in answers]

    def close(self) -> None:
        self._closed = True
        self._channels = {}

    def _kinds(self, method: str, answer: Any) -> tuple[Any, ...]:
        return f"/{self._name}/{method}", _serialized, answer.FromString

    def _metadata(self, request: Any, about: str) -> Metadata:
        routing = urlencode({about: getattr(request, about)}, safe="/")
        return [*self._sent_always, ("x-goog-request-params", routing)]

    async def _channel(self) -> grpc.aio.Channel:
        loop = asyncio.get_running_loop()
        return self._channels.get(loop) or await self._opened(loop)

    async def _opened(self, loop: asyncio.AbstractEventLoop) -> grpc.aio.Channel:
        # In a thread, so that no other request waits for what it loads and asks.
        credentials = (
            None if self._emulator else await asyncio.to_thread(_credentials, self._address)
        )
        if self._closed:
            raise Closed("the service is closed")
        if loop not in self._channels:
            self._forget_closed_loops()
            self._channels[loop] = self._new_channel(credentials)
        return self._channels[loop]

    def _forget_closed_loops(self) -> None:
        for loop in list(self._channels):
            if loop.is_closed():
                self._channels.pop(loop, None)

    def _new_channel(self, credentials: Any) -> grpc.aio.Channel:
        if self._emulator:
            return grpc.aio.insecure_channel(self._emulator, options=_OPTIONS)
        return grpc.aio.secure_channel(self._address, credentials, options=_OPTIONS)


def _credentials(address: str) -> Any:
    from common.google.credentials import channel_credentials

    return channel_credentials(address)


def reason(error: Exception) -> str:
    """For people."""
    if isinstance(error, grpc.aio.AioRpcError):
        return f"{error.code().name}: {error.details()}"
    return f"{type(error).__name__}: {error}"


async def persistently(
    attempt: Callable[[], Awaitable[Answer]],
    again: Collection[grpc.StatusCode],
    seconds: float,
    first_pause: float = 0.1,
) -> Answer:
    """Attempts it once more after errors with a code of `again`, as long as `seconds` allow."""
    deadline = time.monotonic() + seconds
    longest = first_pause
    while True:
        try:
            return await attempt()
        except grpc.aio.AioRpcError as error:
            pause = random.uniform(0, longest)
            if error.code() not in again or time.monotonic() + pause > deadline:
                raise
        await asyncio.sleep(pause)
        longest = min(longest * 2, 1.0)


def _serialized(message: Any) -> bytes:
    data: bytes = message.SerializeToString()
    return data
