"""Sends one request to a customer's server and tells what came of it."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from common.outgoing.calls import AttemptResult, OutgoingRequest, SendError, detail_of
from common.outgoing.connections import LOOKUPS, Connections
from common.outgoing.egress import EgressPolicy
from common.outgoing.retry_after import parse_retry_after

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

EXCERPT = 512
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


class _Attempt:
    def __init__(self) -> None:
        self.status: int | None = None
        self.retry_after: float | None = None
        self._started = time.monotonic()

    def elapsed_ms(self) -> float:
        return (time.monotonic() - self._started) * 1000


class Sender:
    """Times are in seconds, `max_answer` is in bytes. `lookups` is how many names can be looked up
    at the same time.
    """

    def __init__(
        self,
        policy: EgressPolicy,
        connect_timeout: float = 5.0,
        total_timeout: float = 15.0,
        max_answer: int = 65536,
        lookups: int = LOOKUPS,
    ) -> None:
        self._total_timeout = total_timeout
        self._max_answer = max_answer
        self._connections = Connections(policy, connect_timeout, lookups, total_timeout / 2)

    async def send(self, request: OutgoingRequest, seconds: float | None = None) -> AttemptResult:
        """One deadline covers the look-up of the name, connecting, sending and all of the answer:
        `seconds`, where it is sooner than that of all calls.

        Cancelled, it sends nothing more: somebody else may be about to send what comes after.
        """
        session = await self._connections.session()
        from common.outgoing.failures import FAILURES, word_of

        attempt = _Attempt()
        try:
            async with asyncio.timeout(min(seconds or self._total_timeout, self._total_timeout)):
                excerpt = await self._exchange(session, request, attempt)
        except FAILURES as error:
            return _failed(word_of(error), request, attempt)
        return AttemptResult(
            attempt.status,
            latency_ms=attempt.elapsed_ms(),
            excerpt=_without_secrets(excerpt, request)[:EXCERPT],
            retry_after=attempt.retry_after,
        )

    async def _exchange(
        self, session: ClientSession, request: OutgoingRequest, attempt: _Attempt
    ) -> str:
        async with self._connections.exchange(session, request) as response:
            attempt.status = response.status
            retry_after = response.headers.get("retry-after")
            attempt.retry_after = parse_retry_after(retry_after, datetime.now(UTC))
            body = await self._read(response)
        return body.decode("utf-8", "replace")

    async def _read(self, response: ClientResponse) -> bytes:
        body = b""
        while part := await response.content.read(self._max_answer - len(body)):
            body += part
        return body


def _failed(word: SendError, request: OutgoingRequest, attempt: _Attempt) -> AttemptResult:
    return AttemptResult(
        attempt.status,
        word,
        detail_of(word, request),
        attempt.elapsed_ms(),
        retry_after=attempt.retry_after,
    )


def _without_secrets(text: str, request: OutgoingRequest) -> str:
    """Servers like to say what they were sent: `invalid token: ...`."""
    for name, value in request.headers.items():
        if name.lower() in _PLAIN_HEADERS:
            continue
        for part in (value, value.rpartition(" ")[2]):
            if len(part) >= _SHORTEST_SECRET:
                text = text.replace(part, "[hidden]")
    return text
