"""The adapter for functions that the queue or the schedule calls."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import functions_framework.aio
from starlette.responses import Response

from common.configuration.context import Context, shared_context
from common.http.errors import storage_trouble
from common.http.logging import FunctionLogger, open_logger
from common.http.push_identity import IN_PROCESS, PushIdentity, push_identity
from common.http.received import Malformed, Received, read_message
from common.queue.messages import decoded
from common.settings import load_settings
from common.store.store import Conflict

if TYPE_CHECKING:
    from starlette.requests import Request

Entry = Callable[["Request"], Awaitable[Response]]
Consumer = Callable[[Context, dict[str, Any]], Awaitable[None]]


def queue_function(name: str, consumer: Callable[[Context, Any], Awaitable[None]]) -> Entry:
    """The framework function `name`, whose consumer gets the messages of the topic `name`. What it
    raises makes the queue deliver again.
    """

    async def consume(context: Context, body: dict[str, Any]) -> None:
        await consumer(context, decoded(name, body))

    return _framework_function(name, consume)


def schedule_function(name: str, run: Callable[[Context], Awaitable[None]]) -> Entry:
    """The framework function `name`, which the schedule calls; it says nothing but that."""

    async def consume(context: Context, _: dict[str, Any]) -> None:
        await run(context)

    return _framework_function(name, consume)


def _framework_function(name: str, consumer: Consumer) -> Entry:
    settings = load_settings()
    logger = open_logger(name, settings.log_level)
    identity = push_identity(settings)
    function = QueueFunction(consumer, logger, identity, anybody=settings.push_anybody)

    async def entry(request: Request) -> Response:
        return await function.respond(request)

    entry.__name__ = entry.__qualname__ = name
    # Not as a CloudEvent function: the framework's asynchronous mode knows no Pub/Sub push.
    functions_framework.aio.http(entry)
    return entry


class QueueFunction:
    """Only 200 takes a message off the queue. With anything else it comes back, until it is handled
    or its subscription gives up and moves it to the dead-letter topic.
    """

    def __init__(
        self,
        consumer: Consumer,
        logger: FunctionLogger,
        identity: PushIdentity | None = None,
        *,
        anybody: bool = False,
    ) -> None:
        """Without an identity only this process may call, or `anybody`."""
        self._consumer = consumer
        self._logger = logger
        self._identity = identity
        self._anybody = anybody

    async def respond(self, request: Request) -> Response:
        if request.method != "POST":
            return Response("use POST", 405, headers={"allow": "POST"})
        if not await self._is_allowed(request):
            self._logger.error("refused: not the push identity (GAVEL_PUSH_SERVICE_ACCOUNT)")
            return Response("not the push identity", 403)
        try:
            received = read_message(request.headers, await request.body())
        except Malformed as error:
            self._logger.error("malformed message", error=str(error))
            return Response(str(error), 400)
        try:
            await self._consume(received)
        except Conflict as error:
            # Nothing is wrong: others change the same, and the queue delivers again.
            self._logger.info("contended", event=received.id, conflict=str(error))
            return Response("contended", 503)
        return Response("OK")

    async def _is_allowed(self, request: Request) -> bool:
        if request.scope.get(IN_PROCESS) is True:
            return True
        if self._identity is None:
            return self._anybody
        return await self._identity.allows(request.headers.get("authorization", ""))

    async def _consume(self, received: Received) -> None:
        started = time.time_ns()
        try:
            await self._consumer(shared_context(), received.message)
        except Conflict:
            raise
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
            cause = storage_trouble(error)
            self._logger.error("failed", event=received.id, error=text, cause=cause)
            raise
        took = (time.time_ns() - started) / 1_000_000
        self._logger.debug("done", event=received.id, milliseconds=took)
