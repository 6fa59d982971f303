"""Krippendorff's alpha: as published, and as its definition says, pair by pair."""

from __future__ import annotations

from itertools import permutations
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.agreement import Unit, agreement, alpha_of

_UNITS = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12)


def _units(*observers: str) -> list[Unit]:
    """Of each thing what was said of it; `.` is where somebody said nothing."""
    return [[value for value in said if value != "."] for said in zip(*observers, strict=True)]


_TWO = _units("0100000010", "1110010000")
_THREE = _units(
    ".....341211 33.3".replace(" ", ""),
    "1.21334 3.......".replace(" ", ""),
    "..21344.211 33.4".replace(" ", ""),
)
_FOUR = _units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def _by_pairs(units: list[Unit]) -> float | None:
    """1 - (disagreeing pairs within units) / (those among all values), each by its definition."""
    paired = [unit for unit in units if len(unit) >= 2]
    values = [value for unit in paired for value in unit]
    n = len(values)
    if n < 2:
        return None
    expected = sum(one != other for one, other in permutations(values, 2)) / (n * (n - 1))
    if not expected:
        return None
    observed = sum(
        sum(one != other for one, other in permutations(unit, 2)) / (len(unit) - 1)
        for unit in paired
    )
    return 1 - observed / n / expected


@pytest.mark.parametrize(
    ("units", "published"),
    [
        pytest.param(_TWO, 0.095, id="two observers, binary: Krippendorff 2011, B"),
        pytest.param(_THREE, 0.691, id="three observers, some silent"),
        pytest.param(_FOUR, 0.743, id="four observers, some silent: Krippendorff 2011, C"),
    ],
)
def test_it_is_what_was_published(units: list[Unit], published: float) -> None:
    found = alpha_of(units)
    assert found is not None and round(found, 3) == published


@given(_UNITS)
def test_it_is_what_its_definition_says(units: list[Unit]) -> None:
    found, wanted = alpha_of(units), _by_pairs(units)
    assert (found is None) == (wanted is None)
    if found is not None and wanted is not None:
        assert isclose(found, wanted, abs_tol=1e-9)


def test_all_who_agree_have_one_and_none_is_of_one_value() -> None:
    assert alpha_of([("keep", "keep"), ("act", "act")]) == 1.0
    assert alpha_of([("keep", "keep")] * 5) is None
    assert alpha_of([("keep",), ("act",)]) is None
    assert agreement([]).units == 0


def test_the_interval_holds_it_and_grows_narrow() -> None:
    some = [*[("keep", "keep")] * 6, *[("act", "act")] * 6, *[("keep", "act")] * 4]
    few, many = agreement(some), agreement(some * 12)
    for each in (few, many):
        assert each.alpha is not None and each.low is not None and each.high is not None
        assert -1.0 <= each.low < each.alpha < each.high <= 1.0
    assert few.low is not None and few.high is not None
    assert many.low is not None and many.high is not None
    assert many.high - many.low < few.high - few.low
    assert agreement(some) == few
