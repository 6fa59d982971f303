"""A rule that is evaluated without effect."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from common.api.gavel.base import ByBody
from common.api.gavel.rules import RuleFieldsBody
from common.domain.errors import Invalid


class ShadowBody(ByBody):
    """One of the rule's `draft`, a `version` of it, and a whole `rule`."""

    draft: Literal[True] | None = None
    version: int | None = Field(None, ge=1, le=2**53, strict=True)
    rule: RuleFieldsBody | None = None

    @model_validator(mode="after")
    def _is_one(self) -> ShadowBody:
        given = [name for name in ("draft", "version", "rule") if getattr(self, name) is not None]
        if not given:
            raise Invalid.field("rule", "or draft or version has to be given")
        if len(given) > 1:
            raise Invalid.field(given[1], f"is another rule than {given[0]}")
        return self


class PromoteBody(ByBody):
    """What the shadow has to have shown: that it held `n` times, that it was right in a share of
    `precision` of what people decided, and that it hit no moderator.
    """

    n: int = Field(20, ge=0, le=1_000, strict=True)
    precision: float | None = Field(None, ge=0, le=1, strict=True)
    allow_staff_hit: bool = Field(False, strict=True)
