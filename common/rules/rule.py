"""A rule: conditions, and what to do when they hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from common.domain.rule import EffectType, RuleDocument
from common.rules.conditions.base import (
    Name,
    Period,
    Scope,
    StrikePolicyName,
    UserListNamesOrNone,
    bounded,
    period,
    some,
    walk,
)
from common.rules.conditions.logic import Condition


class Ban(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True)

    seconds: int | None = None
    shadow: bool = False
    ip: bool = False
    delete_messages: str = ""


class Effect(BaseModel):
    """See `common/domain/rule.py`."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    type: EffectType
    reason: str = ""
    skip_inbox: bool = False
    violation: int = 0
    ban: Ban = Ban()


class Built(BaseModel):
    """What a rule has that was made by Stream's builder, or of a policy."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    also: tuple[Scope, ...] = ()
    effects: tuple[Effect, ...] = ()
    cooldown: int = 0
    kind: str = ""
    description: str = ""

    def effects_of(self, violation: int) -> tuple[Effect, ...]:
        """Those for the user's violation of that number: the first is 1."""
        reached = max((e.violation for e in self.effects if e.violation <= violation), default=0)
        return tuple(each for each in self.effects if each.violation == reached)


class Exempt(BaseModel):
    """See `common/domain/exemption.py`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    staff: bool = False
    trusted: bool = False
    roles: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    lists: UserListNamesOrNone = ()
    app_wide: bool = True


class GivenStrike(BaseModel):
    """Without `weight`, what the policy says."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    policy: StrikePolicyName
    weight: int | None = None


_EXEMPT = Exempt.model_construct()


class Rule(BaseModel):
    """`actions` may be none where it was built. `version` is 0 where it is a policy's own, which
    changes with the policy.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Name
    version: int = 0
    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    built: Built | None = None
    actions: Annotated[tuple[Name, ...], Field(max_length=10)]
    action_values: dict[str, dict[str, Any]] = {}
    position: Annotated[int, Field(strict=True)]
    enabled: bool = True
    cap_per_hour: Annotated[int, Field(ge=0)] | None = None
    flag_cap_per_hour: Annotated[int, Field(ge=0)] | None = None
    exempt: Exempt = _EXEMPT
    cooldown: Period | None = None
    group: Name | None = None
    strike: GivenStrike | None = None
    created_at: int
    updated_at: int

    @classmethod
    def of(cls, document: RuleDocument) -> Rule:
        """One that is stored."""
        return cls.model_validate({k: v for k, v in document.items() if k in cls.model_fields})

    @property
    def scopes(self) -> tuple[Scope, ...]:
        return (self.scope, *(self.built.also if self.built is not None else ()))

    @property
    def cooldown_length(self) -> int:
        """Nanoseconds."""
        if self.built is not None:
            return self.built.cooldown
        return period(self.cooldown) if self.cooldown else 0

    @field_validator("actions")
    @classmethod
    def _does_something(cls, actions: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return actions if info.data.get("built") is not None else some(actions)

    @field_validator("when")
    @classmethod
    def _fits_scope(cls, when: Condition, info: ValidationInfo) -> Condition:
        scope = info.data.get("scope")
        for each in walk(when):
            if scope and scope not in each.scopes:
                raise ValueError(f"{each.type} does not fit a rule of scope {scope}")
        return when
