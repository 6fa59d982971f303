"""When a delivery is tried again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

RETRY_DELAYS: tuple[float, ...] = (5, 30, 120, 600, 3600, 21600, 86400)
MAX_RETRY_AFTER = 86400.0
JITTER = 0.2


def next_delay(
    attempts_made: int,
    rng: random.Random,
    retry_after: float | None = None,
    delays: Sequence[float] = RETRY_DELAYS,
) -> float | None:
    """Seconds until the next attempt; None when there is none and the delivery is dead."""
    if attempts_made < 1:
        raise ValueError("there is no retry before the first attempt")
    if attempts_made > len(delays):
        return None
    delay = delays[attempts_made - 1] * rng.uniform(1 - JITTER, 1 + JITTER)
    if retry_after is None:
        return delay
    return max(delay, min(retry_after, MAX_RETRY_AFTER))


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, which holds seconds or an HTTP date."""
    text = (value or "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        # float, since int refuses thousands of digits
        return min(float(text), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - now).total_seconds()
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), MAX_RETRY_AFTER)
