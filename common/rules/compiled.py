"""Rules that are compiled together, and which of them hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from common.rules.compiler import (
    Code,
    Failure,
    Spent,
    TimedProgram,
    compile_tests,
    compile_timed,
)
from common.rules.conditions.base import walk
from common.rules.facts import Facts
from common.rules.reasons import Reasons
from common.rules.rule import Rule

_COMPILED_AT_ONCE = 100


class SameRules(tuple[Rule, ...]):
    """Compared by which objects they are: to compare what is in them would take long."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameRules) and list(map(id, self)) == list(map(id, other))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))


@dataclass(slots=True)
class Ran:
    """The numbers of the rules that held and of those that failed, and how long each `took`."""

    held: list[int] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    took: Spent = field(default_factory=dict)


class Compiled:
    """What says how long each rule takes is compiled once that is asked for."""

    def __init__(self, rules: SameRules) -> None:
        self.rules = rules
        self._program = compile_tests([*map(_InEffect, rules)], "rules")
        self._timed: TimedProgram | None = None
        self._explainers: dict[int, Reasons] = {}

    def run(self, facts: Facts, first_only: bool, *, timed: bool) -> Ran:
        ran = Ran()
        if not timed:
            self._program(facts, first_only, ran.held, ran.failed)
            return ran
        if self._timed is None:
            self._timed = compile_timed([*map(_InEffect, self.rules)], "rules")
        self._timed(facts, first_only, ran.held, ran.failed, ran.took)
        return ran

    def explainer(self, number: int) -> Reasons:
        explainer = self._explainers.get(number)
        if explainer is None:
            explainer = self._explainers[number] = Reasons(self.rules[number].when)
        return explainer


@dataclass(frozen=True, slots=True)
class _InEffect:
    """A rule's conditions, and that its group is on."""

    rule: Rule

    def code(self, out: Code) -> str:
        code, group = self.rule.when.code(out), self.rule.group
        return code if group is None else f"({out.constant(group)} in groups and {code})"


def parts_of(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    part: list[Rule] = []
    size = 0
    for rule in rules:
        own = size_of(rule)
        if part and size + own > _COMPILED_AT_ONCE:
            yield part
            part, size = [], 0
        part.append(rule)
        size += own
    if part:
        yield part


def size_of(rule: Rule) -> int:
    """The number of its conditions."""
    return sum(1 for _ in walk(rule.when))
