"""Policies, which Stream calls configs (contract section 8)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints

from common.api.base import Request, or_else
from common.api.stream.queries import ONE_LINE, Team
from common.api.stream.users import Unrecorded, UnrecordedId
from common.domain.fields import MAX_ID
from common.domain.labels import Severity
from common.domain.not_in_effect import NoEffect
from common.engines.block_list.config import ListConfig
from common.engines.config import MOST_RULES, Action, EngineConfig, Name, ThresholdConfig

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
PolicyKey = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=ONE_LINE)]


class SemanticRule(Request):
    name: Name
    threshold: float = Field(ge=0, le=1)
    action: Action


class ImageRule(Request):
    """`min_confidence` is 0 to 100; the guides leave it out."""

    label: Name
    action: Action
    min_confidence: Annotated[float, or_else(50.0)] = Field(50.0, ge=0, le=100)
    subclassifications: dict[str, Any] | None = None


class SeverityRule(Request):
    severity: Severity
    action: TextAction


class TextRule(Request):
    label: Name
    action: TextAction | None = None
    severity_rules: list[SeverityRule] | None = Field(None, max_length=4)


class SemanticConfig(EngineConfig):
    rules: list[SemanticRule] | None = Field(None, max_length=MOST_RULES)


class ImageConfig(EngineConfig):
    rules: list[ImageRule] | None = Field(None, max_length=MOST_RULES)
    ocr_rules: list[TextRule] | None = Field(None, max_length=MOST_RULES)


class TextConfig(EngineConfig):
    profile: str | None = None
    rules: list[TextRule] | None = Field(None, max_length=MOST_RULES)
    severity_rules: list[SeverityRule] | None = Field(None, max_length=4)


class AudioConfig(EngineConfig):
    enabled: Annotated[bool, or_else(True)] = True
    profile: Annotated[str, or_else("")] = ""
    rules: Annotated[list[TextRule], or_else([])] = Field(default=[], max_length=MOST_RULES)


class LooseConfig(EngineConfig):
    """Kept and answered as sent: no engine reads it yet."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)

    rules: list[dict[str, Any]] | None = Field(None, max_length=MOST_RULES)


class PolicyConfig(Request):
    ai_text_config: TextConfig | None = None
    bodyguard_config: TextConfig | None = None
    ai_image_config: ImageConfig | None = None
    aws_rekognition_config: ImageConfig | None = None
    ai_video_config: ImageConfig | None = None
    ai_audio_config: AudioConfig | None = None
    block_list_config: ListConfig | None = None
    automod_toxicity_config: ThresholdConfig | None = None
    automod_platform_circumvention_config: ThresholdConfig | None = None
    automod_semantic_filters_config: SemanticConfig | None = None
    velocity_filter_config: LooseConfig | None = None
    llm_config: LooseConfig | None = None
    flood_config: LooseConfig | None = None
    google_vision_config: LooseConfig | None = None
    rule_builder_config: LooseConfig | None = None
    video_call_rule_config: LooseConfig | None = None

    def sub_configs(self) -> dict[str, Any]:
        """As stored and answered; the older names become today's."""
        configs = {
            name: value
            for name, value in self.model_dump(by_alias=True, exclude_none=True).items()
            if name.endswith("_config")
        }
        for old, new in (
            ("bodyguard_config", "ai_text_config"),
            ("aws_rekognition_config", "ai_image_config"),
        ):
            if old in configs:
                configs.setdefault(new, configs.pop(old))
                configs.pop(old, None)
        return configs


class UpsertConfigRequest(PolicyConfig):
    """Replaces the whole policy: what is left out is removed."""

    key: PolicyKey
    team: Team | None = None
    async_: Annotated[bool | None, NoEffect("each sub-config says it of itself")] = Field(
        None, alias="async"
    )
    user_id: UnrecordedId = None
    user: Unrecorded | None = None
