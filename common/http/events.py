"""The adapter for functions that the queue or the schedule calls."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any

import functions_framework.aio
from cloudevents.http.event import CloudEvent

from common.http.journal import Journal
from common.moderation.context import Context, shared_context
from common.settings import load_settings

Consumer = Callable[[Context, dict[str, Any]], Awaitable[None]]


def queue_function(name: str, consumer: Consumer) -> Callable[[CloudEvent], Awaitable[None]]:
    """The framework function `name`. What `consumer` raises makes the queue deliver again."""
    journal = Journal(name, load_settings().log_level)

    async def entry(event: CloudEvent) -> None:
        started = time.time_ns()
        message = event.get_data()
        if not isinstance(message, dict):
            journal.write("error", "message is not an object", event=event["id"])
            return
        try:
            await consumer(shared_context(), message)
        except Exception as error:
            journal.write(
                "error", "failed", event=event["id"], error=f"{type(error).__name__}: {error}"
            )
            raise
        took = (time.time_ns() - started) / 1_000_000
        journal.write("debug", "done", event=event["id"], milliseconds=took)

    entry.__name__ = entry.__qualname__ = name
    functions_framework.aio.cloud_event(entry)
    return entry
