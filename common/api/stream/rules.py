"""Moderation rules, in the three shapes in which clients send them (contract section 6, Rules)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from common.api.base import Request, or_else
from common.api.stream.policies import PolicyKey
from common.api.stream.users import ActingUser
from common.domain.errors import Invalid
from common.domain.fields import OptionalId
from common.domain.rule import StreamRule
from common.rules.builders import asked
from common.rules.conditions.base import Name

_NESTED = frozenset(asked.BuilderRule.model_fields)


class WrittenRule(Request):
    """What makes a rule up stands beside its name, or in `rule`."""

    name: Name
    description: Annotated[str, or_else(""), Field(max_length=2_000)] = ""
    enabled: Annotated[bool, or_else(True)] = True
    team: Annotated[str, or_else(""), Field(max_length=128)] = ""
    config_keys: Annotated[list[PolicyKey], or_else([]), Field(max_length=50)] = Field(default=[])
    rule: asked.BuilderRule | None = None
    rule_type: asked.RuleType | None = None
    logic: asked.Logic | None = None
    conditions: Annotated[list[asked.Condition], Field(max_length=20)] | None = None
    groups: Annotated[list[asked.Group], Field(max_length=20)] | None = None
    action: asked.Action | None = None
    action_sequences: Annotated[list[asked.Sequence], Field(max_length=20)] | None = None
    cooldown_period: asked.Duration | None = None

    @property
    def path(self) -> str:
        """Where in the request what makes it up stands."""
        return "rule" if self.rule is not None else ""

    def made_up(self) -> asked.BuilderRule:
        """Raises Invalid for what stands in neither place, or in both."""
        if self.rule is not None:
            for name in sorted(_NESTED - {"id"}):
                if getattr(self, name) is not None:
                    raise Invalid.field(name, "stands in rule as well: give it once")
            return self.rule
        if self.rule_type is None:
            raise Invalid.field("rule_type", "is required")
        fields = {name: getattr(self, name) for name in _NESTED - {"id"}}
        return asked.BuilderRule.model_construct(id=None, **fields)

    def as_asked(self) -> StreamRule:
        """In the flat form."""
        made_up = self.made_up().model_dump(mode="json", exclude_none=True, exclude={"id"})
        flat: dict[str, Any] = {
            "name": self.name,
            "description": self.description,
            "enabled": self.enabled,
            "team": self.team,
            "config_keys": self.config_keys,
            **made_up,
        }
        found: StreamRule = flat  # type: ignore[assignment]
        return found


class UpsertRuleRequest(WrittenRule):
    """Creates a rule, or replaces the one with its `name`."""

    user_id: OptionalId = None
    user: ActingUser | None = None
