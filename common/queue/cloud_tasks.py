"""Delays by Google's Cloud Tasks: an HTTP call of the function itself, at the time it is due."""

from __future__ import annotations

import asyncio
import hashlib
import math
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from common.queue.queue import QueueError

if TYPE_CHECKING:
    from google.cloud.tasks_v2 import CloudTasksClient, CreateTaskRequest

LONGEST_DELAY = 30 * 86_400.0
"""What Cloud Tasks accepts; a longer delay is cut to it, and who is woken too early waits again."""

_SECONDS = 10.0


class CloudTasks:
    """`queue` is the full name; `{function}` in `url` stands for the function's name, which is the
    topic's. The function takes a token of `service_account` for `audience` only.
    """

    def __init__(self, queue: str, url: str, service_account: str, audience: str) -> None:
        self._queue = queue
        self._url = url
        self._service_account = service_account
        self._audience = audience
        self._client: CloudTasksClient | None = None
        self._opening = threading.Lock()
        self._closed = False

    async def create(self, topic: str, data: bytes, delay: float) -> None:
        """Raises QueueError."""
        try:
            # The synchronous client, because the asynchronous one belongs to a single event loop.
            await asyncio.to_thread(self._create, topic, data, time.time() + delay)
        except Exception as error:
            raise QueueError(f"{topic}: {type(error).__name__}: {error}") from error

    def request(self, topic: str, data: bytes, due: float) -> CreateTaskRequest:
        """The same message due in the same second is the same task."""
        from google.cloud import tasks_v2

        # Rounded up: a name that has been used stays taken, so it must lie in the future.
        second = math.ceil(min(due, time.time() + LONGEST_DELAY - 1))
        content = b"\0".join((topic.encode(), str(second).encode(), data))
        call = tasks_v2.HttpRequest(
            url=self._url.replace("{function}", topic),
            http_method=tasks_v2.HttpMethod.POST,
            headers={"content-type": "application/json"},
            body=data,
            oidc_token=tasks_v2.OidcToken(
                service_account_email=self._service_account, audience=self._audience
            ),
        )
        task = tasks_v2.Task(
            name=f"{self._queue}/tasks/{hashlib.sha256(content).hexdigest()}",
            schedule_time=datetime.fromtimestamp(second, UTC),
            http_request=call,
        )
        return tasks_v2.CreateTaskRequest(parent=self._queue, task=task)

    def close(self) -> None:
        with self._opening:
            self._closed = True
            client, self._client = self._client, None
        if client is not None:
            client.transport.close()  # type: ignore[no-untyped-call]

    def _create(self, topic: str, data: bytes, due: float) -> None:
        from google.api_core.exceptions import AlreadyExists

        client = self._client or self._open()
        try:
            client.create_task(request=self.request(topic, data, due), timeout=_SECONDS)
        except AlreadyExists:
            return

    def _open(self) -> CloudTasksClient:
        from google.cloud.tasks_v2 import CloudTasksClient

        with self._opening:
            if self._closed:
                raise QueueError("closed")
            if self._client is None:
                self._client = CloudTasksClient()
            return self._client
