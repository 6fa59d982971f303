"""Moments are integer nanoseconds since the epoch everywhere inside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MICROSECOND = 1_000
SECOND = 1_000_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def nanoseconds_of(moment: datetime) -> int:
    """Exact, which the detour over a float of seconds is not."""
    return (moment - _EPOCH) // _MICROSECOND * 1_000


def nanoseconds(seconds: float) -> int:
    """Of a length of time."""
    return int(seconds * SECOND)


def to_rfc3339(at: int) -> str:
    seconds, rest = divmod(at, SECOND)
    text = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{rest // 1000:06d}Z"
