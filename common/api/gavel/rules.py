"""Rules, written in Gavel's own conditions."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from common.api.gavel.base import Body, Key, Name
from common.domain.fields import OptionalId, Reason
from common.rules.conditions.base import Scope, bounded
from common.rules.conditions.logic import Condition


class RuleFieldsBody(Body):
    """`actions` are ids of the app's actions, or flag_for_review."""

    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: list[Key] = Field(min_length=1, max_length=10)
    position: int = Field(0, ge=0, le=1_000_000)
    enabled: bool = True

    def fields(self) -> dict[str, Any]:
        return self.model_dump(mode="json", include={*RuleFieldsBody.model_fields})


class RuleBody(RuleFieldsBody):
    """`user_id` and `reason` are who saves it and why, which its version says. `expected_version`
    is the one that they have seen, 0 for none: where another is there, nothing is saved.
    """

    user_id: OptionalId = None
    reason: Reason = None
    expected_version: int | None = Field(None, ge=0, le=2**53, strict=True)
