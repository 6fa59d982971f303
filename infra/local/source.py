"""Where a consumer gets its messages from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Leased(Protocol):
    """`attempts` counts this lease too; `body` is the message as it was sent."""

    @property
    def id(self) -> int | str: ...
    @property
    def topic(self) -> str: ...
    @property
    def body(self) -> bytes: ...
    @property
    def attempts(self) -> int: ...


class Source(Protocol):
    """Its methods raise QueueError."""

    async def lease(
        self, topics: Sequence[str], limit: int, lease_seconds: float
    ) -> Sequence[Leased]: ...

    async def ack(self, id: Any) -> None: ...

    async def release(self, id: Any, delay_seconds: float = 0.0) -> None: ...

    async def bury(self, id: Any, reason: str) -> None: ...
