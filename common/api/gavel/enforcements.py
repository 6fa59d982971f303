"""What caps hold, and what is to become of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from common.api.base import Request
from common.api.gavel.base import Body, ListQuery
from common.domain.enforcement import HeldStatus
from common.domain.errors import Invalid
from common.domain.fields import Id, OptionalId, Reason

MOST_NAMED = 25
RuleVersion = Annotated[int, Field(ge=0, le=2**53, strict=True)]


class HeldQuery(ListQuery):
    status: HeldStatus = "held"
    rule_id: str | None = Field(None, max_length=128)
    of_engines: bool = False

    @model_validator(mode="after")
    def _asks_for_one(self) -> HeldQuery:
        if self.of_engines and self.rule_id:
            raise Invalid.field("of_engines", "cannot be given together with rule_id")
        return self


class CapsQuery(Request):
    rule_id: str | None = Field(None, max_length=128)


class ReachQuery(Request):
    """A thousand users a page."""

    rule_id: Id
    cursor: str | None = Field(None, max_length=8_192)


class SettleBody(Body):
    """Those named by `ids`, or all that is held by now of a rule, in its `rule_version` where one
    is named, or of policies' engines. `user_id` is who asks for it.
    """

    ids: list[Id] | None = Field(None, min_length=1, max_length=MOST_NAMED)
    rule_id: OptionalId = None
    rule_version: RuleVersion | None = None
    of_engines: bool = False
    user_id: OptionalId = None
    reason: Reason = None

    @model_validator(mode="after")
    def _names_some(self) -> SettleBody:
        given = [name for name in ("ids", "rule_id", "of_engines") if getattr(self, name)]
        if not given:
            raise Invalid.field("ids", "or rule_id or of_engines has to be given")
        if len(given) > 1:
            raise Invalid.field(given[1], f"cannot be given together with {given[0]}")
        if self.rule_version is not None and not self.rule_id:
            raise Invalid.field("rule_version", "needs rule_id")
        return self
