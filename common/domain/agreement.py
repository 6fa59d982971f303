"""Agreement of people who judge the same: Krippendorff's alpha for nominal values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

Unit = Sequence[str]
"""What was said of one thing, by however many people."""
_RESAMPLES = 1_000
_MOST_UNITS = 2_000
"""Beyond so many the interval is that of as many, a little wider than it would be."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is 1 where all agree and 0 where they do as by chance; None where it is not defined,
    as nobody said two different things, or nothing was judged twice. `low` and `high` are where it
    is by 95 %.
    """

    units: int
    alpha: float | None
    low: float | None = None
    high: float | None = None


def agreement(units: Sequence[Unit]) -> Agreement:
    judged = [Counter(unit) for unit in units if len(unit) >= 2]
    alpha = _alpha(judged)
    if alpha is None:
        return Agreement(len(judged), None)
    low, high = _interval(judged[:_MOST_UNITS])
    return Agreement(len(judged), alpha, low, high)


def alpha_of(units: Sequence[Unit]) -> float | None:
    return _alpha([Counter(unit) for unit in units if len(unit) >= 2])


def _alpha(units: Sequence[Counter[str]]) -> float | None:
    """1 - observed / expected disagreement, over the coincidences of values that can be paired."""
    totals: Counter[str] = Counter()
    observed = 0.0
    for unit in units:
        said = unit.total()
        totals.update(unit)
        observed += (said * said - sum(n * n for n in unit.values())) / (said - 1)
    n = totals.total()
    expected = n * n - sum(each * each for each in totals.values())
    if n < 2 or not expected:
        return None
    return 1.0 - (n - 1) * observed / expected


def _interval(units: Sequence[Counter[str]]) -> tuple[float, float]:
    """By drawing as many units again and again. Those that were drawn all alike agree. The same
    units have the same interval.
    """
    rng = Random(len(units))
    drawn = (_alpha(rng.choices(units, k=len(units))) for _ in range(_RESAMPLES))
    found = sorted(1.0 if each is None else each for each in drawn)
    return found[int(0.025 * _RESAMPLES)], found[int(0.975 * _RESAMPLES) - 1]
