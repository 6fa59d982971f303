"""The queue's one verb. Receiving belongs to the platform."""

from __future__ import annotations

from typing import Any, Protocol

import orjson


class QueueError(Exception):
    """The message was not published; trying again may help."""


class Queue(Protocol):
    async def publish(self, topic: str, message: dict[str, Any], delay: float = 0.0) -> None:
        """Delivered at least once, in no order, not before `delay` seconds have passed.

        `message` is a JSON object, never empty. Raises QueueError.
        """
        ...

    def close(self) -> None: ...


def encoded(message: dict[str, Any]) -> bytes:
    """Raises ValueError for what is no message."""
    if not message:
        raise ValueError("a message is never empty")
    try:
        return orjson.dumps(message)
    except TypeError as error:
        raise ValueError(str(error)) from error
