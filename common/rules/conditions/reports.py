"""Conditions on what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from common.rules.compiler import Code
from common.rules.conditions.base import (
    SYMBOLS,
    WORDS,
    Base,
    Count,
    NamesOrNone,
    Operator,
    Values,
    either,
)
from common.rules.facts import Facts


class ReportCount(Base):
    """Reports since a moderator last decided on the item, each once whatever number of the
    categories it names; without categories, for any reason.
    """

    scopes = ("post", "reported_post", "reported_user")

    type: Literal["report_count"] = "report_count"
    categories: NamesOrNone = ()
    operator: Operator = "gt"
    value: Count = 0

    def code(self, out: Code) -> str:
        count = f"reports.count({out.constant(frozenset(self.categories))})"
        return f"{count} {SYMBOLS[self.operator]} {out.constant(self.value)}"

    def values(self, facts: Facts) -> Values:
        names = tuple(dict.fromkeys(self.categories))
        if not names:
            return {"any": facts.reports.count(frozenset())}
        seen = {name: facts.reports.count(frozenset({name})) for name in names}
        return seen | {either(names): facts.reports.count(frozenset(names))}

    def describe(self) -> str:
        reason = either(self.categories) if self.categories else "any reason"
        return f"{WORDS[self.operator]} {self.value} reports for {reason}"

    def category_names(self) -> Sequence[str]:
        return self.categories


ReportsCondition = ReportCount
