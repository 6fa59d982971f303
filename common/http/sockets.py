"""The WebSocket of stream-chat's users (contract 12): login, health checks, and what has become of
the user meanwhile.

A process looks at the documents of all users who are connected to it, every `socket_poll` seconds,
and tells each what has changed. So it does not matter which function changed it, where that ran, or
how many processes hold sockets.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import orjson
from pydantic import TypeAdapter, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from common.api.stream.connecting import ClientMessage, ConnectRequest
from common.configuration.context import Context, now
from common.domain.mute import ShownMutes
from common.domain.user import ProfileChange, User, user_key
from common.http.auth import Authenticator, Caller
from common.http.errors import HTTPError, from_exception
from common.moderation.users import connecting, erased
from common.moderation.users.muted import mutes_of
from common.moderation.users.watching import Seen, changes, seen
from common.store.store import Document, StoreError, Version
from common.views import socket_events
from common.views.socket_events import SocketEvent
from common.views.times import with_text_times

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

PATH = "/connect"
MOST_BYTES = 16_384
"""Of a client's message."""
_MOST_SOCKETS = 2_000
_AT_ONCE = 100
_SILENCE_SECONDS = 90.0
_SEND_SECONDS = 10.0
_CLOSED, _GOING, _NOT_UNDERSTOOD, _NOT_ALLOWED, _TOO_MANY = 1000, 1001, 1003, 1008, 1013
_ANONYMOUS = "anonymous"
_THOROUGH_EVERY = 15
_GONE = (RuntimeError, WebSocketDisconnect)
"""What sending to and closing a socket raises that the client has left."""
_MESSAGES: TypeAdapter[list[ClientMessage]] = TypeAdapter(list[ClientMessage])
_log = logging.getLogger("gavel.sockets")


@dataclass(eq=False, slots=True)
class _Connection:
    """`caller` is None for somebody without a name."""

    socket: WebSocket
    id: str
    user_id: str
    caller: Caller | None
    seen: Seen
    version: Version | None = None

    @property
    def app(self) -> str:
        return self.caller.app if self.caller is not None else ""

    async def send(self, event: object) -> None:
        text = orjson.dumps(with_text_times(event)).decode()
        await asyncio.wait_for(self.socket.send_text(text), _SEND_SECONDS)


