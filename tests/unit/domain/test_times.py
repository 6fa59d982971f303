"""Moments as nanoseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from common.domain.times import nanoseconds_of


@pytest.mark.parametrize("microsecond", [0, 1, 123_457, 499_999, 999_999])
@pytest.mark.parametrize("year", [1, 1969, 1970, 2026, 9999])
def test_a_moment_is_exact(year: int, microsecond: int) -> None:
    moment = datetime(year, 6, 7, 8, 9, 10, microsecond, tzinfo=UTC)
    nanoseconds = nanoseconds_of(moment)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    assert epoch + timedelta(microseconds=nanoseconds // 1_000) == moment
    assert nanoseconds % 1_000 == 0


def test_the_zone_counts() -> None:
    moment = datetime(1970, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    assert nanoseconds_of(moment) == 0
