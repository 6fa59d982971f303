"""How long things took, counted in buckets, each a fixed part longer than the one before: a median
is told to within an eighth, however much is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from common.domain.times import SECOND

STEP = 1.25


def bucket_of(nanoseconds: int) -> int:
    """Shorter than a second counts as a second."""
    return round(log(max(1.0, nanoseconds / SECOND), STEP))


def seconds_of(bucket: int) -> int:
    return round(STEP**bucket)


def bounds_of(bucket: int) -> tuple[int, int]:
    """Seconds, from the least to the most that is counted in it."""
    return round(STEP ** (bucket - 0.5)) if bucket else 0, round(STEP ** (bucket + 0.5))


def median_bucket(counts: Mapping[int, int]) -> int | None:
    """The lower one of two. None where nothing is counted."""
    total = sum(counts.values())
    seen = 0
    for bucket in sorted(counts):
        seen += counts[bucket]
        if 2 * seen >= total > 0:
            return bucket
    return None
