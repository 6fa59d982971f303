"""Why a rule holds or not: the whole tree of its conditions, with what each of them saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from common.rules.conditions.base import Base, Values
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.rules.verdicts import Verdict, Verdicts


@dataclass(frozen=True, slots=True)
class Clause:
    """`holds` is None where it is not known, and `why` says why not."""

    type: str
    text: str
    holds: bool | None
    values: Values = field(default_factory=dict)
    parts: tuple[Clause, ...] = ()
    why: tuple[str, ...] = ()


def explain(rule: Rule, facts: Facts) -> Clause:
    return _clause(rule.when, Verdicts(rule.when).of(facts), facts)


def _clause(condition: Base, verdicts: Mapping[int, Verdict], facts: Facts) -> Clause:
    verdict = verdicts[id(condition)]
    parts = tuple(_clause(part, verdicts, facts) for part in condition.parts())
    values: Values = {}
    why: tuple[str, ...] = ()
    if verdict.error:
        why = (f"it failed: {verdict.error}",)
    elif not parts:
        values = condition.values(facts)
        why = tuple(condition.missing(facts)) if verdict.holds is None else ()
    text = condition.joint() or condition.describe()
    return Clause(condition.type, text, verdict.holds, values, parts, why)
