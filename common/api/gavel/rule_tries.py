"""A rule that is tried, and on what."""

from __future__ import annotations

from pydantic import model_validator

from common.api.gavel.rules import RuleFieldsBody
from common.api.gavel.trying import TryBody
from common.domain.errors import Invalid
from common.domain.fields import OptionalId

_OF_CONTENT = ("config_key", "config_team", "config", "entity_creator_id", "region")


class TryRuleBody(TryBody):
    """One of `rule` and `rule_id`, and what POST /api/v1/try takes: of an item that is named, what
    was found when it was checked.
    """

    rule: RuleFieldsBody | None = None
    rule_id: OptionalId = None
    as_user: bool = True

    @model_validator(mode="after")
    def _is_one_rule(self) -> TryRuleBody:
        if self.rule is None and not self.rule_id:
            raise Invalid.field("rule", "or rule_id has to be given")
        if self.rule is not None and self.rule_id:
            raise Invalid.field("rule_id", "is another rule than rule")
        for name in _OF_CONTENT if self.item_id else ():
            if getattr(self, name) not in (None, ""):
                raise Invalid.field(name, "is the item's own where one is named")
        return self
