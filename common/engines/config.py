"""What a policy says of an engine: whether it runs, and what its labels lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.domain.labels import Severity

if TYPE_CHECKING:
    from common.engines.cascade import Cascade

Action = Literal["flag", "shadow", "remove", "bounce", "bounce_flag", "bounce_remove"]
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
NotJudged = Literal["keep", "flag", "wait"]
DEFAULT_THRESHOLD = 0.5
MOST_RULES = 200


@dataclass(frozen=True, slots=True)
class Ask:
    """The action that a policy asks for where a label has at least this score. `by_severity`
    says otherwise for severities that it names; of one that it leaves out, that lies above one
    that it names, the stronger of that one's action and `action` counts.
    `team` and `case` tell apart labels of one name.
    """

    label: str
    action: str
    threshold: float = DEFAULT_THRESHOLD
    by_severity: tuple[tuple[Severity, str], ...] = ()
    team: str = ""
    case: str = ""


class EngineConfig(BaseModel):
    """Without `enabled` an engine is on; `async` ones run after the answer, as slow ones do.
    `not_judged` is what follows where the engine did not judge, or not all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    enabled: bool | None = None
    async_: bool | None = Field(None, alias="async")
    not_judged: NotJudged | None = None

    @property
    def is_slow(self) -> bool:
        """Whether it asks for what takes longer than an answer may."""
        return False

    def asks(self) -> Sequence[Ask]:
        return ()

    @property
    def in_thread(self) -> bool:
        """Whether the policy wants more of the engine than an event loop has time for."""
        return False

    def refused(self) -> Iterable[tuple[str, str]]:
        """Fields that a policy cannot be saved with, each with the reason."""
        return ()

    def in_vain(self) -> Iterable[str]:
        """Fields that are given and change nothing, because of what others say."""
        return ()

    def cascade(self) -> Cascade | None:
        """When the engine is asked at all; None is always."""
        return None

    def providers(self) -> Mapping[str, str | None]:
        """The providers that it asks, by the field that names them; None is whoever is meant."""
        return {}


class ThresholdRule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    threshold: float = Field(ge=0, le=1)
    action: Action


class ThresholdConfig(EngineConfig):
    rules: list[ThresholdRule] | None = Field(None, max_length=MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        return [Ask(rule.label, rule.action, rule.threshold) for rule in self.rules or ()]
