"""The union of all families, and the groups that combine conditions of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from common.rules.compiler import Code
from common.rules.conditions.base import Base, some
from common.rules.conditions.content import ContentCondition
from common.rules.conditions.history import HistoryCondition
from common.rules.conditions.reports import ReportsCondition


class _Group(Base):
    joined_by: ClassVar[str]

    conditions: Annotated[tuple[Condition, ...], Field(max_length=20), AfterValidator(some)]

    def code(self, out: Code) -> str:
        return "(" + f" {self.joined_by} ".join(each.code(out) for each in self.conditions) + ")"

    def describe(self) -> str:
        return "(" + f" {self.joined_by} ".join(each.describe() for each in self.conditions) + ")"

    def parts(self) -> Sequence[Base]:
        return self.conditions


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
        return f"(not {self.condition.code(out)})"

    def describe(self) -> str:
        return f"not {self.condition.describe()}"

    def parts(self) -> Sequence[Base]:
        return (self.condition,)


Condition = Annotated[
    AllOf | AnyOf | Not | ContentCondition | HistoryCondition | ReportsCondition,
    Field(discriminator="type"),
]
