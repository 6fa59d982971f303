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
    """Reports since the item was created; without categories, for any reason."""

    scopes = ("reported_post", "reported_user")

    type: Literal["report_count"] = "report_count"
    categories: NamesOrNone = ()
    operator: Operator = "gt"
    value: Count = 0

    def code(self, out: Code) -> str:
        counts = (f"reports.get({out.constant(name)}, 0)" for name in self._keys())
        return f"{' + '.join(counts)} {SYMBOLS[self.operator]} {out.constant(self.value)}"

    def values(self, facts: Facts) -> Values:
        return {name or "any": facts.reports.get(name, 0) for name in self._keys()}

    def describe(self) -> str:
        reason = either(self.categories) if self.categories else "any reason"
        return f"{WORDS[self.operator]} {self.value} reports for {reason}"

    def category_names(self) -> Sequence[str]:
        return self.categories

    def _keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.categories)) or ("",)


ReportsCondition = ReportCount
