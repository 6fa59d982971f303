"""The queue in Google's Pub/Sub, whose subscriptions push each message to its function."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import grpc

from common.google.messages import message_class
from common.google.service import Service, persistently, reason
from common.queue.batches import Batches
from common.queue.messages import Message
from common.queue.queue import QueueError, encoded

if TYPE_CHECKING:
    from common.queue.cloud_tasks import CloudTasks

_ATTEMPT_SECONDS = 5.0
_SECONDS = 10.0
_Code = grpc.StatusCode
# As Google's own client: a message may arrive twice, but is not lost.
_AGAIN = (
    _Code.ABORTED,
    _Code.CANCELLED,
    _Code.DEADLINE_EXCEEDED,
    _Code.INTERNAL,
    _Code.RESOURCE_EXHAUSTED,
    _Code.UNAVAILABLE,
    _Code.UNKNOWN,
)
_Message = message_class("google.pubsub.v1.PubsubMessage")
_Request = message_class("google.pubsub.v1.PublishRequest")
_Response = message_class("google.pubsub.v1.PublishResponse")


class PubSubQueue:
    """Pub/Sub has no delays, so a delayed message becomes a task of `tasks`. Without `tasks` it is
    not sent at all: only deliveries are delayed, their time is stored with them, and the sweep
    publishes them when it has come.
    """

    def __init__(self, project: str, topic_prefix: str, tasks: CloudTasks | None = None) -> None:
        self._topics = f"projects/{project}/topics/{topic_prefix}"
        self._tasks = tasks
        self._service = Service(
            "google.pubsub.v1.Publisher", "pubsub.googleapis.com:443", "PUBSUB_EMULATOR_HOST"
        )
        self._batches = Batches(self._send)

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        topic, data = message.topic, encoded(message)
        if delay <= 0:
            await self._publish(topic, data)
        elif self._tasks is not None:
            await self._tasks.create(topic, data, delay)

    def close(self) -> None:
        self._service.close()
        if self._tasks is not None:
            self._tasks.close()

    async def _publish(self, topic: str, data: bytes) -> None:
        try:
            async with asyncio.timeout(_SECONDS):
                await self._batches.add(self._topics + topic, data)
        except Exception as error:
            raise QueueError(f"{topic}: {reason(error)}") from error

    async def _send(self, topic: str, messages: list[bytes]) -> None:
        request = _Request(topic=topic, messages=[_Message(data=data) for data in messages])

        async def attempt() -> None:
            await self._service.call("Publish", request, _Response, _ATTEMPT_SECONDS, "topic")

        await persistently(attempt, _AGAIN, _SECONDS)
