from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.delivery.schedule import (
    Retry,
    horizon,
    next_retry,
)
from common.outgoing.retry_after import MAX_RETRY_AFTER, parse_retry_after
from common.settings import Settings

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DELAYS = Settings().retry_delays
_SECOND = 1_000_000_000
_DAY = 86400
retry_afters = st.none() | st.floats(min_value=0, max_value=1e9)
moments = st.integers(0, 4 * 10**18)


@given(st.integers(1, len(DELAYS)), moments, moments, st.integers(), retry_afters)
def test_a_retry_comes_in_its_window_unless_the_customer_asks_for_longer(
    counted: int, window_end: int, now: int, seed: int, retry_after: float | None
) -> None:
    retry = next_retry(counted, window_end, now, random.Random(seed), DELAYS, retry_after)
    assert retry is not None
    begin, window = max(window_end, now), int(DELAYS[counted - 1] * _SECOND)
    asked = now + int(min(retry_after or 0.0, MAX_RETRY_AFTER) * _SECOND)
    assert max(begin, asked) <= retry.at <= max(begin + window, asked)
    assert retry.window_end == begin + window


@given(st.integers(len(DELAYS) + 1, 1000), retry_afters)
def test_after_the_last_window_there_is_no_retry(counted: int, retry_after: float | None) -> None:
    assert next_retry(counted, 0, 0, random.Random(1), DELAYS, retry_after) is None


@given(st.integers(), st.floats(0, 1))
def test_however_the_jitter_falls_the_attempts_cover_the_days(seed: int, slowness: float) -> None:
    """Each answer comes at once, or takes up to 15 s."""
    rng, retry = random.Random(seed), Retry(0, 0)
    for counted in range(1, len(DELAYS) + 1):
        answered = retry.at + int(15 * slowness * _SECOND)
        following = next_retry(counted, retry.window_end, answered, rng, DELAYS)
        assert following is not None and following.at >= answered
        retry = following
    whole = horizon(DELAYS) * _SECOND
    last = DELAYS[-1] * _SECOND
    assert whole - last <= retry.at <= whole + 15 * len(DELAYS) * _SECOND


def test_the_schedule_is_twelve_attempts_over_three_days() -> None:
    assert len(DELAYS) == 11
    assert 3 * _DAY < horizon(DELAYS) < 3.5 * _DAY


def test_jitter_is_full() -> None:
    """Deliveries that failed together do not come back together."""
    rng = random.Random(1)
    ats = [next_retry(2, 0, 0, rng, DELAYS) for _ in range(1_000)]
    tenths = {retry.at * 10 // (30 * _SECOND) for retry in ats if retry}
    assert tenths == set(range(10))


def test_a_schedule_may_have_windows_of_no_length() -> None:
    assert next_retry(1, 0, 7, random.Random(1), [0.0]) == Retry(7, 7)
    assert next_retry(2, 0, 7, random.Random(1), [0.0]) is None


def test_the_same_seed_gives_the_same_retry() -> None:
    assert len({next_retry(3, 0, 0, random.Random(7), DELAYS) for _ in range(3)}) == 1


def test_a_retry_before_the_first_attempt_is_a_mistake() -> None:
    with pytest.raises(ValueError):
        next_retry(0, 0, 0, random.Random(1), DELAYS)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("999999999", 86400.0),
        ("9" * 5000, 86400.0),
        ("Sun, 01 Mar 2026 12:01:30 GMT", 90.0),
        ("Sunday, 01-Mar-26 12:01:30 GMT", 90.0),
        ("Sun, 01 Mar 2026 12:01:30 -0000", 90.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Sun, 01 Mar 2099 11:00:00 GMT", 86400.0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("nan", None),
        ("soon", None),
        ("\N{SUPERSCRIPT TWO}", None),
        ("Sun, 99 Mar 2026 12:01:30 GMT", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds


@given(st.text())
def test_any_retry_after_is_bounded_or_ignored(value: str) -> None:
    seconds = parse_retry_after(value, NOW)
    assert seconds is None or 0 <= seconds <= MAX_RETRY_AFTER


@given(st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)))
def test_a_date_is_bounded(moment: datetime) -> None:
    header = format_datetime(moment.replace(tzinfo=UTC), usegmt=True)
    seconds = parse_retry_after(header, NOW)
    assert seconds is not None
    assert 0 <= seconds <= MAX_RETRY_AFTER
