"""Conditions on what one piece of content is made of, and on where it was posted."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Annotated, Literal, cast

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from common.domain.labels import SEVERITIES, Modality, Severity
from common.domain.policy import policy_id
from common.rules.compiler import Code
from common.rules.conditions.base import (
    SYMBOLS,
    WORDS,
    Base,
    Count,
    Name,
    Names,
    Operator,
    PropertyOperator,
    ThreeValued,
    Values,
    either,
    not_judged_by,
)
from common.rules.conditions.measures import (
    MAY_BE_UNKNOWN,
    MAY_LACK,
    UNKNOWN,
    Datum,
    Quantity,
    Test,
    choice,
    fact,
    graded,
)
from common.rules.facts import Facts

PropertyValue = (
    StrictBool
    | Annotated[int, Field(strict=True, ge=-(10**15), le=10**15)]
    | Annotated[float, Field(strict=True, allow_inf_nan=False)]
    | Annotated[str, Field(max_length=1_000)]
)
_CONTENT: tuple[Literal["post"], Literal["reported_post"]] = ("post", "reported_post")
_NO_CONTENT = ("the content is not known",)
_PLACES: tuple[Literal["post"], Literal["user"], Literal["reported_post"]] = (
    "post",
    "user",
    "reported_post",
)


class ContainsUrl(ThreeValued):
    scopes = _CONTENT

    type: Literal["contains_url"] = "contains_url"

    def verdict(self, _: Code) -> str:
        return "content.has_url"

    def values(self, facts: Facts) -> Values:
        return {"contains_url": bool(facts.content.has_url)}

    def tests(self) -> Sequence[Test]:
        return [fact("a link in the text", "contains_url", unknown=True)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.content.has_url)]

    def missing(self, _: Facts) -> Sequence[str]:
        return _NO_CONTENT

    def describe(self) -> str:
        return "text with a link"


class TextLength(ThreeValued):
    """In characters, of all texts together."""

    scopes = _CONTENT

    type: Literal["text_length"] = "text_length"
    operator: Operator
    value: Count

    def verdict(self, out: Code) -> str:
        return f"compare(content.length, {out.constant(self.operator)}, {out.constant(self.value)})"

    def values(self, facts: Facts) -> Values:
        length = facts.content.length
        return {} if length is None else {"characters": length}

    def tests(self) -> Sequence[Test]:
        quantity = Quantity(("characters",), "characters of the text", 0, lacks=MAY_BE_UNKNOWN)
        return [Test(quantity, self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.content.length)]

    def missing(self, _: Facts) -> Sequence[str]:
        return _NO_CONTENT

    def describe(self) -> str:
        return f"text of {WORDS[self.operator]} {self.value} characters"


class Graded(Base):
    """Something was found of at least that severity, whatever it is."""

    scopes = _CONTENT

    type: Literal["graded"] = "graded"
    severity: Severity
    modality: Modality = "text"

    def code(self, out: Code) -> str:
        start = out.constant(f"{self.modality}:")
        least = out.constant(SEVERITIES.index(self.severity) + 1)
        found = f"any(v >= {least} and k.startswith({start}) for k, v in severities.items())"
        known = f"(severities and {found})"
        return f"({known} or unknown)" if out.asks_what_may_be else known

    def values(self, facts: Facts) -> Values:
        start = f"{self.modality}:"
        levels = ((k, level) for k, level in facts.severities.items() if k.startswith(start))
        return {key: SEVERITIES[level - 1] for key, level in levels if level}

    def tests(self) -> Sequence[Test]:
        name, most = f"worst severity of {self.modality}", len(SEVERITIES)
        quantity = Quantity(("worst", self.modality), name, 1, most, True, MAY_LACK, SEVERITIES)
        return [Test(quantity, "gte", SEVERITIES.index(self.severity) + 1)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        start = f"{self.modality}:"
        levels = (v for k, v in facts.severities.items() if k.startswith(start))
        return [graded(max(levels, default=None), is_all=not facts.unknown)]

    def missing(self, facts: Facts) -> Sequence[str]:
        return not_judged_by(facts)

    def describe(self) -> str:
        return f"{self.modality} of severity {self.severity} or more"


class Property(ThreeValued):
    """Of `custom`. A property that is not there is unknown to all operators but `exists`."""

    key: Name
    operator: PropertyOperator = "exists"
    value: PropertyValue | None = Field(None, validate_default=True)

    @field_validator("value")
    @classmethod
    def _fits(cls, value: PropertyValue | None, info: ValidationInfo) -> PropertyValue | None:
        operator = info.data.get("operator")
        if operator == "exists" and value is not None:
            raise ValueError("is not for exists")
        if operator not in ("exists", None) and value is None:
            raise ValueError(f"is required with {operator}")
        if operator == "contains" and not isinstance(value, str):
            raise ValueError("has to be text with contains")
        if operator in SYMBOLS and operator != "eq" and isinstance(value, bool):
            raise ValueError(f"cannot be true or false with {operator}")
        return value

    def verdict(self, out: Code) -> str:
        of, key = self._of, out.constant(self.key)
        if self.value is None:
            return f"{of}.has({key})"
        wanted = f"{out.constant(self.operator)}, {out.constant(self.value)}"
        return f"compare({of}.value_of({key}), {wanted})"

    def tests(self) -> Sequence[Test]:
        if not self._compares_numbers:
            return ()
        name, key = f"{self._noun} property {self.key}", ("property", self._of, self.key)
        quantity = Quantity(key, name, -inf, whole=False, lacks=MAY_BE_UNKNOWN)
        return [Test(quantity, cast(Operator, self.operator), cast(float, self.value))]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        if not self._compares_numbers:
            return ()
        known = self._value(facts)
        is_number = isinstance(known, int | float) and not isinstance(known, bool)
        return [cast(float, known) if is_number else UNKNOWN]

    @property
    def _compares_numbers(self) -> bool:
        """What is equal to something may be no number at all."""
        return self.operator in ("gt", "gte", "lt", "lte") and not isinstance(self.value, str)

    def missing(self, facts: Facts) -> Sequence[str]:
        return (f"the {self._noun} property {self.key} {self._unknown(facts)}",)

    def _unknown(self, facts: Facts) -> str:
        known = self._value(facts)
        if known is None:
            return "is not there"
        return f"is {type(known).__name__}, which cannot be compared with {self.value!r}"

    def _value(self, facts: Facts) -> object:
        raise NotImplementedError

    def describe(self) -> str:
        if self.operator == "exists":
            what = "is there"
        elif self.operator == "contains":
            what = f"contains {self.value!r}"
        else:
            what = f"is {WORDS[self.operator]} {self.value!r}"
        return f"{self._noun} property {self.key} {what}"

    @property
    def _of(self) -> str:
        raise NotImplementedError

    @property
    def _noun(self) -> str:
        raise NotImplementedError


class ContentProperty(Property):
    scopes = _CONTENT

    type: Literal["content_property"] = "content_property"

    def values(self, facts: Facts) -> Values:
        return shown(self.key, facts.content.value_of(self.key))

    def _value(self, facts: Facts) -> object:
        return facts.content.value_of(self.key)

    @property
    def _of(self) -> str:
        return "content"

    @property
    def _noun(self) -> str:
        return "content's"


class OfEntityType(Base):
    scopes = _CONTENT

    type: Literal["entity_type"] = "entity_type"
    types: Names

    def code(self, out: Code) -> str:
        return f"(content.entity_type in {out.constant(frozenset(self.types))})"

    def values(self, facts: Facts) -> Values:
        return {"entity_type": facts.content.entity_type}

    def tests(self) -> Sequence[Test]:
        return [choice("type of the entity", "entity_type", frozenset(self.types))]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [facts.content.entity_type]

    def describe(self) -> str:
        return f"entity of type {either(self.types)}"


class UnderPolicy(Base):
    """One of `keys` is the key of the content's policy, or one that it falls back to; with `team`,
    it is the policy of that very key and team, which is empty for that of all teams.
    """

    scopes = _PLACES

    type: Literal["policy"] = "policy"
    keys: Names
    team: Annotated[str, Field(max_length=128)] | None = None

    def code(self, out: Code) -> str:
        if self.team is None:
            return f"(not content.policies.isdisjoint({out.constant(frozenset(self.keys))}))"
        ids = frozenset(policy_id(key, self.team) for key in self.keys)
        return f"(content.policy in {out.constant(ids)})"

    def values(self, facts: Facts) -> Values:
        return {"policy": max(facts.content.policies, key=len, default="")}

    def tests(self) -> Sequence[Test]:
        if self.team is not None:
            ids = frozenset(policy_id(key, self.team) for key in self.keys)
            return [choice("policy of the content", "policy", ids)]
        return [fact(f"policy {key}", "policy", key) for key in self.keys]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        if self.team is not None:
            return [facts.content.policy]
        return [key in facts.content.policies for key in self.keys]

    def describe(self) -> str:
        of_team = f" of team {self.team!r}" if self.team else ""
        return f"under policy {either(self.keys)}{of_team}"


class OfTeam(Base):
    scopes = _PLACES

    type: Literal["team"] = "team"
    teams: Names

    def code(self, out: Code) -> str:
        return f"(content.team in {out.constant(frozenset(self.teams))})"

    def values(self, facts: Facts) -> Values:
        return {"team": facts.content.team}

    def tests(self) -> Sequence[Test]:
        return [choice("team of the content", "team", frozenset(self.teams))]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [facts.content.team]

    def describe(self) -> str:
        return f"of team {either(self.teams)}"


def known_or(known: float | bool | str | None) -> Datum:
    return UNKNOWN if known is None else known


def shown(key: str, value: object) -> Values:
    """For the log, which keeps short values only."""
    return {key: value} if isinstance(value, int | float | bool) else {key: str(value)[:255]}


PayloadCondition = (
    ContainsUrl | TextLength | Graded | ContentProperty | OfEntityType | UnderPolicy | OfTeam
)
