"""Policies, which Stream calls configs (contract section 8)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from common.api.base import Request, or_else
from common.api.stream.queries import ONE_LINE, Team
from common.api.stream.users import Unrecorded, UnrecordedId
from common.domain.errors import Invalid
from common.domain.fields import MAX_ID
from common.domain.not_in_effect import NoEffect
from common.engines.ai_text.config import TextConfig, TextRule
from common.engines.block_list.config import ListConfig
from common.engines.config import MOST_RULES, EngineConfig, Name, ThresholdConfig
from common.engines.floods.flood_config import FloodConfig
from common.engines.floods.velocity_config import VelocityConfig
from common.engines.google_vision.config import GoogleVisionConfig
from common.engines.images.config import ImageConfig
from common.engines.llm.config import LlmConfig
from common.engines.remote.config import RemoteConfig
from common.engines.semantic.config import SemanticConfig
from common.engines.toxicity.config import ToxicityConfig
from common.rules.builders.asked import PolicyRule
from common.rules.builders.of_policies import MOST_RULES as MOST_OWN_RULES

_OLDER = {"bodyguard_config": "ai_text_config", "aws_rekognition_config": "ai_image_config"}
PolicyKey = Annotated[str, StringConstraints(max_length=MAX_ID, pattern=ONE_LINE)]


class AudioConfig(EngineConfig):
    enabled: Annotated[bool, or_else(True)] = True
    profile: Annotated[str, or_else("")] = ""
    rules: Annotated[list[TextRule], or_else([])] = Field(default=[], max_length=MOST_RULES)


class RuleBuilderConfig(Request):
    """Rules of the policy's own; on unless `enabled` is false."""

    enabled: bool | None = None
    async_: Annotated[bool | None, NoEffect("rules are looked at in the check's own answer")] = (
        Field(None, alias="async")
    )
    rules: list[PolicyRule] | None = Field(None, max_length=MOST_OWN_RULES)


class HarmRule(Request):
    harm_types: list[Name] | None = Field(None, max_length=MOST_RULES)
    threshold: int | None = None
    severity: int | None = None
    cooldown_period: int | None = None
    action_sequences: list[dict[str, Any]] | None = Field(None, max_length=MOST_RULES)


class CallConfig(EngineConfig):
    """Kept, answered and named as not in effect: no calls pass through Gavel."""

    flag_all_labels: bool | None = None
    flagged_labels: list[Name] | None = Field(None, max_length=MOST_RULES)
    rules: list[HarmRule] | None = Field(None, max_length=MOST_RULES)


class PolicyConfig(Request):
    ai_text_config: TextConfig | None = None
    bodyguard_config: TextConfig | None = None
    ai_image_config: ImageConfig | None = None
    aws_rekognition_config: ImageConfig | None = None
    ai_video_config: ImageConfig | None = None
    ai_audio_config: AudioConfig | None = None
    block_list_config: ListConfig | None = None
    automod_toxicity_config: ToxicityConfig | None = None
    automod_platform_circumvention_config: ThresholdConfig | None = None
    automod_semantic_filters_config: SemanticConfig | None = None
    velocity_filter_config: VelocityConfig | None = None
    llm_config: LlmConfig | None = None
    remote_config: RemoteConfig | None = None
    flood_config: FloodConfig | None = None
    google_vision_config: GoogleVisionConfig | None = None
    rule_builder_config: RuleBuilderConfig | None = None
    video_call_rule_config: CallConfig | None = None

    @model_validator(mode="after")
    def _under_one_name(self) -> PolicyConfig:
        for old, new in _OLDER.items():
            if getattr(self, old) is not None and getattr(self, new) is not None:
                raise Invalid.field(old, f"is the older name of {new}, which is there as well")
        return self

    def sub_configs(self) -> dict[str, Any]:
        """As stored and answered; the older names become today's."""
        return {
            _OLDER.get(name, name): value
            for name, value in self.model_dump(by_alias=True, exclude_none=True).items()
            if name.endswith("_config")
        }


class UpsertConfigRequest(PolicyConfig):
    """Replaces the whole policy: what is left out is removed."""

    key: PolicyKey
    team: Team | None = None
    async_: Annotated[bool | None, NoEffect("each sub-config says it of itself")] = Field(
        None, alias="async"
    )
    user_id: UnrecordedId = None
    user: Unrecorded | None = None
