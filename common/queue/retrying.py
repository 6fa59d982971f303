"""Attempts that are repeated, of calls over the network."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

_LONGEST_PAUSE = 1.0


async def persistently(
    attempt: Callable[[], Awaitable[T]],
    may_repeat: Callable[[Exception], bool],
    seconds: float,
    first_pause: float = 0.1,
) -> T:
    """The answer of the first attempt that succeeds. None begins later than `seconds` after the
    first one; the pauses between them are random, up to `first_pause` and then to twice as much
    each time, a second at most. Raises the last attempt's error.
    """
    deadline = time.monotonic() + seconds
    longest = first_pause
    while True:
        try:
            return await attempt()
        except Exception as error:
            pause = random.uniform(0, longest)
            if not may_repeat(error) or time.monotonic() + pause > deadline:
                raise
        await asyncio.sleep(pause)
        longest = min(2 * longest, _LONGEST_PAUSE)