class Sockets:
    """An ASGI app for the path /connect."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._connections: set[_Connection] = set()
        self._watching: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._connections)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        if len(self._connections) >= _MOST_SOCKETS:
            await socket.close(_TOO_MANY, "too many connections, try again")
            return
        try:
            connection = await self._opened(socket)
        except WebSocketDisconnect:
            return
        except Exception as error:
            await _refuse(socket, error)
            return
        self._connections.add(connection)
        self._watch()
        try:
            await self._listen(connection)
        except (*_GONE, TimeoutError):
            await _close(socket, _GOING, "nothing was heard for long")
        finally:
            self._connections.discard(connection)

    async def _opened(self, socket: WebSocket) -> _Connection:
        """Raises HTTPError, and ValidationError, for who is not let in."""
        query = socket.query_params
        asked = ConnectRequest.model_validate_json(query.get("json", ""))
        at, id = now(), str(uuid4())
        if query.get("stream-auth-type") == _ANONYMOUS:
            await self._context.one(Authenticator).app_of(query.get("api_key", ""))
            connection = _Connection(socket, id, asked.user_id or id, None, Seen())
            event = socket_events.hello(id, connection.user_id, None, ShownMutes(), at)
            event["me"]["role"] = _ANONYMOUS
            await connection.send(event)
            return connection
        caller = await self._caller(query.get("api_key", ""), query.get("authorization", ""), asked)
        user, refused = await self._user(caller, asked, at)
        connection = _Connection(socket, id, user["id"], caller, seen(user, at))
        mutes = await mutes_of(self._context, caller.app, [user["id"]], at)
        hello: dict[str, Any] = {**socket_events.hello(id, user["id"], user, mutes, at)}
        if refused:
            hello["not_in_effect"] = refused
        await connection.send(hello)
        return connection

    async def _caller(self, api_key: str, token: str, asked: ConnectRequest) -> Caller:
        authenticator = self._context.one(Authenticator)
        caller = await authenticator.by_jwt(api_key, token.removeprefix("Bearer "))
        if caller.user_id is None:
            raise HTTPError(401, 5, "a WebSocket is opened with a user's token")
        details = asked.user_details.id if asked.user_details else None
        for named in (asked.user_id, details):
            if named and named != caller.user_id:
                raise HTTPError(403, 17, "user_id is not the token's user")
        await authenticator.authorize(caller, "user", "server")
        await erased.check(self._context, caller.app, [("user_id", caller.user_id)])
        return caller

    async def _user(self, caller: Caller, asked: ConnectRequest, at: int) -> tuple[User, list[str]]:
        change, refused = ProfileChange({}, {}, (), ()), []
        if asked.user_details is not None:
            change = asked.user_details.change(connecting.NOT_THEIRS)
            refused = asked.user_details.refused(connecting.NOT_THEIRS)
        assert caller.user_id is not None
        user = await connecting.connected(self._context, caller.app, caller.user_id, change, at)
        return user, refused

    async def _listen(self, connection: _Connection) -> None:
        """Until the client goes, is silent for long, or says what nobody understands."""
        while True:
            text = await asyncio.wait_for(connection.socket.receive_text(), _SILENCE_SECONDS)
            if not _are_health_checks(text):
                await connection.socket.close(_NOT_UNDERSTOOD, "only health checks are understood")
                return
            await connection.send(socket_events.health_check(connection.id, now()))

    def _watch(self) -> None:
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._tell_changes())

    async def _tell_changes(self) -> None:
        """As long as anybody is connected."""
        for round in count():
            await asyncio.sleep(self._context.settings.socket_poll)
            if not self._connections:
                return
            named = [each for each in self._connections if each.caller is not None]
            for start in range(0, len(named), _AT_ONCE):
                part = named[start : start + _AT_ONCE]
                try:
                    await self._tell(part, is_thorough=round % _THOROUGH_EVERY == 0)
                except StoreError as error:
                    _log.warning("users who are connected could not be looked at: %s", error)
                except Exception as error:
                    _log.error("unforeseen error", exc_info=error)

    async def _tell(self, connections: Sequence[_Connection], *, is_thorough: bool) -> None:
        """What the app has revoked does not change the user's document, so it takes a thorough
        look.
        """
        keys = [user_key(each.app, each.user_id) for each in connections]
        found = await self._context.store.get(keys)
        # Side by side: a client that takes nothing holds up no other.
        await asyncio.gather(
            *(
                self._tell_one(each, document, is_thorough=is_thorough)
                for each, document in zip(connections, found, strict=True)
            )
        )

    async def _tell_one(
        self, connection: _Connection, document: Document[User] | None, *, is_thorough: bool
    ) -> None:
        version = document.version if document else None
        is_allowed = True
        if is_thorough or version != connection.version:
            is_allowed = await self._is_allowed(connection)
        user, at = document.data if document else None, now()
        events = list(changes(connection.seen, user, at)) if is_allowed else []
        connection.version, connection.seen = version, seen(user, at)
        await _send(connection, events)

    async def _is_allowed(self, connection: _Connection) -> bool:
        assert connection.caller is not None
        try:
            await self._context.one(Authenticator).authorize(connection.caller, "user", "server")
        except HTTPError as error:
            await _refuse(connection.socket, error, _NOT_ALLOWED)
            return False
        return True


async def _send(connection: _Connection, events: Iterable[SocketEvent]) -> None:
    """One that is gone is found to be so by whoever listens to it."""
    try:
        for event in events:
            await connection.send(event)
    except (*_GONE, TimeoutError):
        await _close(connection.socket, _GOING, "nothing is taken")


async def _close(socket: WebSocket, code: int, reason: str) -> None:
    with suppress(*_GONE):
        await socket.close(code, reason)


async def _refuse(socket: WebSocket, error: Exception, code: int = _CLOSED) -> None:
    """An error is a client's first message, after which it does not come back, or its last, after
    which it does, if only to be told the same first.
    """
    failure = from_exception(error)
    if failure is None:
        _log.error("unforeseen error", exc_info=error)
        failure = HTTPError(500, -1, "internal error")
    said = socket_events.refused(failure.status, failure.code, failure.message)
    with suppress(*_GONE):
        await socket.send_text(orjson.dumps(said).decode())
    await _close(socket, code, failure.message[:100])


def _are_health_checks(text: str) -> bool:
    try:
        messages = _MESSAGES.validate_json(text)
    except ValidationError:
        return False
    return all(each.type == "health.check" for each in messages)
