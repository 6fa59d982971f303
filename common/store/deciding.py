"""Read, decide, commit on what was read, and again where others were faster."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from common.store.store import Conflict

T = TypeVar("T")


async def until_committed(attempt: Callable[[], Awaitable[T]], attempts: int, busy: Exception) -> T:
    """What `attempt` returns, which reads anew each time and raises Conflict when what it read had
    changed by its commit. Raises `busy` when that happened `attempts` times.
    """
    for _ in range(attempts):
        try:
            return await attempt()
        except Conflict:
            continue
    raise busy
