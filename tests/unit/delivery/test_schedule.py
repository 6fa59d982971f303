from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.delivery.schedule import (
    MAX_RETRY_AFTER,
    RETRY_DELAYS,
    next_delay,
    parse_retry_after,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
RETRY_AFTERS = st.none() | st.floats(min_value=0, max_value=1e9)


@given(st.integers(1, len(RETRY_DELAYS)), st.integers(), RETRY_AFTERS)
def test_a_delay_stays_within_its_jitter_unless_the_customer_asks_for_longer(
    attempts: int, seed: int, retry_after: float | None
) -> None:
    base = RETRY_DELAYS[attempts - 1]
    asked = min(retry_after or 0.0, MAX_RETRY_AFTER)
    delay = next_delay(attempts, random.Random(seed), retry_after)
    assert delay is not None
    assert max(0.8 * base, asked) <= delay <= max(1.2 * base, asked)


@given(st.integers(len(RETRY_DELAYS) + 1, 1000), st.integers(), RETRY_AFTERS)
def test_after_the_last_delay_the_delivery_is_dead(
    attempts: int, seed: int, retry_after: float | None
) -> None:
    assert next_delay(attempts, random.Random(seed), retry_after) is None


def test_the_schedule_spans_more_than_a_day() -> None:
    rng = random.Random(1)
    delays = [next_delay(made, rng) for made in range(1, 9)]
    assert delays[-1] is None
    assert sum(delay or 0 for delay in delays) > 86400


def test_settings_can_shorten_the_schedule() -> None:
    rng = random.Random(1)
    assert next_delay(1, rng, delays=[0.0]) == 0.0
    assert next_delay(2, rng, delays=[0.0]) is None
    assert next_delay(1, rng, delays=[]) is None


def test_the_same_seed_gives_the_same_delay() -> None:
    assert next_delay(3, random.Random(7)) == next_delay(3, random.Random(7))


def test_a_retry_before_the_first_attempt_is_a_mistake() -> None:
    with pytest.raises(ValueError):
        next_delay(0, random.Random(1))


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
