"""Read, decide, commit on what was read, and again where others were faster."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

from common.store.store import Conflict

T = TypeVar("T")

_PAUSE, _LONGEST_PAUSE = 0.002, 0.2


async def until_committed(attempt: Callable[[], Awaitable[T]], attempts: int, busy: Exception) -> T:
    """What `attempt` returns, which reads anew each time and raises Conflict when what it read had
    changed by its commit. Raises `busy` when that happened `attempts` times.
    """
    for number in range(attempts):
        try:
            return await attempt()
        except Conflict:
            # They would meet again at once.
            await asyncio.sleep(random.uniform(0, min(_PAUSE * 2**number, _LONGEST_PAUSE)))
    raise busy


async def to_its_end(
    work: Coroutine[object, object, T], undo: Callable[[T], Awaitable[None]] | None = None
) -> T:
    """Told to stop meanwhile, it stops after the work and not in the midst of its commit. What came
    of the work is undone then.
    """
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        done = await task
        if undo is not None:
            await undo(done)
        raise
