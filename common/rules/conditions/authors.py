"""Conditions on who the author is.

Of somebody whom the app has told Gavel nothing about, neither they nor their negations hold.
"""

from __future__ import annotations

from typing import Literal

from common.rules.compiler import Code
from common.rules.conditions.base import (
    WORDS,
    Count,
    Names,
    Operator,
    Period,
    ThreeValued,
    Values,
    either,
    period,
)
from common.rules.conditions.payloads import Property, shown
from common.rules.facts import Facts


class UserAge(ThreeValued):
    """How long ago the app told Gavel of the user."""

    uses_author = True

    type: Literal["user_age"] = "user_age"
    operator: Operator
    age: Period

    def verdict(self, out: Code) -> str:
        wanted = f"{out.constant(self.operator)}, {out.constant(period(self.age))}"
        return f"compare(author.age, {wanted})"

    def values(self, facts: Facts) -> Values:
        age = facts.author.age
        return {} if age is None else {"seconds": age // 10**9}

    def describe(self) -> str:
        return f"user known for {WORDS[self.operator]} {self.age}"


class UserRole(ThreeValued):
    uses_author = True

    type: Literal["user_role"] = "user_role"
    roles: Names

    def verdict(self, out: Code) -> str:
        roles = out.constant(frozenset(self.roles))
        return f"(None if author.role is None else author.role in {roles})"

    def values(self, facts: Facts) -> Values:
        return {} if facts.author.role is None else {"role": facts.author.role}

    def describe(self) -> str:
        return f"user of role {either(self.roles)}"


class UserProperty(Property):
    uses_author = True

    type: Literal["user_property"] = "user_property"

    def values(self, facts: Facts) -> Values:
        return shown(self.key, facts.author.value_of(self.key))

    @property
    def _of(self) -> str:
        return "author"

    @property
    def _noun(self) -> str:
        return "user's"


class FlaggedCount(ThreeValued):
    """Contents of the user that engines, rules or people flagged, each once."""

    uses_author = True

    type: Literal["flagged_count"] = "flagged_count"
    operator: Operator
    value: Count

    def verdict(self, out: Code) -> str:
        return f"compare(author.flagged, {out.constant(self.operator)}, {out.constant(self.value)})"

    def values(self, facts: Facts) -> Values:
        return {} if facts.author.flagged is None else {"flagged": facts.author.flagged}

    def describe(self) -> str:
        return f"{WORDS[self.operator]} {self.value} flagged contents of the user"


AuthorCondition = UserAge | UserRole | UserProperty | FlaggedCount
