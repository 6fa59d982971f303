"""What a policy says of engines that ask a provider: which, what for, and when at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from common.engines.cascade import Cascade
from common.engines.config import DEFAULT_THRESHOLD, MOST_RULES, Action, Ask, EngineConfig, Name

ProviderId = Annotated[str, StringConstraints(pattern=r"^[\w.:-]{1,128}$")]
Score = Annotated[float, Field(ge=0, le=1)]


class Band(BaseModel):
    """Where the highest score among `labels` of other engines lies (all labels, without any)."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    low: Score
    high: Score
    labels: list[Name] = Field(default_factory=list, max_length=50)

    @model_validator(mode="after")
    def _ordered(self) -> Band:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class AskWhen(BaseModel):
    """The provider is asked where any of these says so. `sample` is a percentage of all content,
    the same content always being in it or not; `rules` are rules of the app that hold.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    band: Band | None = None
    sample: Annotated[float, Field(ge=0, le=100)] | None = None
    on_report: bool | None = None
    rules: list[ProviderId] | None = Field(None, max_length=50)

    def cascade(self) -> Cascade:
        band = self.band
        return Cascade(
            (band.low, band.high) if band else None,
            band.labels if band else (),
            self.sample or 0.0,
            on_report=bool(self.on_report),
            rules=self.rules or (),
        )


class AskingConfig(EngineConfig):
    """Of an engine that asks a provider; without `ask_when` it is asked about all content."""

    ask_when: AskWhen | None = None

    def cascade(self) -> Cascade | None:
        return self.ask_when.cascade() if self.ask_when is not None else None


class RemoteRule(BaseModel):
    """Without `provider`, of the provider that must be meant. `keep` has a label for the app's
    rules that does nothing by itself.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    provider: ProviderId | None = None
    label: Name
    threshold: Score = DEFAULT_THRESHOLD
    action: Action | Literal["keep"] = "flag"


class RemoteConfig(AskingConfig):
    rules: list[RemoteRule] | None = Field(None, max_length=MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        return [Ask(rule.label, rule.action, rule.threshold) for rule in self.rules or ()]

    def providers(self) -> Mapping[str, str | None]:
        return {f"rules.{n}.provider": rule.provider for n, rule in enumerate(self.rules or ())}
