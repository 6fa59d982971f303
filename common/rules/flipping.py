"""The smallest change of what a rule saw that would have turned it: from holding to not holding, or
from not holding to holding.

Small is first how many quantities change, then by how much of themselves. A quantity that one test
looks at is settled on its way up the tree; those that several look at are tried one value after
the other, up to a bound, beyond which what was found need not be the smallest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal, TypeGuard

from common.rules.conditions.measures import AtLeast, Datum, Lacking, Quantity, Test
from common.rules.formulas import Atom, Formula, Joint, Key, World, atoms
from common.rules.values import OTHER, beside, representatives

MOST_STEPS = 100_000
"""Of a try of one assignment a step for each test of the rule."""
Goal = Literal["holds", "does not hold", "is not known to hold", "is not known not to hold"]
OPPOSITE: Mapping[Goal, Goal] = {
    "holds": "does not hold",
    "does not hold": "holds",
    "is not known to hold": "is not known not to hold",
    "is not known not to hold": "is not known to hold",
}


@dataclass(frozen=True, slots=True)
class Change:
    """`part` is how much of itself the quantity changes by, 1 where that is no number."""

    quantity: Quantity
    before: Datum
    after: Datum
    part: float
    tests: tuple[Test, ...]

    @property
    def words(self) -> str:
        """What it is afterwards. A number that lies right beside a threshold is told by it."""
        after, shown = self.after, self.quantity.shown
        if isinstance(after, Lacking):
            return "none"
        if is_number(after):
            return self._number(after)
        if after == OTHER:
            names = {name for test in self.tests for name in _names(test)}
            return f"none of {', '.join(sorted(names))}" if names else "another"
        if isinstance(after, bool):
            return "yes" if after else "no"
        return str(shown(after))

    def _number(self, after: float) -> str:
        if self.quantity.whole and self.quantity.unit == 1:
            return _written(self.quantity.shown(after))
        for test in self.tests:
            threshold = test.wanted
            if is_number(threshold) and after in beside(self.quantity, threshold):
                side = "less" if after < threshold else "more"
                return f"{side} than {_written(self.quantity.shown(threshold))}"
        return _written(self.quantity.shown(after))


@dataclass(frozen=True, slots=True)
class Flip:
    """`is_smallest` unless there was too much to look through."""

    changes: tuple[Change, ...]
    is_smallest: bool = True

    @property
    def size(self) -> tuple[int, float]:
        return len(self.changes), sum(change.part for change in self.changes)


def flip_of(formula: Formula, world: World, *, now_holds: bool) -> Flip | None:
    """None where nothing would turn it, or nothing was found within bounds."""
    return _Search(formula, world, "is not known to hold" if now_holds else "holds").run()


def is_as(goal: Goal, found: bool | None) -> bool:
    match goal:
        case "holds":
            return found is True
        case "does not hold":
            return found is False
        case "is not known to hold":
            return found is not True
        case _:
            return found is not False


def part_of(before: Datum, after: Datum) -> float:
    one, other = (each.value if isinstance(each, AtLeast) else each for each in (before, after))
    numbers = [float(each) for each in (one, other) if is_number(each)]
    if len(numbers) < 2:
        return 1.0
    first, second = numbers
    most = max(abs(first), abs(second))
    return min(1.0, abs(first - second) / most) if most else 0.0


def is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


class _Search:
    def __init__(self, formula: Formula, world: World, goal: Goal) -> None:
        self._formula, self._world, self._goal = formula, world, goal
        self._tests: dict[Key, list[Test]] = {}
        self._quantities: dict[Key, Quantity] = {}
        self._atoms = 0
        for atom in atoms(formula):
            self._tests.setdefault(atom.key, []).append(atom.test)
            self._quantities.setdefault(atom.key, atom.test.quantity)
            self._atoms += 1
        self._known = {
            key: [
                each
                for each in representatives(quantity, self._tests[key])
                if not isinstance(each, AtLeast) and each is not Lacking.UNKNOWN
            ]
            for key, quantity in self._quantities.items()
        }
        self._shared = [key for key, tests in self._tests.items() if len(tests) > 1]

    def run(self) -> Flip | None:
        best: Flip | None = None
        steps = 0
        for assigned in self._assignments():
            if best is not None and len(assigned) > len(best.changes):
                break
            steps += self._atoms
            if steps > MOST_STEPS:
                return Flip(best.changes, False) if best is not None else None
            found = self._settled(self._formula, self._goal, assigned)
            if found is None:
                continue
            changed = (self._change(key, value) for key, value in assigned.items())
            flip = Flip((*changed, *found))
            if best is None or flip.size < best.size:
                best = flip
        return best

    def _assignments(self) -> Iterator[Mapping[Key, Datum]]:
        """Of the shared quantities, with those first that leave the most as they are."""
        for many in range(len(self._shared) + 1):
            for keys in combinations(self._shared, many):
                choices = [
                    [each for each in self._known[key] if each != self._world[key]] for key in keys
                ]
                for values in product(*choices):
                    yield dict(zip(keys, values, strict=True))

    def _settled(
        self, formula: Formula, goal: Goal, assigned: Mapping[Key, Datum]
    ) -> tuple[Change, ...] | None:
        """The fewest and least changes of what is not shared, None where there are none."""
        if isinstance(formula, Atom):
            return self._atom(formula, goal, assigned)
        if not isinstance(formula, Joint):
            return self._settled(formula.part, OPPOSITE[goal], assigned)
        found = [self._settled(part, goal, assigned) for part in formula.parts]
        wants_it = goal in ("holds", "is not known not to hold")
        if formula.is_all is wants_it:
            return None if None in found else tuple(c for each in found for c in each or ())
        possible = [each for each in found if each is not None]
        return min(possible, key=_size, default=None)

    def _atom(
        self, atom: Atom, goal: Goal, assigned: Mapping[Key, Datum]
    ) -> tuple[Change, ...] | None:
        key, test = atom.key, atom.test
        if is_as(goal, test.of(assigned.get(key, self._world[key]))):
            return ()
        if len(self._tests[key]) > 1:
            return None
        fitting = (value for value in self._known[key] if is_as(goal, test.of(value)))
        changes = [self._change(key, value) for value in fitting]
        return (min(changes, key=lambda each: each.part),) if changes else None

    def _change(self, key: Key, value: Datum) -> Change:
        before = self._world[key]
        tests = tuple(self._tests[key])
        return Change(self._quantities[key], before, value, part_of(before, value), tests)


def _names(test: Test) -> frozenset[str]:
    return test.wanted if isinstance(test.wanted, frozenset) else frozenset()


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _size(changes: Sequence[Change]) -> tuple[int, float]:
    return len(changes), sum(change.part for change in changes)


def wanted(formula: Formula, goal: Goal) -> Iterable[tuple[Atom, Goal]]:
    """What each test has to come to for the whole to be as the goal says."""
    if isinstance(formula, Atom):
        yield formula, goal
    elif isinstance(formula, Joint):
        for part in formula.parts:
            yield from wanted(part, goal)
    else:
        yield from wanted(formula.part, OPPOSITE[goal])
