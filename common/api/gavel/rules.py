"""Rules, written in Gavel's own conditions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from common.api.gavel.base import Body, Key, Name
from common.rules.conditions.base import Scope, bounded
from common.rules.conditions.logic import Condition


class RuleBody(Body):
    """`actions` are ids of the app's actions, or flag_for_review."""

    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: list[Key] = Field(min_length=1, max_length=10)
    position: int = Field(0, ge=0, le=1_000_000)
    enabled: bool = True
