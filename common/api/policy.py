"""Policies and block lists (contract sections 8 and 10)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints

from common.api.base import MAX_ID, OptionalId, Request, or_else
from common.api.stream import UserRequest
from common.domain.labels import ListType, Severity
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
_LINE = r"^[^\x00-\x1f\x7f]+$"
"""What stands in a path is one line of text."""
ListName = Annotated[str, StringConstraints(max_length=255, pattern=_LINE)]
PolicyKey = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=_LINE)]
Team = Annotated[str, StringConstraints(min_length=1, max_length=128)]
_MOST_WORDS = 50_000


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
    async_: bool | None = Field(None, alias="async")
    user_id: OptionalId = None
    user: UserRequest | None = None


class TeamQuery(Request):
    team: str | None = Field(None, max_length=128)
    user_id: OptionalId = None


class BlockListQuery(Request):
    team: str | None = Field(None, max_length=128)
    cursor: str | None = Field(None, max_length=8_192)
    limit: int = Field(100, ge=1, le=200)


class _BlockListFlags(Request):
    is_confusable_folding_enabled: bool | None = None
    is_leet_check_enabled: bool | None = None
    is_plural_check_enabled: bool | None = None
    is_substring_matching_enabled: bool | None = None
    team: Team | None = None
    user_id: OptionalId = None
    user: UserRequest | None = None

    def flags(self) -> dict[str, bool]:
        named = {
            name: getattr(self, name)
            for name in (
                "is_confusable_folding_enabled",
                "is_leet_check_enabled",
                "is_plural_check_enabled",
                "is_substring_matching_enabled",
            )
        }
        return {name: value for name, value in named.items() if value is not None}


Word = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class CreateBlockListRequest(_BlockListFlags):
    name: ListName
    words: list[Word] = Field(max_length=_MOST_WORDS)
    type: ListType = "word"


class UpdateBlockListRequest(_BlockListFlags):
    """`words` replaces the whole list."""

    words: list[Word] | None = Field(None, max_length=_MOST_WORDS)
