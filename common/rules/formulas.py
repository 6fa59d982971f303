"""A rule's tree as comparisons of quantities, which can be worked with without any facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from common.rules.conditions.base import Base
from common.rules.conditions.logic import AllOf, Not
from common.rules.conditions.measures import MAY_BE_UNKNOWN, Datum, Quantity, Test

Key = tuple[object, ...]
World = Mapping[Key, Datum]
"""What is seen of each quantity."""


@dataclass(frozen=True, slots=True)
class Atom:
    test: Test

    @property
    def key(self) -> Key:
        return self.test.quantity.key


@dataclass(frozen=True, slots=True)
class Joint:
    """Holds where all parts do, or where any does."""

    is_all: bool
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Negated:
    part: Formula


Formula = Atom | Joint | Negated


def formula_of(condition: Base, opaque: frozenset[int] = frozenset()) -> Formula:
    """`opaque` are the identities of conditions that are taken as they are."""
    if isinstance(condition, Not):
        return Negated(formula_of(condition.condition, opaque))
    parts = condition.parts()
    if parts:
        made = tuple(formula_of(part, opaque) for part in parts)
        return Joint(isinstance(condition, AllOf), made)
    tests = () if id(condition) in opaque else condition.tests()
    if not tests:
        return Atom(whole(condition))
    return Atom(tests[0]) if len(tests) == 1 else Joint(False, tuple(map(Atom, tests)))


def whole(condition: Base) -> Test:
    """That a condition holds, whatever it is made of."""
    key = ("whole", condition.model_dump_json())
    return Test(Quantity(key, condition.describe(), lacks=MAY_BE_UNKNOWN), "is", True)


def atoms(formula: Formula) -> Iterator[Atom]:
    match formula:
        case Atom():
            yield formula
        case Joint(parts=parts):
            for part in parts:
                yield from atoms(part)
        case Negated(part=part):
            yield from atoms(part)


def holds(formula: Formula, world: World) -> bool | None:
    match formula:
        case Atom(test=test):
            return test.of(world[test.quantity.key])
        case Negated(part=part):
            found = holds(part, world)
            return None if found is None else not found
        case Joint(is_all=is_all, parts=parts):
            values = [holds(part, world) for part in parts]
            if (not is_all) in values:
                return not is_all
            return None if None in values else is_all
