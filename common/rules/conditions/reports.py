"""Conditions on what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from common.domain.reports import Counting
from common.rules.compiler import Code
from common.rules.conditions.base import (
    SYMBOLS,
    WORDS,
    Base,
    CategoryNames,
    Count,
    Operator,
    Period,
    Values,
    Window,
    either,
    nanoseconds,
    period,
)
from common.rules.conditions.measures import Datum, Quantity, Test
from common.rules.facts import Facts

_SHOWN_DIGITS = 3


class ReportCount(Base):
    """Reports since a moderator last decided on the item, each once whatever number of the
    categories it names; without categories, for any reason.

    Of the last `window` alone; with `distinct` a reporter counts once, whatever number of contents
    the item has had; with `weighted` each report counts for how often its reporter was right, from
    0 to 1; with `min_reporter_age` those count whom the app had told Gavel of that long before.
    """

    scopes = ("post", "reported_post", "reported_user")

    type: Literal["report_count"] = "report_count"
    categories: CategoryNames = ()
    operator: Operator = "gt"
    value: Count = 0
    window: Window | None = None
    distinct: bool = False
    weighted: bool = False
    min_reporter_age: Period | None = None

    def code(self, out: Code) -> str:
        names = out.constant(frozenset(self.categories))
        if self._is_plain:
            return f"reports.count({names}) {SYMBOLS[self.operator]} {out.constant(self.value)}"
        asked = self._counting
        given = (asked.window, asked.distinct, asked.weighted, asked.min_age)
        how = ", ".join(map(out.constant, (*given, self.operator, self.value)))
        verdict = f"reports.verdict({names}, {how})"
        return f"({verdict} is {'not False' if out.asks_what_may_be else 'True'})"

    def values(self, facts: Facts) -> Values:
        names = tuple(dict.fromkeys(self.categories))
        found: dict[str, float | int] = {"any": facts.reports.count(frozenset())}
        if names:
            found = {name: facts.reports.count(frozenset({name})) for name in names}
            found |= {either(names): facts.reports.count(frozenset(names))}
        if self._is_plain:
            return found
        least, most = facts.reports.among(self._counting)
        counted = {"counted": round(least, _SHOWN_DIGITS)}
        unsure = {"at_most": round(most, _SHOWN_DIGITS)} if most > least else {}
        return {**found, **counted, **unsure}

    def missing(self, _: Facts) -> Sequence[str]:
        return ("when some of the reports came, or who made them, is not known",)

    def tests(self) -> Sequence[Test]:
        reason = either(self.categories) if self.categories else "any reason"
        quantity = Quantity(("reports", frozenset(self.categories)), f"reports for {reason}", 0)
        return [Test(quantity, self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [facts.reports.count(frozenset(self.categories))]

    def describe(self) -> str:
        reason = either(self.categories) if self.categories else "any reason"
        what = "distinct reporters" if self.distinct else "reports"
        weighed = "weighted " if self.weighted else ""
        words = f"{WORDS[self.operator]} {self.value} {weighed}{what} for {reason}"
        if self.window is not None:
            words = f"{words} in {self.window}"
        if self.min_reporter_age is not None:
            words = f"{words} by who was known for {self.min_reporter_age}"
        return words

    def category_names(self) -> Sequence[str]:
        return self.categories

    @property
    def looks_at_reports(self) -> bool:
        return not self._is_plain

    @property
    def weighs(self) -> bool:
        return self.weighted

    @property
    def asks_for_reporters(self) -> bool:
        return self.min_reporter_age is not None

    @property
    def _is_plain(self) -> bool:
        return not (self.window or self.distinct or self.weighted or self.min_reporter_age)

    @property
    def _counting(self) -> Counting:
        return Counting(
            frozenset(self.categories),
            nanoseconds(self.window) if self.window is not None else 0,
            self.distinct,
            self.weighted,
            period(self.min_reporter_age) if self.min_reporter_age is not None else 0,
        )


ReportsCondition = ReportCount
