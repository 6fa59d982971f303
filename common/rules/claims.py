"""What is odd about a rule, as its tree and those of other rules tell before any of them runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import orjson

from common.rules.conditions.base import Base
from common.rules.conditions.logic import AllOf, AnyOf, Not
from common.rules.formulas import Formula, formula_of
from common.rules.reasoning import Asked, Steps, can_be

Oddity = Literal["never_holds", "always_holds", "always_holds_where_known"]


@dataclass(frozen=True, slots=True)
class OddPart:
    """`path` is where the condition stands in the rule."""

    kind: Oddity
    path: str
    condition: Base


def odd_parts(when: Base, steps: Steps, path: str = "when") -> Iterator[OddPart]:
    """The largest parts that hold never or always."""
    kind = _oddity(formula_of(when), steps)
    if kind is not None:
        yield OddPart(kind, path, when)
        return
    if isinstance(when, Not):
        yield from odd_parts(when.condition, steps, f"{path}.condition")
        return
    for number, part in enumerate(when.parts()):
        yield from odd_parts(part, steps, f"{path}.conditions.{number}")


def _oddity(formula: Formula, steps: Steps) -> Oddity | None:
    if can_be([(formula, "holds")], steps) is False:
        return "never_holds"
    if can_be([(formula, "is not known to hold")], steps) is False:
        return "always_holds"
    if can_be([(formula, "does not hold")], steps) is False:
        return "always_holds_where_known"
    return None


def implies(one: Base, other: Base, steps: Steps) -> bool:
    """Whether it is certain that where the one holds the other does as well."""
    both: list[Asked] = [(formula_of(one), "holds"), (formula_of(other), "is not known to hold")]
    return can_be(both, steps) is False


def exclude(one: Base, other: Base, steps: Steps) -> bool | None:
    """Whether both cannot hold at once; None where that is too much to say."""
    found = can_be([(formula_of(one), "holds"), (formula_of(other), "holds")], steps)
    return None if found is None else not found


def canonical(condition: Base) -> str:
    """The same for trees that differ in the order of their parts, in parts that stand there twice
    and in groups within groups of their kind, and so always hold together.
    """
    if isinstance(condition, Not):
        inner = condition.condition
        if isinstance(inner, Not):
            return canonical(inner.condition)
        return orjson.dumps(["not", canonical(inner)]).decode()
    if isinstance(condition, AllOf | AnyOf):
        parts = sorted({canonical(part) for part in _flat(condition, type(condition))})
        return parts[0] if len(parts) == 1 else orjson.dumps([condition.type, *parts]).decode()
    fields = condition.model_dump(mode="json")
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = sorted({*value})
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS).decode()


def _flat(condition: Base, kind: type[Base]) -> Iterator[Base]:
    for part in condition.parts():
        if isinstance(part, kind):
            yield from _flat(part, kind)
        else:
            yield part
