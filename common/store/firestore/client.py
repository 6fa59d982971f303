"""Calls of Firestore's API: a few seconds each, and errors of the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import grpc
from google.api_core.exceptions import GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.cloud.firestore_v1.services.firestore import FirestoreAsyncClient
from google.cloud.firestore_v1.types.firestore import (
    BatchGetDocumentsRequest,
    BatchGetDocumentsResponse,
    CommitRequest,
    RunQueryRequest,
    RunQueryResponse,
)

from common.queue.google_clients import Clients, Closed, has_code, reason
from common.queue.retrying import persistently
from common.store.firestore.names import Names
from common.store.store import MissingIndex, Unavailable

_READ_SECONDS = 4.0
_COMMIT_SECONDS = 5.0
_CONTENTION_SECONDS = 10.0
_Code = grpc.StatusCode
_READ_AGAIN = (_Code.UNAVAILABLE, _Code.ABORTED)
# Contention, and nothing was written; after any other failure something may have been.
_COMMIT_AGAIN = (_Code.ABORTED,)
_CONDITIONS = (_Code.ALREADY_EXISTS, _Code.FAILED_PRECONDITION, _Code.NOT_FOUND)

# Raw messages, which cost a tenth of the wrapped ones to build and to read.
_BatchGetRequest = BatchGetDocumentsRequest.pb()
_CommitRequest = CommitRequest.pb()
_RunQueryRequest = RunQueryRequest.pb()


class ConditionFailed(Exception):
    """Of a commit; Firestore does not say which."""


class Calls:
    def __init__(self, names: Names) -> None:
        self._database = names.database
        self._clients = Clients(lambda: FirestoreAsyncClient, "FIRESTORE_EMULATOR_HOST")
        self._metadata = [("google-cloud-resource-prefix", names.database), *self._clients.metadata]

    async def commit(self, writes: Sequence[Any]) -> None:
        message = _CommitRequest(database=self._database, writes=writes)
        request = CommitRequest.wrap(message)

        async def attempt() -> None:
            client = await self._clients.client()
            await client.commit(
                request, retry=None, timeout=_COMMIT_SECONDS, metadata=self._metadata
            )

        with _translated(_CONDITIONS, ConditionFailed):
            await persistently(attempt, _is_contention, _CONTENTION_SECONDS, first_pause=0.05)

    async def get(self, documents: Sequence[str], fields: Sequence[str] = ()) -> dict[str, Any]:
        """Those that exist, by name, all as of one moment; with all fields or only those named."""
        message = _BatchGetRequest(database=self._database, documents=documents)
        if fields:
            message.mask.field_paths.extend(fields)
        request = BatchGetDocumentsRequest.wrap(message)
        with _translated():
            answers = await self._read(FirestoreAsyncClient.batch_get_documents, request)
        found = map(BatchGetDocumentsResponse.pb, answers)
        return {answer.found.name: answer.found for answer in found if answer.HasField("found")}

    async def query(self, parent: str, query: Any) -> list[Any]:
        message = _RunQueryRequest(parent=parent, structured_query=query)
        request = RunQueryRequest.wrap(message)
        with _translated((_Code.FAILED_PRECONDITION,), MissingIndex):
            answers = await self._read(FirestoreAsyncClient.run_query, request)
        found = map(RunQueryResponse.pb, answers)
        return [answer.document for answer in found if answer.HasField("document")]

    def close(self) -> None:
        self._clients.close()

    async def _read(self, method: Any, request: Any) -> list[Any]:
        """All answers of a client's method."""

        async def attempt() -> list[Any]:
            client = await self._clients.client()
            answers = await method(
                client, request, retry=None, timeout=_READ_SECONDS, metadata=self._metadata
            )
            return [answer async for answer in answers]

        return await persistently(attempt, _may_read_again, _READ_SECONDS)


def _is_contention(error: Exception) -> bool:
    return has_code(error, _COMMIT_AGAIN)


def _may_read_again(error: Exception) -> bool:
    return has_code(error, _READ_AGAIN)


@contextmanager
def _translated(
    refusals: Sequence[grpc.StatusCode] = (), refused: type[Exception] = Unavailable
) -> Iterator[None]:
    """A code among `refusals` becomes `refused`."""
    try:
        yield
    except (Closed, GoogleAuthError) as error:
        raise Unavailable(str(error)) from error
    except GoogleAPICallError as error:
        if has_code(error, refusals):
            raise refused(reason(error)) from error
        if has_code(error, (_Code.INVALID_ARGUMENT,)):
            raise ValueError(error.message) from error
        raise Unavailable(reason(error)) from error
