"""The queue's one verb. Receiving belongs to the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

import orjson

if TYPE_CHECKING:
    from common.queue.messages import Message

Cause = Literal["busy", "full", "read-only", "failing", "gone", "corrupt"]
"""Why queue or store cannot do what it is asked.

"busy" passes by itself; the others need somebody: a disk without room, a file that may not be
written, a disk that reports errors, a file that is no longer where it was, damaged content.
"""


class QueueError(Exception):
    """The message was not published; trying again may help."""

    def __init__(self, text: str, cause: Cause = "busy") -> None:
        super().__init__(text)
        self.cause = cause


class Queue(Protocol):
    async def publish(self, message: Message, delay: float = 0.0) -> None:
        """Delivered at least once, in no order, not before `delay` seconds have passed.

        Raises QueueError.
        """
        ...

    def close(self) -> None: ...


def encoded(message: Message) -> bytes:
    """Raises ValueError for what is no message."""
    body = message.encode()
    if not body:
        raise ValueError("a message is never empty")
    try:
        return orjson.dumps(body)
    except TypeError as error:
        raise ValueError(str(error)) from error
