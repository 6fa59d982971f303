"""Calls of Firestore's API with the official client: a few seconds, and errors of the protocol."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import grpc
from google.api_core import exceptions
from google.api_core.retry_async import AsyncRetry
from google.cloud.firestore_v1 import types
from google.cloud.firestore_v1.services.firestore import FirestoreAsyncClient
from google.cloud.firestore_v1.services.firestore.transports import FirestoreGrpcAsyncIOTransport

from common.store.firestore_names import Names
from common.store.store import MissingIndex, Unavailable

_READ_SECONDS = 4.0
_COMMIT_SECONDS = 5.0
_CONTENTION_SECONDS = 10.0
_RECONNECT_MS = 1_000
_CHANNEL = [
    ("grpc.keepalive_time_ms", 30_000),
    ("grpc.max_receive_message_length", -1),
    # gRPC's own wait between two attempts to connect grows to two minutes.
    ("grpc.initial_reconnect_backoff_ms", 100),
    ("grpc.max_reconnect_backoff_ms", _RECONNECT_MS),
]
_READ_AGAIN = AsyncRetry(
    predicate=lambda e: isinstance(e, exceptions.ServiceUnavailable | exceptions.Aborted),
    initial=0.1,
    maximum=1.0,
    timeout=_READ_SECONDS,
)
# Aborted means contention and that nothing was written; any other failure may have been written.
_COMMIT_AGAIN = AsyncRetry(
    predicate=lambda e: isinstance(e, exceptions.Aborted),
    initial=0.05,
    maximum=1.0,
    timeout=_CONTENTION_SECONDS,
)
_CONDITIONS = (exceptions.AlreadyExists, exceptions.FailedPrecondition, exceptions.NotFound)


class ConditionFailed(Exception):
    """Of a commit; Firestore does not say which."""


class Calls:
    """A gRPC client belongs to one event loop, and must not be made before a fork: it is made on
    first use, one a loop.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._emulator = os.environ.get("FIRESTORE_EMULATOR_HOST")
        self._metadata = [("google-cloud-resource-prefix", names.database)]
        if self._emulator:
            self._metadata.append(("authorization", "Bearer owner"))
        self._clients: dict[asyncio.AbstractEventLoop, FirestoreAsyncClient] = {}
        self._making = threading.Lock()
        self._closed = False

    async def commit(self, writes: Sequence[Any]) -> None:
        request = types.CommitRequest.pb()(database=self._names.database, writes=writes)
        with _translated(_CONDITIONS, ConditionFailed):
            await self._client().commit(
                types.CommitRequest.wrap(request),
                retry=_COMMIT_AGAIN,
                timeout=_COMMIT_SECONDS,
                metadata=self._metadata,
            )

    async def get(self, documents: Sequence[str], fields: Sequence[str] = ()) -> dict[str, Any]:
        """Those that exist, by name, all as of one moment; with all fields or only those named."""
        request = types.BatchGetDocumentsRequest(
            database=self._names.database,
            documents=documents,
            mask=types.DocumentMask(field_paths=fields) if fields else None,
        )
        with _translated():
            answers = await self._read("batch_get_documents", request)
        found = [types.BatchGetDocumentsResponse.pb(answer) for answer in answers]
        return {answer.found.name: answer.found for answer in found if answer.HasField("found")}

    async def query(self, parent: str, query: Any) -> list[Any]:
        request = types.RunQueryRequest.pb()(parent=parent, structured_query=query)
        with _translated((exceptions.FailedPrecondition,), MissingIndex):
            answers = await self._read("run_query", types.RunQueryRequest.wrap(request))
        found = [types.RunQueryResponse.pb(answer) for answer in answers]
        return [answer.document for answer in found if answer.HasField("document")]

    def close(self) -> None:
        with self._making:
            self._closed = True
            self._clients.clear()

    async def _read(self, method: str, request: Any) -> list[Any]:
        async def attempt() -> list[Any]:
            call = getattr(self._client(), method)
            stream: AsyncIterator[Any] = await call(
                request, retry=None, timeout=_READ_SECONDS, metadata=self._metadata
            )
            return [answer async for answer in stream]

        answers: list[Any] = await _READ_AGAIN(attempt)()
        return answers

    def _client(self) -> FirestoreAsyncClient:
        loop = asyncio.get_running_loop()
        client = self._clients.get(loop)
        return client if client is not None else self._made(loop)

    def _made(self, loop: asyncio.AbstractEventLoop) -> FirestoreAsyncClient:
        with self._making:
            if self._closed:
                raise Unavailable("the store is closed")
            alive = {each: client for each, client in self._clients.items() if not each.is_closed()}
            self._clients = {**alive, loop: _new_client(self._emulator)}
            return self._clients[loop]


def _new_client(emulator: str | None) -> FirestoreAsyncClient:
    if emulator:
        channel = grpc.aio.insecure_channel(emulator, options=_CHANNEL)
    else:
        channel = FirestoreGrpcAsyncIOTransport.create_channel(options=_CHANNEL)
    return FirestoreAsyncClient(transport=FirestoreGrpcAsyncIOTransport(channel=channel))


@contextmanager
def _translated(
    refusals: tuple[type[Exception], ...] = (), refused: type[Exception] = Unavailable
) -> Iterator[None]:
    """What is among `refusals` becomes `refused`."""
    try:
        yield
    except refusals as error:
        raise refused(str(error)) from error
    except exceptions.InvalidArgument as error:
        raise ValueError(error.message) from error
    except exceptions.GoogleAPIError as error:
        raise Unavailable(str(error)) from error
