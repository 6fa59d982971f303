"""A rule: conditions, and what to do when they hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from common.rules.conditions.base import Name, Scope, bounded, some, walk
from common.rules.conditions.logic import Condition


class Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Name
    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: Annotated[tuple[Name, ...], Field(max_length=10), AfterValidator(some)]
    position: Annotated[int, Field(strict=True)]
    enabled: bool = True
    created_at: int
    updated_at: int

    @field_validator("when")
    @classmethod
    def _fits_scope(cls, when: Condition, info: ValidationInfo) -> Condition:
        scope = info.data.get("scope")
        for each in walk(when):
            if scope and scope not in each.scopes:
                raise ValueError(f"{each.type} does not fit a rule of scope {scope}")
        return when
