"""The union of all families, and the groups that combine conditions of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

import orjson
from pydantic import AfterValidator, Field, field_validator

from common.domain import history
from common.rules.compiler import Code
from common.rules.conditions.authors import AuthorCondition
from common.rules.conditions.base import (
    MOST_PARTS,
    SYMBOLS,
    WORDS,
    Base,
    Count,
    Name,
    Operator,
    ThreeValued,
    Values,
    Window,
    nanoseconds,
    some,
    walk,
)
from common.rules.conditions.content import ContentCondition
from common.rules.conditions.history import HistoryCondition
from common.rules.conditions.lately import LatelyCondition
from common.rules.conditions.measures import MAY_BE_UNKNOWN, UNKNOWN, Datum, Lacking, Quantity, Test
from common.rules.conditions.payloads import PayloadCondition
from common.rules.conditions.reports import ReportsCondition
from common.rules.facts import Facts


class _Group(Base):
    joined_by: ClassVar[str]

    conditions: Annotated[tuple[Condition, ...], Field(max_length=MOST_PARTS), AfterValidator(some)]

    def code(self, out: Code) -> str:
        return "(" + f" {self.joined_by} ".join(each.code(out) for each in self.conditions) + ")"

    def describe(self) -> str:
        return "(" + f" {self.joined_by} ".join(each.describe() for each in self.conditions) + ")"

    def parts(self) -> Sequence[Base]:
        return self.conditions

    def joint(self) -> str:
        return self.joined_by


class AllOf(_Group):
    joined_by = "and"

    type: Literal["all"] = "all"


class AnyOf(_Group):
    joined_by = "or"

    type: Literal["any"] = "any"


class Not(Base):
    type: Literal["not"] = "not"
    condition: Condition

    def code(self, out: Code) -> str:
        with out.negated():
            return f"(not {self.condition.code(out)})"

    def describe(self) -> str:
        return f"not {self.condition.describe()}"

    def parts(self) -> Sequence[Base]:
        return (self.condition,)

    def joint(self) -> str:
        return "not"


class Never(ThreeValued):
    """Stands for `what` a rule of Stream's builder asks for that Gavel never sees."""

    type: Literal["never"] = "never"
    what: Name

    def verdict(self, _: Code) -> str:
        return "None"

    def values(self, _facts: Facts) -> Values:
        return {}

    def tests(self) -> Sequence[Test]:
        return [
            Test(Quantity(("never", self.what), self.what, lacks=MAY_BE_UNKNOWN), "in", frozenset())
        ]

    def seen(self, _: Facts) -> Sequence[Datum]:
        return [UNKNOWN]

    def missing(self, _: Facts) -> Sequence[str]:
        return (f"Gavel never sees {self.what}",)

    def describe(self) -> str:
        return f"{self.what}, which is never seen"


class MatchingCount(Base):
    """Posts for which a condition on content held when they were checked, of the author or of the
    IP address: since there is a rule that counts them.
    """

    type: Literal["matching_count"] = "matching_count"
    condition: Condition
    operator: Operator
    value: Count
    window: Window
    of: Literal["author", "address"] = "author"

    @field_validator("condition")
    @classmethod
    def _is_of_content(cls, condition: Base) -> Base:
        for each in walk(condition):
            is_known_then = not (
                each.uses_history
                or each.uses_author
                or each.uses_strikes
                or each.limits()
                or isinstance(each, ReportsCondition)
            )
            if "post" not in each.scopes or not is_known_then:
                raise ValueError(f"{each.type} says nothing about a single content")
        return condition

    @property
    def uses_history(self) -> bool:  # type: ignore[override]
        return self.of == "author"

    @property
    def uses_address(self) -> bool:  # type: ignore[override]
        return self.of == "address"

    @cached_property
    def mark(self) -> str:
        return history.mark(orjson.dumps(_before_classes(self.condition.model_dump())).decode())

    def marks(self) -> Mapping[str, Base]:
        return {self.mark: self.condition}

    def list_names(self) -> Sequence[str]:
        return [name for each in walk(self.condition) for name in each.list_names()]

    def class_names(self) -> Sequence[str]:
        return [name for each in walk(self.condition) for name in each.class_names()]

    def code(self, out: Code) -> str:
        counted = f"{out.constant(nanoseconds(self.window))}, {out.constant(self._wanted)}"
        compared = f"{SYMBOLS[self.operator]} {out.constant(self.value)}"
        if self.of == "author":
            return f"classified({counted}) {compared}"
        known = f"(address is not None and address.classified({counted}) {compared})"
        return f"({known} or address is None)" if out.asks_what_may_be else known

    def values(self, facts: Facts) -> Values:
        return {"posts": self._counted(facts)}

    def tests(self) -> Sequence[Test]:
        key = ("matching", self.of, self.mark, nanoseconds(self.window))
        lacks = MAY_BE_UNKNOWN if self.of == "address" else frozenset[Lacking]()
        name = f"posts in {self.window} with {self.condition.describe()}"
        return [Test(Quantity(key, name, 0, lacks=lacks), self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        if self.of == "address" and facts.address is None:
            return [UNKNOWN]
        return [self._counted(facts)]

    def _counted(self, facts: Facts) -> int:
        past = facts.history if self.of == "author" else facts.address
        return past.classified(nanoseconds(self.window), self._wanted) if past else 0

    def missing(self, _: Facts) -> Sequence[str]:
        return ("the author's network address is not known",)

    def describe(self) -> str:
        whose = "" if self.of == "author" else " from the IP address"
        words = f"{WORDS[self.operator]} {self.value} posts{whose} in {self.window}"
        return f"{words} with {self.condition.describe()}"

    @property
    def _wanted(self) -> frozenset[str]:
        return frozenset((self.mark,))


def _before_classes(tree: Any) -> Any:
    """As releases wrote a condition that had no table of classes, where it does not ask for that,
    so that what they have counted goes on counting.
    """
    if isinstance(tree, tuple | list):
        return [*map(_before_classes, tree)]
    if not isinstance(tree, dict):
        return tree
    found = {name: _before_classes(value) for name, value in tree.items()}
    if found.get("exact"):
        moved = ("type", "classes", "modality")
        rest = {k: v for k, v in found.items() if k not in (*moved, "exact")}
        return {**{name: found[name] for name in moved}, **rest}
    if found.get("by") == "policy":
        del found["by"]
    return found


Condition = Annotated[
    AllOf
    | AnyOf
    | Not
    | Never
    | MatchingCount
    | ContentCondition
    | PayloadCondition
    | AuthorCondition
    | HistoryCondition
    | LatelyCondition
    | ReportsCondition,
    Field(discriminator="type"),
]
