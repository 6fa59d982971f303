"""A rule that is tested on the past."""

from __future__ import annotations

from pydantic import Field, model_validator

from common.api.gavel.base import Body, Moment
from common.api.gavel.rules import RuleFieldsBody
from common.domain.errors import Invalid
from common.domain.fields import OptionalId
from common.domain.rule_input import MOST_DAYS


class BacktestBody(Body):
    """One of `rule` and `rule_id`, whose `version` is the one that counts where none is named. Over
    the last `days`, 7 where nothing is said, or from `since` to `until`. `user_id` is who asks.
    """

    rule: RuleFieldsBody | None = None
    rule_id: OptionalId = None
    version: int | None = Field(None, ge=1, le=2**53, strict=True)
    days: int | None = Field(None, ge=1, le=MOST_DAYS, strict=True)
    since: Moment | None = None
    until: Moment | None = None
    user_id: OptionalId = None

    @model_validator(mode="after")
    def _is_one_rule(self) -> BacktestBody:
        if self.rule is None and not self.rule_id:
            raise Invalid.field("rule", "or rule_id has to be given")
        if self.rule is not None and self.rule_id:
            raise Invalid.field("rule_id", "is another rule than rule")
        if self.rule is not None and self.version is not None:
            raise Invalid.field("version", "is for rule_id: a draft has none")
        if self.days is not None and self.since is not None:
            raise Invalid.field("days", "and since both say when it begins")
        return self
