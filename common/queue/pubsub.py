"""The queue in Google's Pub/Sub, whose subscriptions push each message to its function."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import orjson

from common.queue.queue import QueueError

if TYPE_CHECKING:
    from google.cloud.pubsub_v1 import PublisherClient  # type: ignore[import-untyped]

    from common.queue.cloud_tasks import CloudTasks

# Long enough for what one turn of the loop publishes, and nothing beside the server's answer.
_BATCH_SECONDS = 0.001
_BATCH_MESSAGES = 100
_ATTEMPT_SECONDS = 5.0
_SECONDS = 10.0


class PubSubQueue:
    """Its client is made by the first publishing: the server forks after loading the functions.

    Pub/Sub has no delays, so a delayed message becomes a task of `tasks`. Without `tasks` it is not
    sent at all: only deliveries are delayed, their time is stored with them, and the sweep
    publishes them when it has come.
    """

    def __init__(self, project: str, topic_prefix: str, tasks: CloudTasks | None = None) -> None:
        self._topics = f"projects/{project}/topics/{topic_prefix}"
        self._tasks = tasks
        self._publisher: PublisherClient | None = None
        self._opening = threading.Lock()
        self._closed = False

    async def publish(self, topic: str, message: dict[str, Any], delay: float = 0.0) -> None:
        data = _encoded(message)
        if delay <= 0:
            await self._publish(topic, data)
        elif self._tasks is not None:
            await self._tasks.create(topic, data, delay)

    def close(self) -> None:
        with self._opening:
            self._closed = True
            publisher, self._publisher = self._publisher, None
        if publisher is not None:
            publisher.stop()
            publisher.transport.close()
        if self._tasks is not None:
            self._tasks.close()

    async def _publish(self, topic: str, data: bytes) -> None:
        try:
            publisher = await self._client()
            async with asyncio.timeout(_SECONDS):
                await asyncio.wrap_future(publisher.publish(self._topics + topic, data))
        except Exception as error:
            raise QueueError(f"{topic}: {type(error).__name__}: {error}") from error

    async def _client(self) -> PublisherClient:
        if self._publisher is not None:
            return self._publisher
        # In a thread, so that importing keeps no other request waiting.
        return await asyncio.to_thread(self._open)

    def _open(self) -> PublisherClient:
        with self._opening:
            if self._closed:
                raise QueueError("closed")
            if self._publisher is None:
                self._publisher = _new_publisher()
            return self._publisher


def _new_publisher() -> PublisherClient:
    """To an emulator without credentials where PUBSUB_EMULATOR_HOST is set."""
    from google.api_core.retry import Retry
    from google.cloud.pubsub_v1 import PublisherClient
    from google.cloud.pubsub_v1.types import (  # type: ignore[import-untyped]
        BatchSettings,
        PublisherOptions,
    )

    return PublisherClient(
        batch_settings=BatchSettings(max_messages=_BATCH_MESSAGES, max_latency=_BATCH_SECONDS),
        # The client's own would go on for ten minutes after the caller was told of a failure.
        publisher_options=PublisherOptions(
            retry=Retry(initial=0.1, maximum=1.0, multiplier=2.0, timeout=_SECONDS),
            timeout=_ATTEMPT_SECONDS,
        ),
    )


def _encoded(message: dict[str, Any]) -> bytes:
    if not message:
        raise ValueError("a message is never empty")
    try:
        return orjson.dumps(message)
    except TypeError as error:
        raise ValueError(str(error)) from error
