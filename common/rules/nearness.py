"""How near a rule came to holding: 0 where it held, up to 1 for each condition that was far off."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

from common.rules.conditions.base import Base, period
from common.rules.conditions.content import ClassifiedAs
from common.rules.conditions.logic import AllOf, Not
from common.rules.facts import Facts

_FAR = 1.0


def distance(
    when: Base, facts: Facts, held: Mapping[int, bool | None], enough: float = inf
) -> float:
    """`held` says of the single conditions, by their identities, whether they hold. Above `enough`
    it need not be exact, so that conditions behind need not be looked at.
    """
    return _distance(when, facts, held, enough, wanted=True)


def _distance(
    condition: Base, facts: Facts, held: Mapping[int, bool | None], enough: float, *, wanted: bool
) -> float:
    if isinstance(condition, Not):
        return _distance(condition.condition, facts, held, enough, wanted=not wanted)
    parts = condition.parts()
    if not parts:
        holds = held[id(condition)]
        if holds is wanted:
            return 0.0
        return _FAR if holds is None else _gap(condition, facts)
    each = (_distance(part, facts, held, enough, wanted=wanted) for part in parts)
    if isinstance(condition, AllOf) is not wanted:
        return min(each)
    total = 0.0
    for one in each:
        total += one
        if total > enough:
            break
    return total


def _gap(condition: Base, facts: Facts) -> float:
    """Between what a condition compares and what it compares with, as a share of the latter."""
    if isinstance(condition, ClassifiedAs):
        return min(_FAR, condition.gap(facts))
    wanted = _wanted(condition)
    if wanted is None:
        return _FAR
    seen = [v for v in condition.values(facts).values() if type(v) in (int, float)]
    if not seen:
        return _FAR
    step = 1 if isinstance(seen[-1], int) else 0
    return min(_FAR, (abs(wanted - float(seen[-1])) + step) / (abs(wanted) + 1))


def _wanted(condition: Any) -> float | None:
    for name in ("percent", "value"):
        value = getattr(condition, name, None)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    age = getattr(condition, "age", None)
    return period(age) / 10**9 if isinstance(age, str) else None
