"""What a policy says of images, and in the same words of videos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool

from common.engines.config import MOST_RULES, Action, Ask, EngineConfig, Name
from common.engines.image_labels import with_kinds

_CONFIDENCE = 50.0

WRITTEN = "written"
"""The case of labels that are about what stands in an image."""


def _or_usual(value: Any) -> Any:
    """Replies must have it, and the guides' examples leave it out."""
    return _CONFIDENCE if value is None else value


class ImageRule(BaseModel):
    """A label means its kinds as well (see `image_labels`); with `subclassifications`, by name, it
    means only those that are true. `min_confidence` is 0 to 100, a hundred times the score.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    action: Action
    min_confidence: Annotated[float, BeforeValidator(_or_usual)] = Field(_CONFIDENCE, ge=0, le=100)
    subclassifications: dict[Name, StrictBool] | None = Field(None, max_length=MOST_RULES)

    def labels(self) -> Iterator[str]:
        if self.subclassifications is None:
            return with_kinds(self.label)
        chosen = (name for name, is_on in self.subclassifications.items() if is_on)
        return (label for name in chosen for label in with_kinds(name))


class OcrRule(BaseModel):
    """About what stands in an image, as `ai_text` labels it."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    label: Name
    action: Action


class ImageConfig(EngineConfig):
    rules: list[ImageRule] | None = Field(None, max_length=MOST_RULES)
    ocr_rules: list[OcrRule] | None = Field(None, max_length=MOST_RULES)

    def asks(self) -> Sequence[Ask]:
        pictured = [
            Ask(label, rule.action, rule.min_confidence / 100)
            for rule in self.rules or ()
            for label in rule.labels()
        ]
        written = (Ask(rule.label, rule.action, case=WRITTEN) for rule in self.ocr_rules or ())
        return [*pictured, *written]
