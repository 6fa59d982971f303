"""What follows from rules' trees alone, whatever they will see.

Sound and not complete: what is said is so, and where there is too much to look through nothing is
said. Quantities are taken as independent of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.rules.conditions.measures import Datum, Test
from common.rules.flipping import OPPOSITE, Goal, is_as
from common.rules.formulas import Atom, Formula, Joint, Key, atoms
from common.rules.values import representatives

_MOST_WAYS = 500
Asked = tuple[Formula, Goal]
_Way = Mapping[Key, frozenset[Datum]]
"""What each quantity may be for all to be as asked; one that is not named may be anything."""


class TooMuch(Exception):
    """To look through."""


@dataclass(slots=True)
class Steps:
    """That are left, of all questions together."""

    left: int = 200_000

    def take(self, many: int) -> None:
        self.left -= many
        if self.left < 0:
            raise TooMuch


def can_be(asked: Iterable[Asked], steps: Steps) -> bool | None:
    """Whether all can be as asked at once, as far as their quantities say; None where that is too
    much to say.
    """
    asked = [*asked]
    try:
        ways: list[_Way] = [{}]
        looking = _Looking([formula for formula, _ in asked], steps)
        for formula, goal in asked:
            ways = looking.joined(ways, looking.ways(formula, goal))
        return bool(ways)
    except TooMuch:
        return None


class _Looking:
    def __init__(self, formulas: Iterable[Formula], steps: Steps) -> None:
        self._steps = steps
        tests: dict[Key, list[Test]] = {}
        for formula in formulas:
            for atom in atoms(formula):
                tests.setdefault(atom.key, []).append(atom.test)
        self._values = {
            key: frozenset(representatives(some[0].quantity, some)) for key, some in tests.items()
        }

    def ways(self, formula: Formula, goal: Goal) -> list[_Way]:
        """All in which the formula is as the goal says."""
        if isinstance(formula, Atom):
            self._steps.take(1)
            fitting = (
                each for each in self._values[formula.key] if is_as(goal, formula.test.of(each))
            )
            found = frozenset(fitting)
            return [{formula.key: found}] if found else []
        if not isinstance(formula, Joint):
            return self.ways(formula.part, OPPOSITE[goal])
        wants_it = goal in ("holds", "is not known not to hold")
        if formula.is_all is wants_it:
            ways: list[_Way] = [{}]
            for part in formula.parts:
                ways = self.joined(ways, self.ways(part, goal))
            return ways
        return self._bounded([way for part in formula.parts for way in self.ways(part, goal)])

    def joined(self, ways: list[_Way], others: list[_Way]) -> list[_Way]:
        self._steps.take(len(ways) * len(others))
        found = (_both(one, other) for one in ways for other in others)
        return self._bounded([way for way in found if way is not None])

    def _bounded(self, ways: list[_Way]) -> list[_Way]:
        if len(ways) > _MOST_WAYS:
            raise TooMuch
        return ways


def _both(one: _Way, other: _Way) -> _Way | None:
    both = dict(one)
    for key, values in other.items():
        known = both.get(key)
        both[key] = values if known is None else known & values
        if not both[key]:
            return None
    return both
