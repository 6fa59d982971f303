"""A rule as Stream's builder writes it (contract section 9), in the flat form."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from common.domain.labels import Severity
from common.domain.rule import EffectType
from common.rules.conditions.base import Name
from common.rules.conditions.payloads import PropertyValue

Duration = Annotated[str, StringConstraints(min_length=1, max_length=32)]
Spelled = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Text = Annotated[str, StringConstraints(max_length=2_000)]
Labels = Annotated[list[Name], Field(max_length=50)]
Threshold = Annotated[int, Field(ge=1, le=10**6, strict=True)]
Percent = Annotated[float, Field(ge=0, le=100)]
Graded = Annotated[
    Severity, BeforeValidator(lambda text: text.lower() if isinstance(text, str) else text)
]
Logic = Annotated[
    Literal["AND", "OR"],
    BeforeValidator(lambda text: text.upper() if isinstance(text, str) else text),
]
CallType = Literal[
    "mute_video",
    "mute_audio",
    "blur",
    "call_blur",
    "end_call",
    "kick_user",
    "warning",
    "call_warning",
]


class Asked(BaseModel):
    """What it does not know it refuses by name; null counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Params(Asked):
    harm_labels: Labels | None = None
    llm_harm_labels: dict[Name, Text] | None = Field(None, max_length=50)
    label_operator: Spelled | None = None
    severity: Graded | None = None
    min_confidence: Percent | None = None


class _Over(Params):
    threshold: Threshold
    time_window: Duration


class _Texts(Params):
    contains_url: bool | None = None
    blocklist_match: Labels | None = None


class TextContent(_Texts):
    text_length: Annotated[int, Field(ge=0, le=10**6, strict=True)] | None = None
    text_length_operator: Spelled | None = None


class TextCount(_Texts, _Over):
    semantic_filter_names: Labels | None = None
    semantic_filter_min_threshold: Annotated[float, Field(ge=0, le=1)] | None = None


class Property(Asked):
    property_key: Name
    operator: Spelled | None = None
    expected_value: PropertyValue | None = None


class PropertyCount(Property):
    threshold: Threshold
    time_window: Duration


class Count(Asked):
    threshold: Threshold


class CountOver(Count):
    time_window: Duration


class ReactionCount(Asked):
    threshold: Threshold | None = None
    count: Threshold | None = None
    time_window: Duration


class MessageCount(Asked):
    threshold: Annotated[int, Field(ge=0, le=10**6, strict=True)]
    operator: Spelled | None = None


class ChannelsCount(Asked):
    threshold: Threshold
    time_window: Duration | None = None


class Age(Asked):
    max_age: Duration


class Role(Asked):
    role: Name
    operator: Spelled | None = None


class Flood(Asked):
    threshold: Threshold | None = None
    time_window: Duration | None = None
    allowlist: list[Annotated[str, Field(min_length=1, max_length=1_000)]] | None = Field(
        None, max_length=1_000
    )
    min_text_length: Annotated[int, Field(ge=1, le=1_000, strict=True)] | None = None
    track_across_users: bool | None = None


class SimilarFlood(Flood):
    similarity_distance: Annotated[int, Field(ge=0, le=16, strict=True)] | None = None


Unseen = Annotated[dict[str, Any], Field(max_length=20)]
"""Of what Gavel never sees: kept and answered."""


class Condition(Asked):
    """`label` with `severity` is the guide's shorter form."""

    type: Spelled | None = None
    confidence: Percent | None = None
    label: Name | None = None
    severity: Graded | None = None
    text_content_params: TextContent | None = None
    image_content_params: Params | None = None
    video_content_params: Params | None = None
    ocr_content_params: Params | None = None
    content_custom_property_params: Property | None = None
    content_custom_property_count_params: PropertyCount | None = None
    text_rule_params: TextCount | None = None
    image_rule_params: _Over | None = None
    video_rule_params: _Over | None = None
    content_count_rule_params: CountOver | None = None
    user_identical_content_count_params: CountOver | None = None
    user_reaction_count_params: ReactionCount | None = None
    content_flag_count_rule_params: Count | None = None
    user_flag_count_rule_params: Count | None = None
    ip_content_count_rule_params: CountOver | None = None
    ip_flag_count_rule_params: _Over | None = None
    channel_message_count_rule_params: MessageCount | None = None
    user_rule_params: Age | None = None
    user_created_within_params: Age | None = None
    user_role_params: Role | None = None
    user_custom_property_params: Property | None = None
    flood_identical_params: Flood | None = None
    flood_similar_params: SimilarFlood | None = None
    user_channel_count_params: ChannelsCount | None = None
    user_identical_image_count_params: Unseen | None = None
    keyframe_rule_params: Unseen | None = None
    keyframe_ocr_rule_params: Unseen | None = None
    closed_caption_rule_params: Unseen | None = None
    call_type_rule_params: Unseen | None = None
    call_violation_count_params: Unseen | None = None
    call_custom_property_params: Unseen | None = None


class Group(Asked):
    logic: Logic | None = None
    conditions: Annotated[list[Condition], Field(min_length=1, max_length=20)]


class BanOptions(Asked):
    """`duration` is in seconds."""

    duration: Annotated[int, Field(ge=0, le=10 * 366 * 86_400, strict=True)] | None = None
    reason: Text | None = None
    shadow_ban: bool | None = None
    ip_ban: bool | None = None
    delete_messages: Literal["soft", "pruning", "hard"] | None = None


class ShortBan(Asked):
    """The guide's shorter form: `timeout` is in minutes."""

    timeout: Annotated[int, Field(ge=0, le=10 * 366 * 1_440, strict=True)] | None = None
    reason: Text | None = None


class FlagUserOptions(Asked):
    reason: Text | None = None


class CallOptions(Asked):
    duration: Annotated[int, Field(ge=0, le=10**9, strict=True)] | None = None
    reason: Text | None = None
    flag_reason: Text | None = None
    kick_reason: Text | None = None
    warning_text: Text | None = None
    mute_audio: bool | None = None
    mute_video: bool | None = None


class Action(Asked):
    type: Literal[EffectType, CallType, "ban"]
    reason: Text | None = None
    skip_inbox: bool | None = None
    ban_options: BanOptions | None = None
    ban: ShortBan | None = None
    flag_user_options: FlagUserOptions | None = None
    call_options: CallOptions | None = None


class Sequence(Asked):
    violation_number: Annotated[int, Field(ge=1, le=1_000, strict=True)]
    actions: Annotated[list[Literal[EffectType, CallType]], Field(min_length=1, max_length=10)]
    call_options: CallOptions | None = None


RuleType = Literal["user", "content", "call", "flood"]


class BuilderRule(Asked):
    """Of a policy, and what a stored rule has beside its name."""

    id: Name | None = None
    rule_type: RuleType
    logic: Logic | None = None
    conditions: Annotated[list[Condition], Field(max_length=20)] | None = None
    groups: Annotated[list[Group], Field(max_length=20)] | None = None
    action: Action | None = None
    action_sequences: Annotated[list[Sequence], Field(max_length=20)] | None = None
    cooldown_period: Duration | None = None


class PolicyRule(BuilderRule):
    """Within a policy, where it may have a name of its own."""

    name: Name | None = None
