from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.times import to_rfc3339
from common.http.times import duration
from common.views.times import with_text_times

AT = 1_725_276_192_603_929_123
TEXT = "2024-09-02T11:23:12.603929Z"


def test_times_outside_the_second_version_are_text() -> None:
    assert to_rfc3339(AT) == TEXT
    assert with_text_times({"created_at": AT, "expires": AT, "n": AT}) == {
        "created_at": TEXT,
        "expires": TEXT,
        "n": AT,
    }


def test_nested_times_too() -> None:
    assert with_text_times({"a": [{"b": {"read_at": AT}}]}) == {"a": [{"b": {"read_at": TEXT}}]}


@pytest.mark.parametrize("value", [None, True, "2024", 1.5, [], {}])
def test_what_is_no_integer_stays(value: object) -> None:
    assert with_text_times({"read_at": value}) == {"read_at": value}


def test_the_customers_own_is_passed_through() -> None:
    custom = {"sent_at": 5, "expires": 2**64 - 1, "deep": {"at_at": 1}}
    assert with_text_times({"custom": custom}) == {"custom": custom}


def test_the_given_value_is_not_changed() -> None:
    given_value = {"a": {"read_at": AT}}
    with_text_times(given_value)
    assert given_value == {"a": {"read_at": AT}}


@given(st.integers(min_value=-(2**62), max_value=2**63 - 1))
def test_text_reads_back_to_the_microsecond(at: int) -> None:
    moment = datetime.fromisoformat(to_rfc3339(at))
    assert moment.tzinfo is not None
    back = round(moment.timestamp()) * 1_000_000
    assert abs(at // 1_000 - back) <= 1_000_000
    assert to_rfc3339(at)[20:26] == f"{at // 1_000 % 1_000_000:06d}"


@pytest.mark.parametrize(
    ("took", "text"), [(0, "0.00ms"), (1, "0.00ms"), (141_271_000, "141.27ms")]
)
def test_durations(took: int, text: str) -> None:
    assert duration(AT, AT + took) == text
