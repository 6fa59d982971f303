"""What goes out through aiohttp: to checked addresses, with nothing that was not asked for.

Only what sends imports this, at its first use: aiohttp takes long to load.
"""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections.abc import AsyncGenerator
from functools import partial

from aiohttp import (
    ClientHandlerType,
    ClientOSError,
    ClientRequest,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    ServerDisconnectedError,
    StreamReader,
    TCPConnector,
)
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http import RawResponseMessage
from aiohttp.http_exceptions import BadHttpMessage
from aiohttp.tracing import Trace
from yarl import URL

from common.outgoing.egress import Destination, EgressPolicy, literal_address
from common.outgoing.lookups import Lookups, Unresolved

KEPT = 256
"""Open connections from which on further ones are closed after their answer."""

# Below the five seconds after which many servers hang up (uvicorn, Node, Apache): a request sent
# at that very moment fails through nobody's fault.
_KEPT_SECONDS = 4.0
_LONGEST_LINE = 65536
_MOST_HEADERS = 100
_MOST_INFORMATIONAL = 10


def client_tls() -> ssl.SSLContext:
    """Reads the trusted certificates, which takes long."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


async def opened(
    lookups: Lookups, tls: ssl.SSLContext, connect_timeout: float
) -> AsyncGenerator[ClientSession, None]:
    """One session. A generator, because event loops end those that are left when they end: so the
    connections are closed with their loop, whoever made it.
    """
    connector = _Connector(lookups, tls)
    async with ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        timeout=ClientTimeout(total=None, sock_connect=connect_timeout),
        skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
        response_class=_Response,
        middlewares=(connector.send_once,),
        auto_decompress=False,
        max_line_size=_LONGEST_LINE,
        max_field_size=_LONGEST_LINE,
        max_headers=_MOST_HEADERS,
    ) as session:
        yield session


def checked_url(policy: EgressPolicy, text: str) -> URL:
    """The URL with an address spelled in the usual way. It is checked here, since aiohttp asks its
    resolver for names only; and nothing that aiohttp might take for an address is left a name.
    """
    destination = Destination.parse(text)
    host, port = destination.host, destination.port
    address = literal_address(host)
    if address is not None:
        policy.check(host, port, [str(address)])
        host = f"[{address}]" if address.version == 6 else str(address)
    elif host.replace(".", "").isdigit():
        raise Unresolved
    path, _, query = destination.path.partition("?")
    return URL.build(
        scheme=destination.scheme,
        host=host,
        port=port,
        path=path,
        query_string=query,
        encoded=True,
    )


class _Resolver(AbstractResolver):
    """aiohttp connects to these addresses and to no others, and asks for each new connection."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del family
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in await self._lookups.addresses(host, port)
        ]

    async def close(self) -> None:
        """Nothing to let go of: the look-ups are not of one session."""


class _Connector(TCPConnector):
    def __init__(self, lookups: Lookups, tls: ssl.SSLContext) -> None:
        super().__init__(
            resolver=_Resolver(lookups),
            use_dns_cache=False,
            ssl=tls,
            keepalive_timeout=_KEPT_SECONDS,
            # How many may be under way is not for the transport to say.
            limit=0,
        )
        self._open: set[ResponseHandler] = set()
        self._sending: dict[ClientRequest, asyncio.Transport | None] = {}

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 (aiohttp's name)
    ) -> Connection:
        """A kept connection on which something came that nobody had asked for is not used: it
        would be taken for the answer.
        """
        while True:
            connection = await super().connect(req, traces, timeout)
            protocol = connection.protocol
            assert protocol is not None
            if protocol not in self._open:
                self._watch(protocol)
            elif protocol.should_close or _can_be_read(protocol.transport):
                connection.close()
                continue
            self._sending[req] = protocol.transport
            return connection

    async def send_once(self, request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        """aiohttp would send a GET again when a kept connection turns out to be closed, but the
        server may have acted on it. And what it closes after a failure still sends what it holds.
        """
        try:
            return await handler(request)
        except BaseException as error:
            transport = self._sending.get(request)
            if transport is not None:
                transport.abort()
            if isinstance(error, ServerDisconnectedError) or type(error) is ClientOSError:
                raise ConnectionResetError from error
            raise
        finally:
            self._sending.pop(request, None)

    def _watch(self, protocol: ResponseHandler) -> None:
        if len(self._open) >= KEPT:
            protocol.force_close()
        closed = protocol.closed
        if closed is not None:
            self._open.add(protocol)
            closed.add_done_callback(partial(self._forget, protocol))

    def _forget(self, protocol: ResponseHandler, closed: asyncio.Future[None]) -> None:
        self._open.discard(protocol)
        if not closed.cancelled():
            # Nobody else asks, and the event loop would complain.
            closed.exception()


class _Response(ClientResponse):
    async def start(self, connection: Connection) -> ClientResponse:
        """A server that sends informational answers without end would keep the event loop busy."""
        protocol = connection.protocol
        assert protocol is not None
        read, left = protocol.read, _MOST_INFORMATIONAL

        async def read_some() -> tuple[RawResponseMessage, StreamReader]:
            nonlocal left
            left -= 1
            if left < 0:
                raise BadHttpMessage("too many informational answers")
            return await read()

        protocol.read = read_some  # type: ignore[method-assign]
        try:
            return await super().start(connection)
        finally:
            protocol.read = read  # type: ignore[method-assign]


def _can_be_read(transport: asyncio.Transport | None) -> bool:
    """Asks the kernel, since the event loop may not have come round to it: there is an end, or an
    answer to nothing.
    """
    found = transport and transport.get_extra_info("socket")
    if not found:
        return True
    poll = select.poll()
    poll.register(found, select.POLLIN)
    return bool(poll.poll(0))
