"""Moments are integer nanoseconds since the epoch everywhere inside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def nanoseconds_of(moment: datetime) -> int:
    """Exact, which the detour over a float of seconds is not."""
    return (moment - _EPOCH) // _MICROSECOND * 1_000
