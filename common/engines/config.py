"""What a policy says of an engine: whether it runs, and what its labels lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.domain.labels import Severity

Action = Literal["flag", "shadow", "remove", "bounce", "bounce_flag", "bounce_remove"]
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
DEFAULT_THRESHOLD = 0.5
MOST_RULES = 200


@dataclass(frozen=True, slots=True)
class Ask:
    """The action that a policy asks for where a label has at least this score. Where the label
    has a severity and `by_severity` is given, the strongest of the severities reached counts.
    `team` tells apart labels of one name.
    """

    label: str
    action: str
    threshold: float = DEFAULT_THRESHOLD
    by_severity: tuple[tuple[Severity, str], ...] = ()
    team: str = ""


class EngineConfig(BaseModel):
    """Without `enabled` an engine is on; `async` ones run after the answer, as slow ones do."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    enabled: bool | None = None
    async_: bool | None = Field(None, alias="async")

    def asks(self) -> Sequence[Ask]:
        return ()


class ThresholdRule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    threshold: float = Field(ge=0, le=1)
    action: Action


class ThresholdConfig(EngineConfig):
    rules: list[ThresholdRule] | None = Field(None, max_length=MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        return [Ask(rule.label, rule.action, rule.threshold) for rule in self.rules or ()]
