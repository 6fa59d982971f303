"""When a delivery is tried again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from common.domain.times import nanoseconds
from common.outgoing.retry_after import MAX_RETRY_AFTER


@dataclass(frozen=True, slots=True)
class Retry:
    """Times in ns; `window_end` is where the following attempt's window begins."""

    at: int
    window_end: int


def next_retry(
    counted: int,
    window_end: int,
    now: int,
    rng: random.Random,
    delays: Sequence[float],
    retry_after: float | None = None,
) -> Retry | None:
    """None when there is no further attempt and the delivery is dead.

    Full jitter: an attempt comes at any time in its window. The windows lie end to end, so that
    jitter spreads the attempts and does not shorten the days that they cover.
    """
    if counted < 1:
        raise ValueError("there is no retry before the first attempt")
    if counted > len(delays):
        return None
    begin = max(window_end, now)
    window = nanoseconds(delays[counted - 1])
    at = begin + int(rng.uniform(0, window))
    if retry_after is not None:
        at = max(at, now + nanoseconds(min(retry_after, MAX_RETRY_AFTER)))
    return Retry(at, begin + window)


def horizon(delays: Sequence[float]) -> float:
    """Seconds after which nothing more is tried, also of what had to wait for its endpoint."""
    return sum(delays)
