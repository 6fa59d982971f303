"""Rules, written in Gavel's own conditions."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from common.api.gavel.base import Body, ByBody, CapPerHour, Key, Name
from common.rules.conditions.base import Scope, bounded
from common.rules.conditions.logic import Condition

_LEFT_OUT = ("cap_per_hour", "flag_cap_per_hour")
"""Stored only where they are given."""


class RuleFieldsBody(Body):
    """`actions` are ids of the app's actions, or flag_for_review. Above `cap_per_hour` calls and
    bans an hour they are held for a person, above `flag_cap_per_hour` flags are folded.
    """

    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: list[Key] = Field(min_length=1, max_length=10)
    position: int = Field(0, ge=0, le=1_000_000)
    enabled: bool = True
    cap_per_hour: CapPerHour | None = None
    flag_cap_per_hour: CapPerHour | None = None

    def fields(self) -> dict[str, Any]:
        fields = self.model_dump(mode="json", include={*RuleFieldsBody.model_fields})
        return {k: v for k, v in fields.items() if v is not None or k not in _LEFT_OUT}


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
