"""What a quantity can be, as far as tests of it tell the difference: a few values stand for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf, isinf, nextafter

from common.rules.conditions.measures import (
    ABSENT,
    PARTLY,
    UNKNOWN,
    AtLeast,
    Datum,
    Quantity,
    Test,
)

OTHER = "\x00another"
"""A name that no condition can have."""


def representatives(quantity: Quantity, tests: Iterable[Test]) -> list[Datum]:
    """Of all that the quantity can be, one for each way in which the tests can come out."""
    tests = list(tests)
    found: list[Datum] = [*_known(quantity, tests)]
    if PARTLY in quantity.lacks:
        found += [AtLeast(each) for each in found if isinstance(each, int | float)]
    if ABSENT in quantity.lacks:
        found.append(ABSENT)
    if UNKNOWN in quantity.lacks:
        found.append(UNKNOWN)
    return found


def _known(quantity: Quantity, tests: Sequence[Test]) -> Iterable[Datum]:
    if quantity.is_number:
        return _numbers(quantity, {_number(test) for test in tests})
    names = [test.wanted for test in tests if isinstance(test.wanted, frozenset)]
    if names:
        return [*sorted(frozenset().union(*names)), OTHER]
    return (True, False) if any(test.operator == "is" for test in tests) else (OTHER,)


def _numbers(quantity: Quantity, wanted: set[float]) -> list[float]:
    """The thresholds themselves, and what lies next to them: where steps are whole one further,
    otherwise by the least step that there is.
    """
    low, high = quantity.low if quantity.low is not None else -inf, quantity.high
    found = {each for each in (low, high) if not isinf(each)}
    for threshold in wanted:
        found |= {threshold, *beside(quantity, threshold)}
    return sorted(each for each in found if low <= each <= high)


def beside(quantity: Quantity, threshold: float) -> tuple[float, float]:
    """The numbers next to it."""
    if quantity.whole:
        return threshold - 1, threshold + 1
    return nextafter(threshold, -inf), nextafter(threshold, inf)


def _number(test: Test) -> float:
    assert not isinstance(test.wanted, frozenset)
    return test.wanted
