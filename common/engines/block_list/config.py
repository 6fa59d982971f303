"""What a policy says of block lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from common.engines.config import MOST_RULES, Ask, EngineConfig, Name

ListAction = Literal[
    "flag", "mask", "mask_flag", "shadow", "remove", "bounce", "bounce_flag", "bounce_remove"
]


class ListRule(BaseModel):
    """`team` says whose list of that name; without one it is that of the policy's team."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    name: Name
    action: ListAction
    team: str | None = None


class ListConfig(EngineConfig):
    match_substring: bool | None = None
    rules: list[ListRule] | None = Field(None, max_length=MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        return [Ask(rule.name, rule.action, team=rule.team or "") for rule in self.rules or ()]
