"""A rule over what was kept: whether it would have held, by the very code that runs live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from common.domain.rule_input import RuleInput
from common.rules.class_table import ClassTable
from common.rules.compiler import Failure, Program, compile_tests
from common.rules.conditions.base import Base, walk
from common.rules.facts import Facts
from common.rules.inputs import Needs, restored
from common.rules.nearness import distance
from common.rules.rule import Rule
from common.rules.verdicts import MayBe, Verdicts, joined

UNKNOWN = "unknown"
"""Why a rule cannot be said to hold or not, where all that it looks at was kept."""
_CLAUSES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Replayed:
    """`holds` is None where it cannot be said, for the reasons `because`. `distance` is of what
    does not hold.
    """

    input: RuleInput
    facts: Facts
    holds: bool | None
    because: tuple[str, ...] = ()
    failed: bool = False
    distance: float = 0.0


class Replay:
    """`table` has the app's classes."""

    def __init__(self, rule: Rule, table: ClassTable) -> None:
        self._table = table
        self._when = rule.when
        self._scopes = frozenset(rule.scopes)
        self._program = compile_tests([rule.when, MayBe(rule.when)], "backtest")
        self._verdicts = Verdicts(rule.when)
        self._leaves = [each for each in walk(rule.when) if not each.parts()]
        self._tests = {
            id(leaf): compile_tests([leaf, MayBe(leaf)], "condition") for leaf in self._leaves
        }
        self._needs = Needs.of(rule.when)
        self._needed = {id(leaf): Needs.of(leaf) for leaf in self._leaves}

    def looks_at(self, input: RuleInput) -> bool:
        return not self._scopes.isdisjoint(input["scopes"])

    def of(self, input: RuleInput, enough: float = inf) -> Replayed:
        """Of what is farther off than `enough`, the distance need not be exact."""
        facts = restored(input["facts"], input["at"], self._table)
        lacking = self._needs.lacking(input["facts"])
        if lacking:
            return self._without(lacking, input, facts)
        numbers: list[int] = []
        failed: list[Failure] = []
        self._program(facts, False, numbers, failed)
        if failed:
            return Replayed(input, facts, None, (UNKNOWN,), failed=True)
        if 0 in numbers:
            return Replayed(input, facts, True)
        if 1 in numbers:
            return Replayed(input, facts, None, _reasons(facts))
        held = _Held(self._tests, facts)
        far = distance(self._when, facts, held, enough)
        return Replayed(input, facts, False, distance=far)

    def clauses(self, replayed: Replayed) -> list[dict[str, Any]]:
        """What the first of its single conditions said."""
        verdicts = self._verdicts.of(replayed.facts)
        return [
            {"holds": verdicts[id(leaf)].holds, "values": _short(leaf, replayed.facts)}
            for leaf in self._leaves[:_CLAUSES_SHOWN]
        ]

    def _without(self, lacking: list[str], input: RuleInput, facts: Facts) -> Replayed:
        """What is missing may not matter: then the rule says the same whatever it is."""
        verdicts = self._verdicts.of(facts)
        held = {
            id(leaf): None
            if self._needed[id(leaf)].lacking(input["facts"])
            else verdicts[id(leaf)].holds
            for leaf in self._leaves
        }
        holds = _joined(self._when, held)
        because = tuple(lacking) if holds is None else ()
        far = distance(self._when, facts, held) if holds is False else 0.0
        return Replayed(input, facts, holds, because, distance=far)


class _Held(dict[int, bool | None]):
    """Whether single conditions hold, each worked out once somebody asks."""

    def __init__(self, tests: Mapping[int, Program], facts: Facts) -> None:
        super().__init__()
        self._tests = tests
        self._facts = facts

    def __missing__(self, leaf: int) -> bool | None:
        numbers: list[int] = []
        failed: list[Failure] = []
        self._tests[leaf](self._facts, False, numbers, failed)
        holds = None if failed else 0 in numbers or (None if 1 in numbers else False)
        self[leaf] = holds
        return holds


def conditions_of(rule: Rule) -> list[str]:
    """In words, those whose clauses are shown."""
    leaves = [each for each in walk(rule.when) if not each.parts()]
    return [leaf.describe() for leaf in leaves[:_CLAUSES_SHOWN]]


def _joined(condition: Base, held: Mapping[int, bool | None]) -> bool | None:
    parts = condition.parts()
    if not parts:
        return held[id(condition)]
    return joined(condition, [_joined(part, held) for part in parts])


def _reasons(facts: Facts) -> tuple[str, ...]:
    """The engines that did not judge, if any."""
    return tuple(f"not judged by {name}" for name in sorted(facts.not_judged)) or (UNKNOWN,)


def _short(leaf: Base, facts: Facts) -> dict[str, Any]:
    values = leaf.values(facts)
    return {key[:255]: value for key, value in [*values.items()][:_CLAUSES_SHOWN]}
