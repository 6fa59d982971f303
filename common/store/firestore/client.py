"""Calls of Firestore's API: a few seconds each, and errors of the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import grpc.aio

from common.google.messages import message_class
from common.google.service import Closed, Service, persistently, reason
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

_V1 = "google.firestore.v1."
_BatchGetRequest = message_class(_V1 + "BatchGetDocumentsRequest")
_BatchGetResponse = message_class(_V1 + "BatchGetDocumentsResponse")
_CommitRequest = message_class(_V1 + "CommitRequest")
_CommitResponse = message_class(_V1 + "CommitResponse")
_RunQueryRequest = message_class(_V1 + "RunQueryRequest")
_RunQueryResponse = message_class(_V1 + "RunQueryResponse")


class ConditionFailed(Exception):
    """Of a commit; Firestore does not say which."""


class Calls:
    def __init__(self, names: Names) -> None:
        self._database = names.database
        self._service = Service(
            _V1 + "Firestore",
            "firestore.googleapis.com:443",
            "FIRESTORE_EMULATOR_HOST",
            [("google-cloud-resource-prefix", names.database)],
        )

    async def commit(self, writes: Sequence[Any]) -> None:
        request = _CommitRequest(database=self._database, writes=writes)

        async def attempt() -> None:
            await self._service.call(
                "Commit", request, _CommitResponse, _COMMIT_SECONDS, "database"
            )

        with _translated(_CONDITIONS, ConditionFailed):
            await persistently(attempt, _COMMIT_AGAIN, _CONTENTION_SECONDS, first_pause=0.05)

    async def get(self, documents: Sequence[str], fields: Sequence[str] = ()) -> dict[str, Any]:
        """Those that exist, by name, all as of one moment; with all fields or only those named."""
        request = _BatchGetRequest(database=self._database, documents=documents)
        if fields:
            request.mask.field_paths.extend(fields)
        with _translated():
            found = await self._read("BatchGetDocuments", request, _BatchGetResponse, "database")
        return {answer.found.name: answer.found for answer in found if answer.HasField("found")}

    async def query(self, parent: str, query: Any) -> list[Any]:
        request = _RunQueryRequest(parent=parent, structured_query=query)
        with _translated((_Code.FAILED_PRECONDITION,), MissingIndex):
            found = await self._read("RunQuery", request, _RunQueryResponse, "parent")
        return [answer.document for answer in found if answer.HasField("document")]

    def close(self) -> None:
        self._service.close()

    async def _read(self, method: str, request: Any, answer: Any, about: str) -> list[Any]:
        async def attempt() -> list[Any]:
            return await self._service.stream(method, request, answer, _READ_SECONDS, about)

        return await persistently(attempt, _READ_AGAIN, _READ_SECONDS)


@contextmanager
def _translated(
    refusals: Sequence[grpc.StatusCode] = (), refused: type[Exception] = Unavailable
) -> Iterator[None]:
    """A code among `refusals` becomes `refused`."""
    try:
        yield
    except Closed as error:
        raise Unavailable(str(error)) from None
    except grpc.aio.AioRpcError as error:
        if error.code() in refusals:
            raise refused(reason(error)) from error
        if error.code() is _Code.INVALID_ARGUMENT:
            raise ValueError(error.details()) from error
        raise Unavailable(reason(error)) from error
