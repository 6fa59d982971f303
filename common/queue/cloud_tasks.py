"""Delays by Google's Cloud Tasks: an HTTP call of the function itself, at the time it is due."""

from __future__ import annotations

import hashlib
import math
import time
from typing import TYPE_CHECKING

import grpc

from common.queue.google_clients import Clients, has_code, reason
from common.queue.queue import QueueError

if TYPE_CHECKING:
    from google.cloud.tasks_v2.services.cloud_tasks import CloudTasksAsyncClient
    from google.cloud.tasks_v2.types.cloudtasks import CreateTaskRequest

LONGEST_DELAY = 30 * 86_400.0
"""What Cloud Tasks accepts; a longer delay is cut to it, and who is woken too early waits again."""

_SECONDS = 10.0
_POST = 1
_IS_THERE = (grpc.StatusCode.ALREADY_EXISTS,)


class CloudTasks:
    """`queue` is the full name; `{function}` in `url` stands for the function's name, which is the
    topic's. The function takes a token of `service_account` for `audience` only.
    """

    def __init__(self, queue: str, url: str, service_account: str, audience: str) -> None:
        self._queue = queue
        self._url = url
        self._account = service_account
        self._audience = audience
        self._clients = Clients(_client, "CLOUD_TASKS_EMULATOR_HOST")

    async def create(self, topic: str, data: bytes, delay: float) -> None:
        """Raises QueueError."""
        due = time.time() + delay
        try:
            client = await self._clients.client()
            request = self.request(topic, data, due)
            await client.create_task(request, retry=None, timeout=_SECONDS)
        except Exception as error:
            if not has_code(error, _IS_THERE):
                raise QueueError(f"{topic}: {reason(error)}") from error

    def close(self) -> None:
        self._clients.close()

    def request(self, topic: str, data: bytes, due: float) -> CreateTaskRequest:
        """The same message due in the same second is the same task."""
        # Loaded with the client; who never delays a message loads neither.
        from google.cloud.tasks_v2.types.cloudtasks import CreateTaskRequest

        # Rounded up: a name that has been used stays taken, so it must lie in the future.
        second = math.ceil(min(due, time.time() + LONGEST_DELAY - 1))
        content = b"\0".join((topic.encode(), str(second).encode(), data))
        message = CreateTaskRequest.pb()(parent=self._queue)
        task = message.task
        task.name = f"{self._queue}/tasks/{hashlib.sha256(content).hexdigest()}"
        task.schedule_time.seconds = second
        call = task.http_request
        call.url = self._url.replace("{function}", topic)
        call.http_method = _POST
        call.headers["content-type"] = "application/json"
        call.body = data
        call.oidc_token.service_account_email = self._account
        call.oidc_token.audience = self._audience
        request: CreateTaskRequest = CreateTaskRequest.wrap(message)
        return request


def _client() -> type[CloudTasksAsyncClient]:
    from google.cloud.tasks_v2.services.cloud_tasks import CloudTasksAsyncClient

    return CloudTasksAsyncClient
