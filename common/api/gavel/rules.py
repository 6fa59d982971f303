"""Rules, written in Gavel's own conditions."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from common.api.gavel.base import Body, ByBody, CapPerHour, Key, Name
from common.api.gavel.values import ActionCall, RuleAction
from common.domain.errors import Invalid
from common.domain.rule import FIRINGS_KEPT, MOST_POSITION
from common.rules.conditions.base import Period, Scope, bounded, period
from common.rules.conditions.logic import Condition

_LEFT_OUT = (
    "position",
    "cap_per_hour",
    "flag_cap_per_hour",
    "exempt",
    "cooldown",
    "group",
    "strike",
)
"""Stored only where they are given."""


def _short(cooldown: str) -> str:
    if period(cooldown) >= FIRINGS_KEPT:
        raise ValueError("is 365d at most")
    return cooldown


Cooldown = Annotated[Period, AfterValidator(_short)]


class RuleExemptBody(Body):
    """Whom the rule spares; `app_wide` false: and nobody else whom the app's settings exempt."""

    staff: bool = False
    trusted: bool = False
    roles: list[Name] = Field(default_factory=list, max_length=20)
    lists: list[Key] = Field(default_factory=list, max_length=50)
    app_wide: bool = True


class RuleStrikeBody(Body):
    """Without `weight`, the policy says what it weighs."""

    policy: Key
    weight: int | None = Field(None, ge=1, le=1_000, strict=True)


class RuleFieldsBody(Body):
    """`actions` are ids of the app's actions, or flag_for_review; one that takes values comes with
    them. Without `position` a rule keeps its own, and a new one is the last of its scope. Above
    `cap_per_hour` calls and bans an hour they are held for a person, above `flag_cap_per_hour`
    flags are folded. `cooldown`, as "24h", is how long the rule then does nothing about the same
    subject. One of a `group` is in effect while that is on. With `strike`, the author of what it
    holds for is given one.
    """

    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: list[RuleAction] = Field(min_length=1, max_length=10)
    position: int | None = Field(None, ge=0, le=MOST_POSITION)
    enabled: bool = True
    cap_per_hour: CapPerHour | None = None
    flag_cap_per_hour: CapPerHour | None = None
    exempt: RuleExemptBody | None = None
    cooldown: Cooldown | None = None
    group: Key | None = None
    strike: RuleStrikeBody | None = None

    def fields(self) -> dict[str, Any]:
        """As it is stored. Raises Invalid for an action that is named twice, once with values."""
        calls = {each.action: each.values for each in self.actions if isinstance(each, ActionCall)}
        ids = [each.action if isinstance(each, ActionCall) else each for each in self.actions]
        for number, id in enumerate(ids):
            if id in calls and id in ids[:number]:
                raise Invalid.field(f"actions.{number}", f"names {id!r} for the second time")
        included = {*RuleFieldsBody.model_fields} - {"actions"}
        fields = {**self.model_dump(mode="json", include=included), "actions": ids}
        given = {k: v for k, v in fields.items() if v is not None or k not in _LEFT_OUT}
        if self.strike is not None and self.strike.weight is None:
            given["strike"] = {"policy": self.strike.policy}
        return {**given, "action_values": calls} if calls else given


class SavingBody(ByBody):
    """`expected_version` is the one that they have seen, 0 for none: where another is there,
    nothing is saved.
    """

    expected_version: int | None = Field(None, ge=0, le=2**53, strict=True)


class RuleBody(RuleFieldsBody, SavingBody):
    pass


class RuleDraftBody(RuleFieldsBody, ByBody):
    pass


class PublishBody(ByBody):
    """`expected_revision` is that of the draft that they have seen."""

    expected_revision: int | None = Field(None, ge=1, le=2**53, strict=True)
