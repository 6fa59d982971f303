"""What a policy says of the language model that judges: the customer's own labels, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from common.domain.labels import Severity
from common.engines.config import DEFAULT_THRESHOLD, Action, Ask, Name
from common.engines.remote.config import AskingConfig, ProviderId

LlmAction = Action | Literal["keep"]
MOST_LABELS = 30
"""A model is asked about six of them at once."""
INJECTION = "PROMPT_INJECTION"
Words = Annotated[str, StringConstraints(max_length=4_000)]


class LlmSeverityRule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    severity: Severity
    action: LlmAction


class LlmRule(BaseModel):
    """Without an action and without severities, what violates it is flagged."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    description: Words | None = None
    action: LlmAction | None = None
    severity_rules: list[LlmSeverityRule] | None = Field(None, max_length=4)

    def ask(self) -> Ask:
        by_severity = tuple((each.severity, each.action) for each in self.severity_rules or ())
        otherwise = "keep" if by_severity and self.action is None else self.action or "flag"
        return Ask(self.label, otherwise, DEFAULT_THRESHOLD, by_severity)


class LlmConfig(AskingConfig):
    """`provider` is Gavel's own field: without it the provider that must be meant is asked. A rule
    for the label `PROMPT_INJECTION` says what follows where content speaks to the model itself;
    without one that is flagged.
    """

    provider: ProviderId | None = None
    app_context: Words | None = None
    severity_descriptions: dict[Severity, Words] | None = None
    rules: list[LlmRule] | None = Field(None, max_length=MOST_LABELS)

    @field_validator("rules")
    @classmethod
    def _once(cls, rules: list[LlmRule] | None) -> list[LlmRule] | None:
        names = [rule.label for rule in rules or ()]
        if len(set(names)) < len(names):
            raise ValueError("name a label twice")
        return rules

    def asks(self) -> Sequence[Ask]:
        found = [rule.ask() for rule in self.rules or ()]
        if found and all(ask.label != INJECTION for ask in found):
            found.append(Ask(INJECTION, "flag"))
        return found

    def providers(self) -> Mapping[str, str | None]:
        return {"provider": self.provider}
