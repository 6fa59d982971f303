"""Which of its conditions made a rule match."""

from __future__ import annotations

from dataclasses import dataclass

from common.rules.compiler import Failure, compile_tests
from common.rules.conditions.base import Base, Values, walk
from common.rules.conditions.logic import AllOf, Not
from common.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that made its rule match; `negated` when it did so by not holding."""

    type: str
    text: str
    values: Values
    negated: bool = False


class Reasons:
    """Of one rule: tests its single conditions, by the code that it is itself made of."""

    def __init__(self, when: Base) -> None:
        self._when = when
        self._leaves = [each for each in walk(when) if not each.parts()]
        self._program = compile_tests(self._leaves, "conditions")

    def explain(self, facts: Facts) -> list[Held]:
        numbers: list[int] = []
        failed: list[Failure] = []
        self._program(facts, False, numbers, failed)
        unknown = {number for number, _ in failed}
        known = {
            id(leaf): number in numbers
            for number, leaf in enumerate(self._leaves)
            if number not in unknown
        }
        return _reasons(self._when, True, known, facts) or []


def _reasons(
    condition: Base, wanted: bool, known: dict[int, bool], facts: Facts
) -> list[Held] | None:
    """Why `condition` is what was wanted, None when it is not."""
    if isinstance(condition, Not):
        return _reasons(condition.condition, not wanted, known, facts)
    parts = condition.parts()
    if not parts:
        if known.get(id(condition)) is not wanted:
            return None
        values = condition.values(facts)
        return [Held(condition.type, condition.describe(), values, negated=not wanted)]
    found = [_reasons(part, wanted, known, facts) for part in parts]
    fitting = [reasons for reasons in found if reasons is not None]
    needs_every_part = isinstance(condition, AllOf) is wanted
    if not fitting or (needs_every_part and len(fitting) < len(found)):
        return None
    return [reason for reasons in fitting for reason in reasons]
