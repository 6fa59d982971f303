"""Calls of DynamoDB: a few seconds each, and errors of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from botocore import exceptions

from common.aws.client import Client, Closed
from common.queue.retrying import persistently
from common.store.dynamodb.items import VERSION, Attributes, Request
from common.store.dynamodb.layout import PARTITION, SORT
from common.store.store import Unavailable

# Each function handles some dozens of calls at once at most, and each waits for one or two answers.
_CONNECTIONS = 32
_ATTEMPT_SECONDS = 2.5
_READ_SECONDS = 4.0
_COMMIT_SECONDS = 5.0
_FIRST_PAUSE = 0.02
_MOST_KEYS = 100

_CONDITION = ("ConditionalCheckFailed", "ConditionalCheckFailedException")
_NOT_DONE = frozenset(
    (
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingError",
        "ThrottlingException",
        "TransactionConflict",
        "TransactionConflictException",
        "TransactionInProgressException",
    )
)
_IN_DOUBT = frozenset(("InternalServerError", "ServiceUnavailable"))
_INVALID = frozenset(("ValidationError", "ValidationException"))
_NOT_SENT = (exceptions.EndpointConnectionError, exceptions.ConnectTimeoutError)


class ConditionsFailed(Exception):
    """Of a commit, of which nothing was written; `positions` are those of its requests."""

    def __init__(self, positions: Sequence[int]) -> None:
        super().__init__(str(positions))
        self.positions = positions


class _NotDone(Unavailable):
    """Throttled, refused for contention or never sent."""


class _InDoubt(Unavailable):
    """It may have been carried out."""


class Calls:
    def __init__(self, table: str) -> None:
        self._table = table
        # One attempt: whether the first of several was carried out decides what comes next.
        self._client = Client("dynamodb", _CONNECTIONS, _ATTEMPT_SECONDS)

    async def get(self, keys: Sequence[Attributes]) -> list[Attributes]:
        """The items there are, as of now, in no order; no key twice."""
        parts = [keys[i : i + _MOST_KEYS] for i in range(0, len(keys), _MOST_KEYS)]
        found = await asyncio.gather(*map(self._got, parts))
        return [item for items in found for item in items]

    async def query(self, **parameters: Any) -> dict[str, Any]:
        return await self._read("query", TableName=self._table, **parameters)

    async def commit(self, requests: Sequence[Request], token: str) -> None:
        """`token` is the version that the documents get. Raises ConditionsFailed."""
        # Put a second time, a document would undo what was written to it after the first.
        is_repeatable = len(requests) > 1 or requests[0].is_conditioned
        in_doubt = False

        async def attempt() -> None:
            nonlocal in_doubt
            try:
                await self._send(requests, token)
            except _InDoubt:
                in_doubt = True
                raise

        try:
            again = _may_repeat if is_repeatable else _is_not_done
            await persistently(attempt, again, _COMMIT_SECONDS, _FIRST_PAUSE)
        except ConditionsFailed as failure:
            if not in_doubt:
                raise
            if not await self._is_written(requests, token):
                raise Unavailable("the commit may have been carried out") from failure

    def close(self) -> None:
        self._client.close()

    async def _send(self, requests: Sequence[Request], token: str) -> None:
        if len(requests) == 1:
            method = "put_item" if requests[0].kind == "Put" else "delete_item"
            await self._call(method, TableName=self._table, **requests[0].fields)
            return
        items = [{each.kind: {"TableName": self._table, **each.fields}} for each in requests]
        # Known for ten minutes, so that no repetition is carried out twice.
        await self._call("transact_write_items", TransactItems=items, ClientRequestToken=token)

    async def _is_written(self, requests: Sequence[Request], token: str) -> bool:
        """One document tells for all, unless others have written it since."""
        puts = [request.fields["Item"] for request in requests if request.kind == "Put"]
        if not puts:
            return False
        found = await self.get([{name: puts[0][name] for name in (PARTITION, SORT)}])
        return bool(found) and found[0][VERSION]["S"] == token

    async def _got(self, keys: Sequence[Attributes]) -> list[Attributes]:
        if len(keys) == 1:
            answer = await self._read(
                "get_item", TableName=self._table, Key=keys[0], ConsistentRead=True
            )
            return [answer["Item"]] if "Item" in answer else []
        found: list[Attributes] = []
        asked: Any = {self._table: {"Keys": keys, "ConsistentRead": True}}
        while asked:
            answer = await self._read("batch_get_item", RequestItems=asked)
            found += answer["Responses"].get(self._table, [])
            asked = answer.get("UnprocessedKeys")
        return found

    async def _read(self, method: str, **parameters: Any) -> dict[str, Any]:
        async def attempt() -> dict[str, Any]:
            return await self._call(method, **parameters)

        return await persistently(attempt, _may_repeat, _READ_SECONDS, _FIRST_PAUSE)

    async def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        try:
            return await self._client.call(method, **parameters)
        except exceptions.ClientError as error:
            raise _refusal(error) from error
        except _NOT_SENT as error:
            raise _NotDone(str(error)) from error
        except exceptions.HTTPClientError as error:
            raise _InDoubt(str(error)) from error
        except (exceptions.BotoCoreError, Closed) as error:
            raise Unavailable(str(error)) from error


def _is_not_done(error: Exception) -> bool:
    return isinstance(error, _NotDone)


def _may_repeat(error: Exception) -> bool:
    return isinstance(error, _NotDone | _InDoubt)


def _refusal(error: exceptions.ClientError) -> Exception:
    code = error.response["Error"]["Code"]
    reasons = [each["Code"] for each in error.response.get("CancellationReasons", ())] or [code]
    failed = [position for position, reason in enumerate(reasons) if reason in _CONDITION]
    if failed:
        return ConditionsFailed(failed)
    if _NOT_DONE.intersection(reasons):
        return _NotDone(str(error))
    if code in _IN_DOUBT:
        return _InDoubt(str(error))
    if _INVALID.intersection((code, *reasons)):
        return ValueError(str(error))
    return Unavailable(str(error))
