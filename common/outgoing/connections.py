"""The connections that calls go out on, one session an event loop, opened on first use."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from common.outgoing.calls import OutgoingRequest
from common.outgoing.egress import EgressPolicy
from common.outgoing.lookups import Lookups

if TYPE_CHECKING:
    from ssl import SSLContext

    from aiohttp import ClientResponse, ClientSession

LOOKUPS = 64
"""Made as they are needed. A resolver that does not answer may keep one long after its attempt."""
# In one piece with the head up to here; what is longer goes out in parts, as it is taken.
_ONE_PIECE = 2**20


class Connections:
    """Times are in seconds. `lookups` is how many names can be looked up at the same time, and
    `patience` how long one waits for its turn.
    """

    def __init__(
        self, policy: EgressPolicy, connect_timeout: float, lookups: int, patience: float
    ) -> None:
        self._policy = policy
        self._connect_timeout = connect_timeout
        self._lookups = Lookups(policy, lookups, patience)
        self._sessions: AsyncGenerator[ClientSession, None] | None = None
        self._opening: asyncio.Task[ClientSession] | None = None

    async def session(self) -> ClientSession:
        """It ends with its loop, and so needs no closing."""
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

    @asynccontextmanager
    async def exchange(
        self, session: ClientSession, request: OutgoingRequest
    ) -> AsyncIterator[ClientResponse]:
        """Sends the request; the answer's body can be read until this ends. Redirects are not
        followed. Raises one of `failures.FAILURES`.
        """
        from common.outgoing.sessions import checked_url

        response = await session.request(
            request.method,
            checked_url(self._policy, request.url),
            headers=request.headers,
            data=_payload(request.body),
            allow_redirects=False,
        )
        try:
            yield response
        finally:
            _let_go(response)


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
