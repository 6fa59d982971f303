"""What a policy says of semantic filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from common.engines.config import MOST_RULES, Action, Ask, EngineConfig, Name

Tier = Literal["vectors", "minilm"]


class SemanticRule(BaseModel):
    """`name` is that of a filter: the policy's team's own, else the whole app's."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    name: Name
    threshold: float = Field(ge=0, le=1)
    action: Action


class SemanticConfig(EngineConfig):
    """`model` says what compares: word vectors before the answer, or a small transformer, which
    has to be installed, after it.
    """

    model: Tier | None = None
    rules: list[SemanticRule] | None = Field(None, max_length=MOST_RULES)

    @property
    def tier(self) -> Tier:
        return self.model or "vectors"

    @property
    def is_slow(self) -> bool:
        return self.tier == "minilm"

    def asks(self) -> Sequence[Ask]:
        return [Ask(rule.name, rule.action, rule.threshold) for rule in self.rules or ()]
