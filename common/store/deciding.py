"""Read, decide, commit; and decide again when another was faster."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from common.store.store import Conflict

T = TypeVar("T")


async def decide(
    attempt: Callable[[], Awaitable[T]], attempts: int, refusal: Exception | None = None
) -> T:
    """What `attempt` returns; it reads what it decides on, so that each time it decides anew.

    After so many attempts raises `refusal`, or the last Conflict where none is given.
    """
    for _ in range(attempts - 1):
        try:
            return await attempt()
        except Conflict:
            continue
    try:
        return await attempt()
    except Conflict as conflict:
        raise refusal or conflict from None
