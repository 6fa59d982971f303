"""Conditions on who the author is.

Of somebody whom the app has told Gavel nothing about, neither they nor their negations hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal

from common.rules.compiler import Code
from common.rules.conditions.base import (
    WORDS,
    Count,
    Names,
    Operator,
    Period,
    StrikePolicyName,
    ThreeValued,
    UserListNames,
    Values,
    either,
    period,
)
from common.rules.conditions.measures import MAY_BE_UNKNOWN, Datum, Quantity, Test, choice
from common.rules.conditions.payloads import Property, known_or, shown
from common.rules.facts import Facts

_NOBODY = ("it is of nobody whom Gavel knows",)
_ROLE = ("the user's role is not known",)


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

    def tests(self) -> Sequence[Test]:
        name = "seconds since the app told of the user"
        quantity = Quantity(("age",), name, -inf, lacks=MAY_BE_UNKNOWN, unit=10**9)
        return [Test(quantity, self.operator, period(self.age))]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.author.age)]

    def missing(self, _: Facts) -> Sequence[str]:
        return ("when the app told of the user is not known",)

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

    def tests(self) -> Sequence[Test]:
        return [choice("role of the user", "role", frozenset(self.roles), unknown=True)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.author.role)]

    def missing(self, _: Facts) -> Sequence[str]:
        return _ROLE

    def describe(self) -> str:
        return f"user of role {either(self.roles)}"


class UserProperty(Property):
    uses_author = True

    type: Literal["user_property"] = "user_property"

    def values(self, facts: Facts) -> Values:
        return shown(self.key, facts.author.value_of(self.key))

    def _value(self, facts: Facts) -> object:
        return facts.author.value_of(self.key)

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

    def tests(self) -> Sequence[Test]:
        name = "flagged contents of the user"
        quantity = Quantity(("flagged",), name, 0, lacks=MAY_BE_UNKNOWN)
        return [Test(quantity, self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.author.flagged)]

    def missing(self, _: Facts) -> Sequence[str]:
        return ("who the author is is not known",)

    def describe(self) -> str:
        return f"{WORDS[self.operator]} {self.value} flagged contents of the user"


class UserInList(ThreeValued):
    type: Literal["user_in_list"] = "user_in_list"
    lists: UserListNames

    def verdict(self, out: Code) -> str:
        lists = out.constant(frozenset(self.lists))
        return f"(None if author.lists is None else not author.lists.isdisjoint({lists}))"

    def values(self, facts: Facts) -> Values:
        lists = facts.author.lists
        return {} if lists is None else {name: name in lists for name in self.lists}

    def missing(self, _: Facts) -> Sequence[str]:
        return _NOBODY

    def describe(self) -> str:
        return f"user in list {either(self.lists)}"

    def user_list_names(self) -> Sequence[str]:
        return self.lists


class IsStaff(ThreeValued):
    """Of one of the roles of moderators."""

    uses_author = True

    type: Literal["is_staff"] = "is_staff"

    def verdict(self, _: Code) -> str:
        return "author.is_staff"

    def values(self, facts: Facts) -> Values:
        return {} if facts.author.role is None else {"role": facts.author.role}

    def missing(self, _: Facts) -> Sequence[str]:
        return _ROLE

    def describe(self) -> str:
        return "user is staff"


class IsTrusted(ThreeValued):
    """In a list of trusted users."""

    type: Literal["is_trusted"] = "is_trusted"

    def verdict(self, _: Code) -> str:
        return "author.is_trusted"

    def values(self, facts: Facts) -> Values:
        trusted = facts.author.is_trusted
        return {} if trusted is None else {"trusted": trusted}

    def missing(self, _: Facts) -> Sequence[str]:
        return _NOBODY

    def describe(self) -> str:
        return "user is trusted"


class Strikes(ThreeValued):
    """Of the policy: what those that count now weigh together."""

    uses_strikes = True

    type: Literal["strikes"] = "strikes"
    policy: StrikePolicyName
    operator: Operator
    value: Count

    def verdict(self, out: Code) -> str:
        wanted = f"{out.constant(self.operator)}, {out.constant(self.value)}"
        return f"compare(author.strikes_of({out.constant(self.policy)}), {wanted})"

    def values(self, facts: Facts) -> Values:
        strikes = facts.author.strikes_of(self.policy)
        return {} if strikes is None else {"strikes": strikes}

    def missing(self, _: Facts) -> Sequence[str]:
        return _NOBODY

    def describe(self) -> str:
        return f"{WORDS[self.operator]} {self.value} strikes of {self.policy}"

    def strike_policy_names(self) -> Sequence[str]:
        return (self.policy,)


AuthorCondition = (
    UserAge | UserRole | UserProperty | FlaggedCount | UserInList | IsStaff | IsTrusted | Strikes
)
