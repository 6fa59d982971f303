"""The queue in Amazon's SQS, which has one queue a topic.

SQS delays a message by 15 minutes at most. What is to wait longer is not sent at all: only
deliveries and tasks are delayed, their time is stored with them, and the sweep publishes them when
it has come. A schedule of EventBridge would cost two and a half times what a message does.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator, Sequence

from common.aws.client import Client
from common.queue.batches import Batches
from common.queue.messages import Message
from common.queue.queue import QueueError, encoded

LONGEST_DELAY = 900.0

_MOST_MESSAGES = 10
_MOST_BYTES = 256 * 1024
_CONNECTIONS = 8
_ATTEMPT_SECONDS = 3.0
# A message that was sent twice arrives twice, which every consumer takes.
_ATTEMPTS = 3
# JSON leaves them as they are, and SQS takes no text that has them.
_ESCAPES = str.maketrans({"\ufffe": "\\ufffe", "\uffff": "\\uffff"})


class SqsQueue:
    """`prefix` and a topic's name make the URL of its queue."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._client = Client("sqs", _CONNECTIONS, _ATTEMPT_SECONDS, _ATTEMPTS)
        self._batches = Batches(self._send)

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        topic, data = message.topic, encoded(message)
        if len(data) > _MOST_BYTES:
            raise ValueError(f"a message may have at most {_MOST_BYTES:,} bytes")
        try:
            if delay <= 0:
                await self._batches.add(topic, data)
            elif delay <= LONGEST_DELAY:
                await self._send_batch(topic, [data], math.ceil(delay))
        except Exception as error:
            raise QueueError(f"{topic}: {type(error).__name__}: {error}") from error

    def close(self) -> None:
        self._client.close()

    async def _send(self, topic: str, messages: Sequence[bytes]) -> None:
        await asyncio.gather(*(self._send_batch(topic, each) for each in _batches(messages)))

    async def _send_batch(self, topic: str, messages: Sequence[bytes], delay: int = 0) -> None:
        entries = [
            {
                "Id": str(number),
                "MessageBody": message.decode().translate(_ESCAPES),
                "DelaySeconds": delay,
            }
            for number, message in enumerate(messages)
        ]
        answer = await self._client.call(
            "send_message_batch", QueueUrl=self._prefix + topic, Entries=entries
        )
        if answer.get("Failed"):
            raise QueueError(f"{answer['Failed'][0]['Code']} for {len(answer['Failed'])} messages")


def _batches(messages: Sequence[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for message in messages:
        size = sum(map(len, batch)) + len(message)
        if batch and (len(batch) == _MOST_MESSAGES or size > _MOST_BYTES):
            yield batch
            batch = []
        batch.append(message)
    yield batch
