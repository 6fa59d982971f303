"""Delays by Google's Cloud Tasks: an HTTP call of the function itself, at the time it is due."""

from __future__ import annotations

import hashlib
import math
import time
from typing import Any

import grpc.aio

from common.google.messages import message_class
from common.google.service import Service, reason
from common.queue.queue import QueueError

LONGEST_DELAY = 30 * 86_400.0
"""What Cloud Tasks accepts; a longer delay is cut to it, and who is woken too early waits again."""

_SECONDS = 10.0
_V2 = "google.cloud.tasks.v2."
_Task = message_class(_V2 + "Task")
_OidcToken = message_class(_V2 + "OidcToken")
_Request = message_class(_V2 + "CreateTaskRequest")
_POST = 1


class CloudTasks:
    """`queue` is the full name; `{function}` in `url` stands for the function's name, which is the
    topic's. The function takes a token of `service_account` for `audience` only.
    """

    def __init__(self, queue: str, url: str, service_account: str, audience: str) -> None:
        self._queue = queue
        self._url = url
        self._token = _OidcToken(service_account_email=service_account, audience=audience)
        self._service = Service(
            _V2 + "CloudTasks", "cloudtasks.googleapis.com:443", "CLOUD_TASKS_EMULATOR_HOST"
        )

    async def create(self, topic: str, data: bytes, delay: float) -> None:
        """Raises QueueError."""
        request = self.request(topic, data, time.time() + delay)
        try:
            await self._service.call("CreateTask", request, _Task, _SECONDS, "parent")
        except Exception as error:
            if not _is_there_already(error):
                raise QueueError(f"{topic}: {reason(error)}") from error

    def close(self) -> None:
        self._service.close()

    def request(self, topic: str, data: bytes, due: float) -> Any:
        """The same message due in the same second is the same task."""
        # Rounded up: a name that has been used stays taken, so it must lie in the future.
        second = math.ceil(min(due, time.time() + LONGEST_DELAY - 1))
        content = b"\0".join((topic.encode(), str(second).encode(), data))
        task = _Task(name=f"{self._queue}/tasks/{hashlib.sha256(content).hexdigest()}")
        task.schedule_time.seconds = second
        call = task.http_request
        call.url = self._url.replace("{function}", topic)
        call.http_method = _POST
        call.headers["content-type"] = "application/json"
        call.body = data
        call.oidc_token.CopyFrom(self._token)
        return _Request(parent=self._queue, task=task)


def _is_there_already(error: Exception) -> bool:
    return (
        isinstance(error, grpc.aio.AioRpcError) and error.code() is grpc.StatusCode.ALREADY_EXISTS
    )
