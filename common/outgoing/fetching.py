"""Calls whose whole answer is wanted: engines' to providers, and to where images lie."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from common.outgoing.calls import OutgoingRequest, SendError, detail_of, host_of

if TYPE_CHECKING:
    from aiohttp import ClientResponse

    from common.outgoing.connections import Connections

_CONNECT_SECONDS = 2.0
_PATIENCE = 2.0
_PART = 2**16


class FetchFailed(Exception):
    """There is no answer; the text names the host and why, and nothing that was sent."""

    def __init__(self, word: SendError | Literal["too_large"], detail: str) -> None:
        super().__init__(detail)
        self.word = word


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of any status. The names of `headers` are in lower case; of several with one name
    the last is there.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Fetches(Protocol):
    """What calls out: a `Fetcher`, or what stands in for one."""

    async def fetch(
        self, request: OutgoingRequest, *, seconds: float, most_bytes: int
    ) -> Fetched: ...


class Fetcher:
    """Calls what `egress_allow` and the egress guard let it. Making one loads nothing."""

    def __init__(self, egress_allow: str) -> None:
        self._egress_allow = egress_allow

    @cached_property
    def _connections(self) -> Connections:
        from common.outgoing.connections import LOOKUPS, Connections
        from common.outgoing.egress import EgressPolicy

        policy = EgressPolicy.parse(self._egress_allow)
        return Connections(policy, _CONNECT_SECONDS, LOOKUPS, _PATIENCE)

    async def fetch(self, request: OutgoingRequest, *, seconds: float, most_bytes: int) -> Fetched:
        """One deadline of `seconds` covers the look-up of the name, connecting, sending and all of
        the answer. Redirects are answers, and are not followed. Raises FetchFailed, also where the
        body is larger than `most_bytes`.
        """
        session = await self._connections.session()
        from common.outgoing.failures import FAILURES, word_of

        try:
            async with (
                asyncio.timeout(seconds),
                self._connections.exchange(session, request) as response,
            ):
                headers = {name.lower(): value for name, value in response.headers.items()}
                body = await _read(response, request, most_bytes)
                return Fetched(response.status, headers, body)
        except FAILURES as error:
            word = word_of(error)
            raise FetchFailed(word, detail_of(word, request)) from None


@cache
def fetcher_for(egress_allow: str) -> Fetcher:
    """One a process, which keeps its connections."""
    return Fetcher(egress_allow)


async def _read(response: ClientResponse, request: OutgoingRequest, most_bytes: int) -> bytes:
    parts: list[bytes] = []
    left = most_bytes
    while part := await response.content.read(_PART):
        parts.append(part)
        left -= len(part)
        if left < 0:
            raise FetchFailed(
                "too_large", f"{host_of(request)}: the answer has more than {most_bytes} bytes"
            )
    return b"".join(parts)
