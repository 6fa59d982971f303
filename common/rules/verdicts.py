"""What each part of a rule's tree says of facts: that it holds, that it does not, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.rules.compiler import Code, Compilable, Failure, compile_tests
from common.rules.conditions.base import Base, walk
from common.rules.conditions.logic import AllOf, Not
from common.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Verdict:
    """`holds` is None where it is not known, or where it failed with `error`."""

    holds: bool | None
    error: str = ""


class MayBe:
    """A condition as it stands below a `not`: true also where it might hold."""

    def __init__(self, condition: Base) -> None:
        self._condition = condition

    def code(self, out: Code) -> str:
        with out.negated():
            return self._condition.code(out)


class Verdicts:
    """Of one tree, by the code that the rule itself is made of."""

    def __init__(self, when: Base) -> None:
        self._when = when
        self._leaves = [each for each in walk(when) if not each.parts()]
        tests: list[Compilable] = [*self._leaves, *map(MayBe, self._leaves), when]
        self._program = compile_tests(tests, "clauses")

    def of(self, facts: Facts) -> Mapping[int, Verdict]:
        """By the conditions' identities."""
        numbers: list[int] = []
        failed: list[Failure] = []
        self._program(facts, False, numbers, failed)
        held, errors = set(numbers), {number: _text(error) for number, error in failed}
        found: dict[int, Verdict] = {}
        many = len(self._leaves)
        for number, leaf in enumerate(self._leaves):
            error = errors.get(number) or errors.get(number + many) or ""
            maybe = None if number + many in held else False
            found[id(leaf)] = Verdict(None if error else number in held or maybe, error)
        if self._when.parts():
            _rejoin(self._when, found)
        if 2 * many in errors:
            found[id(self._when)] = Verdict(None, errors[2 * many])
        return found


def without(
    when: Base, verdicts: Mapping[int, Verdict], unknown: Iterable[int]
) -> Mapping[int, Verdict]:
    """Where nothing is known of some of its single conditions."""
    found = {**verdicts, **dict.fromkeys(unknown, Verdict(None))}
    _rejoin(when, found)
    return found


def _rejoin(condition: Base, found: dict[int, Verdict]) -> bool | None:
    parts = condition.parts()
    if not parts:
        return found[id(condition)].holds
    values = [_rejoin(part, found) for part in parts]
    holds = joined(condition, values)
    found[id(condition)] = Verdict(holds)
    return holds


def joined(condition: Base, values: list[bool | None]) -> bool | None:
    if isinstance(condition, Not):
        return None if values[0] is None else not values[0]
    decisive = not isinstance(condition, AllOf)
    if decisive in values:
        return decisive
    return None if None in values else not decisive


def _text(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
