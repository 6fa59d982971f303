"""SQS as a source of messages: long polls, and the redrive policy for what fails too often."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from common.aws.client import Client, Closed
from common.queue.queue import QueueError

# A poll that waits keeps the worker from stopping, and one that does not costs a call each time.
_POLL_SECONDS = 1
_MOST_MESSAGES = 10
_CONNECTIONS = 32
_ATTEMPT_SECONDS = 5.0
_WAIT_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Received:
    id: str
    topic: str
    body: bytes
    attempts: int


class SqsSource:
    """`prefix` and a topic's name make the URL of its queue."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._client = Client("sqs", _CONNECTIONS, _ATTEMPT_SECONDS)
        # Of the latest lease of each message; an earlier one has run out.
        self._handles: dict[str, dict[str, str]] = {}

    async def lease(
        self, topics: Sequence[str], limit: int, lease_seconds: float
    ) -> list[Received]:
        """Waits up to a second for the first message."""
        return [
            received
            for topic in topics
            for received in await self._received(topic, limit, lease_seconds)
        ]

    async def ack(self, id: str) -> None:
        if handle := self._handles.pop(id, None):
            await self._call("delete_message", **handle)

    async def release(self, id: str, delay_seconds: float = 0.0) -> None:
        if handle := self._handles.pop(id, None):
            hidden = math.ceil(delay_seconds)
            await self._call("change_message_visibility", VisibilityTimeout=hidden, **handle)

    async def bury(self, id: str, reason: str) -> None:
        """By the redrive policy, when nobody else receives it once more."""
        del reason
        await self.release(id)

    async def wait_for(self, topics: Iterable[str]) -> None:
        """Until their queues are there."""
        for topic in topics:
            while True:
                try:
                    await self._call("get_queue_attributes", QueueUrl=self._prefix + topic)
                except QueueError:
                    await asyncio.sleep(_WAIT_SECONDS)
                else:
                    break

    def close(self) -> None:
        self._client.close()

    async def _received(self, topic: str, limit: int, seconds: float) -> list[Received]:
        url = self._prefix + topic
        answer = await self._call(
            "receive_message",
            QueueUrl=url,
            MaxNumberOfMessages=min(limit, _MOST_MESSAGES),
            VisibilityTimeout=math.ceil(seconds),
            WaitTimeSeconds=_POLL_SECONDS,
            MessageSystemAttributeNames=["ApproximateReceiveCount"],
        )
        messages = answer.get("Messages", [])
        for each in messages:
            handle = {"QueueUrl": url, "ReceiptHandle": each["ReceiptHandle"]}
            self._handles[each["MessageId"]] = handle
        return [
            Received(
                each["MessageId"],
                topic,
                each["Body"].encode(),
                int(each["Attributes"]["ApproximateReceiveCount"]),
            )
            for each in messages
        ]

    async def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        with _queue_error():
            return await self._client.call(method, **parameters)


@contextmanager
def _queue_error() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError, Closed) as error:
        raise QueueError(str(error)) from error
