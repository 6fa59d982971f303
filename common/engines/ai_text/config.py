"""What a policy says of ai_text: per label, per severity, and as a whole by a profile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from common.domain.labels import Severity
from common.domain.recommendation import KEEP
from common.engines.ai_text.labels import HARMS, LABELS
from common.engines.config import DEFAULT_THRESHOLD, MOST_RULES, Ask, EngineConfig, Name

TextAction = Literal[
    "keep",
    "flag",
    "mask",
    "mask_flag",
    "shadow",
    "remove",
    "bounce",
    "bounce_flag",
    "bounce_remove",
]
BySeverity = tuple[tuple[Severity, str], ...]


class SeverityRule(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    severity: Severity
    action: TextAction


class TextRule(BaseModel):
    """`action` is for what no severity rule says anything about."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    action: TextAction | None = None
    severity_rules: list[SeverityRule] | None = Field(None, max_length=4)


@dataclass(frozen=True, slots=True)
class Profile:
    """A label counts from the score `threshold` on; `by_severity` is what follows for labels of
    which a policy says nothing else.
    """

    threshold: float
    by_severity: BySeverity


PROFILES = {
    "strict": Profile(0.35, (("low", "flag"), ("high", "remove"))),
    "balanced": Profile(DEFAULT_THRESHOLD, (("medium", "flag"), ("critical", "remove"))),
    "lenient": Profile(0.7, (("high", "flag"),)),
}
_NONE_NAMED = Profile(DEFAULT_THRESHOLD, (("medium", "flag"),))


class TextConfig(EngineConfig):
    """Harms of which the policy says nothing follow the profile."""

    profile: str | None = Field(None, max_length=255)
    rules: list[TextRule] | None = Field(None, max_length=MOST_RULES)
    severity_rules: list[SeverityRule] | None = Field(None, max_length=4)

    def asks(self) -> Sequence[Ask]:
        rules = self.rules or ()
        ruled = {rule.label for rule in rules}
        own = [self._ask(rule) for rule in rules]
        return own + [self._default(label) for label in LABELS if label not in ruled]

    def refused(self) -> Iterable[tuple[str, str]]:
        if self.profile is not None and self.profile not in PROFILES:
            yield "profile", f"can be {', '.join(PROFILES)}"

    @property
    def threshold(self) -> float:
        return self._profile.threshold

    @property
    def _profile(self) -> Profile:
        return PROFILES[self.profile] if self.profile else _NONE_NAMED

    def _ask(self, rule: TextRule) -> Ask:
        if rule.action is None and rule.severity_rules is None:
            return self._default(rule.label)
        return Ask(rule.label, rule.action or KEEP, self.threshold, _pairs(rule.severity_rules))

    def _default(self, label: str) -> Ask:
        """What severities lead to is for harms; kindness has none."""
        by_severity = _pairs(self.severity_rules) or self._profile.by_severity
        return Ask(label, KEEP, self.threshold, by_severity if label in HARMS else ())


def _pairs(rules: Sequence[SeverityRule] | None) -> BySeverity:
    return tuple((rule.severity, rule.action) for rule in rules or ())
