"""Why a rule holds or not: the whole tree of its conditions with what each of them saw, how near it
came, and what would have turned it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.rules.conditions.base import Base, Values, walk
from common.rules.conditions.measures import UNKNOWN, AtLeast, Datum, Test
from common.rules.facts import Facts
from common.rules.flipping import Flip, flip_of, is_as, is_number, part_of, wanted
from common.rules.formulas import Formula, Key, formula_of, whole
from common.rules.rule import Rule
from common.rules.values import representatives
from common.rules.verdicts import Verdict, Verdicts, without

Lacks = Callable[[Base], Sequence[str]]


def _nothing(_: Base) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison of a number, and how far it is from coming out the other way."""

    test: Test
    seen: Datum

    @property
    def distance(self) -> float | None:
        """In the quantity's own unit, None where nothing is seen."""
        quantity, seen = self.test.quantity, self.seen
        seen = seen.value if isinstance(seen, AtLeast) else seen
        other = self._other
        if not is_number(seen) or not is_number(other):
            return None
        distance = abs(other - seen)
        return distance if quantity.unit == 1 else distance / quantity.unit

    @property
    def part(self) -> float:
        other = self._other
        return 1.0 if other is None else part_of(self.seen, other)

    @property
    def _other(self) -> Datum | None:
        """What would have come out the other way, and is nearest."""
        values = (
            each
            for each in representatives(self.test.quantity, [self.test])
            if is_number(each) and self.test.of(each) is not self.test.of(self.seen)
        )
        return min(values, key=lambda each: part_of(self.seen, each), default=None)


@dataclass(frozen=True, slots=True)
class Clause:
    """`holds` is None where it is not known, and `why` says why not. `asked` is what the rule's
    author set of it.
    """

    type: str
    text: str
    holds: bool | None
    values: Values = field(default_factory=dict)
    asked: Mapping[str, Any] = field(default_factory=dict)
    compared: tuple[Compared, ...] = ()
    parts: tuple[Clause, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """`nearest` is the comparison that came nearest to what would have helped, of a rule that does
    not hold.
    """

    clause: Clause
    nearest: Compared | None
    flip: Flip | None

    @property
    def holds(self) -> bool | None:
        return self.clause.holds


def explain(rule: Rule, facts: Facts, lacks: Lacks = _nothing) -> Explanation:
    """Where facts were kept, `lacks` says what of them is missing for a single condition."""
    return Explainer(rule.when).explain(facts, lacks)


class Explainer:
    """Of one tree; what it is compiled to serves for any facts."""

    def __init__(self, when: Base) -> None:
        self._when = when
        self._verdicts = Verdicts(when)
        self._leaves = [each for each in walk(when) if not each.parts()]

    def explain(self, facts: Facts, lacks: Lacks = _nothing) -> Explanation:
        verdicts = self._verdicts.of(facts)
        lacking = {id(leaf): names for leaf in self._leaves if (names := lacks(leaf))}
        if lacking:
            verdicts = without(self._when, verdicts, lacking)
        clause = _clause(self._when, verdicts, facts, lacking)
        world, opaque = self._world(verdicts, facts, lacking)
        formula = formula_of(self._when, opaque)
        if verdicts[id(self._when)].error:
            return Explanation(clause, None, None)
        now_holds = clause.holds is True
        nearest = None if now_holds else _nearest(formula, world)
        return Explanation(clause, nearest, flip_of(formula, world, now_holds=now_holds))

    def _world(
        self, verdicts: Mapping[int, Verdict], facts: Facts, lacking: Container[int] = ()
    ) -> tuple[dict[Key, Datum], frozenset[int]]:
        """What is seen of each quantity. A condition that does not come out as its tests do is
        taken as it is.
        """
        world: dict[Key, Datum] = {}
        opaque: set[int] = set()
        for leaf in self._leaves:
            tests, seen = leaf.tests(), () if verdicts[id(leaf)].error else leaf.seen(facts)
            found = {test.of(datum) for test, datum in zip(tests, seen, strict=False)}
            outcome = True if True in found else None if None in found else False
            if not seen or outcome is not verdicts[id(leaf)].holds or id(leaf) in lacking:
                opaque.add(id(leaf))
            pairs = zip(tests, seen, strict=False)
            world |= {test.quantity.key: datum for test, datum in pairs}
        for leaf in self._leaves:
            if id(leaf) in opaque:
                holds = verdicts[id(leaf)].holds
                world[whole(leaf).quantity.key] = _known_or_not(holds)
        return world, frozenset(opaque)


def _known_or_not(holds: bool | None) -> Datum:
    return UNKNOWN if holds is None else holds


def _clause(
    condition: Base,
    verdicts: Mapping[int, Verdict],
    facts: Facts,
    lacking: Mapping[int, Sequence[str]],
) -> Clause:
    verdict = verdicts[id(condition)]
    parts = tuple(_clause(part, verdicts, facts, lacking) for part in condition.parts())
    text = condition.joint() or condition.describe()
    asked = {} if parts else _asked(condition)
    if verdict.error:
        why = (f"it failed: {verdict.error}",)
        return Clause(condition.type, text, verdict.holds, asked=asked, parts=parts, why=why)
    if parts:
        return Clause(condition.type, text, verdict.holds, parts=parts)
    if id(condition) in lacking:
        unkept = tuple(f"not kept: {name}" for name in lacking[id(condition)])
        return Clause(condition.type, text, None, asked=asked, why=unkept)
    missing = tuple(condition.missing(facts)) if verdict.holds is None else ()
    return Clause(
        condition.type,
        text,
        verdict.holds,
        condition.values(facts),
        asked,
        tuple(_compared(condition, facts)),
        why=missing,
    )


def _asked(condition: Base) -> Mapping[str, Any]:
    return condition.model_dump(mode="json", exclude={"type"}, exclude_none=True)


def _compared(condition: Base, facts: Facts) -> Iterator[Compared]:
    for test, seen in zip(condition.tests(), condition.seen(facts), strict=True):
        if test.quantity.is_number:
            yield Compared(test, seen)


def _nearest(formula: Formula, world: Mapping[Key, Datum]) -> Compared | None:
    missed = (
        Compared(atom.test, world[atom.key])
        for atom, goal in wanted(formula, "holds")
        if not is_as(goal, atom.test.of(world[atom.key])) and atom.test.quantity.is_number
    )
    near = [each for each in missed if each.distance is not None]
    return min(near, key=lambda each: each.part, default=None)
