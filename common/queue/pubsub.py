"""The queue in Google's Pub/Sub, whose subscriptions push each message to its function."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import grpc

from common.queue.batches import Batches
from common.queue.google_clients import Clients, has_code, reason
from common.queue.messages import Message
from common.queue.queue import QueueError, encoded
from common.queue.retrying import persistently

if TYPE_CHECKING:
    from google.pubsub_v1.services.publisher import PublisherAsyncClient
    from google.pubsub_v1.types.pubsub import PublishRequest

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


class PubSubQueue:
    """Pub/Sub has no delays, so a delayed message becomes a task of `tasks`. Without `tasks` it is
    not sent at all: only deliveries and tasks are delayed, their time is stored with them, and
    the sweep publishes them when it has come.
    """

    def __init__(self, project: str, topic_prefix: str, tasks: CloudTasks | None = None) -> None:
        self._topics = f"projects/{project}/topics/{topic_prefix}"
        self._tasks = tasks
        self._clients = Clients(_client, "PUBSUB_EMULATOR_HOST")
        self._batches = Batches(self._send)

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        topic, data = message.topic, encoded(message)
        if delay <= 0:
            await self._publish(topic, data)
        elif self._tasks is not None:
            await self._tasks.create(topic, data, delay)

    def close(self) -> None:
        self._clients.close()
        if self._tasks is not None:
            self._tasks.close()

    async def _publish(self, topic: str, data: bytes) -> None:
        try:
            async with asyncio.timeout(_SECONDS):
                await self._batches.add(self._topics + topic, data)
        except Exception as error:
            raise QueueError(f"{topic}: {reason(error)}") from error

    async def _send(self, topic: str, messages: list[bytes]) -> None:
        async def attempt() -> None:
            client = await self._clients.client()
            request = _request(topic, messages)
            await client.publish(request, retry=None, timeout=_ATTEMPT_SECONDS)

        await persistently(attempt, _may_pass, _SECONDS)


def _client() -> type[PublisherAsyncClient]:
    from google.pubsub_v1.services.publisher import PublisherAsyncClient

    return PublisherAsyncClient


def _request(topic: str, messages: list[bytes]) -> PublishRequest:
    # Loaded with the client; who never publishes loads neither.
    from google.pubsub_v1.types.pubsub import PublishRequest

    message = PublishRequest.pb()(topic=topic)
    for data in messages:
        message.messages.add(data=data)
    request: PublishRequest = PublishRequest.wrap(message)
    return request


def _may_pass(error: Exception) -> bool:
    return has_code(error, _AGAIN)
