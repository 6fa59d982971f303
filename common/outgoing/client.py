"""Sends one request to a customer's server and tells what came of it."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from common.outgoing.calls import AttemptResult, OutgoingRequest, SendError
from common.outgoing.egress import EgressPolicy
from common.outgoing.lookups import Lookups
from common.outgoing.retry_after import parse_retry_after

if TYPE_CHECKING:
    from ssl import SSLContext

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
# Made as they are needed. A resolver that does not answer may keep one long after its attempt.
_LOOKUPS = 64
# In one piece with the head up to here; what is longer goes out in parts, as it is taken.
_ONE_PIECE = 2**20

_DETAILS: dict[SendError, str] = {
    "timeout": "no complete answer in time",
    "resolve": "the host name is not known",
    "connect": "no connection",
    "refused_address": "calls to this address or port are not allowed",
    "tls": "no trusted TLS connection",
    "reset": "the connection was closed before the answer was complete",
    "bad_answer": "the answer is not HTTP",
    "bad_request": "the URL or a header cannot be sent",
    "busy": "not sent: the look-ups of other names do not end",
}


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
        lookups: int = _LOOKUPS,
    ) -> None:
        self._policy = policy
        self._connect_timeout = connect_timeout
        self._total_timeout = total_timeout
        self._max_answer = max_answer
        self._lookups = Lookups(policy, lookups, patience=total_timeout / 2)
        self._sessions: AsyncGenerator[ClientSession, None] | None = None
        self._opening: asyncio.Task[ClientSession] | None = None

    async def send(self, request: OutgoingRequest) -> AttemptResult:
        """One deadline covers the look-up of the name, connecting, sending and all of the answer.

        Cancelled, it sends nothing more: somebody else may be about to send what comes after.
        """
        session = await self._open()
        from common.outgoing.failures import FAILURES, word_of

        attempt = _Attempt()
        try:
            async with asyncio.timeout(self._total_timeout):
                excerpt = await self._exchange(session, request, attempt)
        except FAILURES as error:
            return _failed(word_of(error), request, attempt)
        return AttemptResult(
            attempt.status,
            latency_ms=attempt.elapsed_ms(),
            excerpt=_without_secrets(excerpt, request)[:EXCERPT],
            retry_after=attempt.retry_after,
        )

    async def _open(self) -> ClientSession:
        """One session a loop. It ends with its loop, and so needs no closing."""
        loop = asyncio.get_running_loop()
        opening = self._opening
        if opening is None or opening.get_loop() is not loop or _is_broken(opening):
            opening = self._opening = loop.create_task(self._opened())
        return await asyncio.shield(opening)

    async def _opened(self) -> ClientSession:
        # In a thread, since the event loop must not wait for it.
        tls = await asyncio.to_thread(_load)
        from common.outgoing.sessions import opened

        self._sessions = opened(self._lookups, tls, self._connect_timeout)
        return await anext(self._sessions)

    async def _exchange(
        self, session: ClientSession, request: OutgoingRequest, attempt: _Attempt
    ) -> str:
        from common.outgoing.sessions import checked_url

        url = checked_url(self._policy, request.url)
        response = await session.request(
            request.method,
            url,
            headers=request.headers,
            data=_payload(request.body),
            allow_redirects=False,
        )
        try:
            attempt.status = response.status
            retry_after = response.headers.get("retry-after")
            attempt.retry_after = parse_retry_after(retry_after, datetime.now(UTC))
            body = await self._read(response)
        finally:
            _let_go(response)
        return body.decode("utf-8", "replace")

    async def _read(self, response: ClientResponse) -> bytes:
        body = b""
        while part := await response.content.read(self._max_answer - len(body)):
            body += part
        return body


def _load() -> SSLContext:
    from common.outgoing import failures, sessions

    assert failures
    return sessions.client_tls()


def _is_broken(opening: asyncio.Task[ClientSession]) -> bool:
    return opening.done() and (opening.cancelled() or opening.exception() is not None)


def _let_go(response: ClientResponse) -> None:
    """Of its connection, where the answer was not read to its end; else it is kept already."""
    connection = response.connection
    transport = connection.transport if connection is not None else None
    response.close()
    if transport is not None:
        # Closed it would still send what it holds, or wait for the other side's end of TLS.
        transport.abort()


def _payload(body: bytes | None) -> bytes | io.BytesIO | None:
    return io.BytesIO(body) if body is not None and len(body) > _ONE_PIECE else body


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
