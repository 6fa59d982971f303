"""Policies as Stream's clients read them; they call them configs (contract section 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.policy import Policy, has_rules
from common.engines.unserved import asked_in_vain, fields_in_vain
from common.views.label_catalogues import (
    ImageLabel,
    ProfileSummary,
    image_labels,
    image_subclassifications,
    text_profiles,
)
from common.views.paging import PageCursors, page_cursors

_REQUIRED: dict[str, dict[str, Any]] = {
    "ai_audio_config": {"enabled": True, "profile": "", "rules": []},
    "ai_video_config": {"enabled": True, "rules": []},
}
"""What getstream's types have in any answer, as it counts where a policy leaves it out."""
_Async = TypedDict("_Async", {"async": bool})


class PolicyAnswer(_Async):
    """Sub-configs are as the customer sent them, under today's names. `rule_builder_config` is
    taken and, as the contract has it, not part of replies. `not_in_effect` names the sub-configs
    that ask for something no engine does, whose content is flagged as not judged, and fields that
    change nothing because of what others say, as `velocity_filter_config.rules.0.ban_duration`.
    `remote_config` is Gavel's own. What engines can say of images and which profiles there are is
    told with it; no calls pass through Gavel, so that there is no harm in them to name.
    """

    key: str
    team: str
    created_at: int | None
    updated_at: int
    supported_video_call_harm_types: list[str]
    ai_image_label_definitions: list[ImageLabel]
    ai_image_subclassifications: dict[str, list[str]]
    available_bodyguard_profiles: list[ProfileSummary]
    ai_text_config: NotRequired[dict[str, Any]]
    ai_image_config: NotRequired[dict[str, Any]]
    ai_video_config: NotRequired[dict[str, Any]]
    ai_audio_config: NotRequired[dict[str, Any]]
    block_list_config: NotRequired[dict[str, Any]]
    automod_toxicity_config: NotRequired[dict[str, Any]]
    automod_platform_circumvention_config: NotRequired[dict[str, Any]]
    automod_semantic_filters_config: NotRequired[dict[str, Any]]
    velocity_filter_config: NotRequired[dict[str, Any]]
    llm_config: NotRequired[dict[str, Any]]
    remote_config: NotRequired[dict[str, Any]]
    flood_config: NotRequired[dict[str, Any]]
    google_vision_config: NotRequired[dict[str, Any]]
    video_call_rule_config: NotRequired[dict[str, Any]]
    not_in_effect: NotRequired[list[str]]
    not_in_effect_because: NotRequired[dict[str, str]]


class OnePolicyAnswer(TypedDict):
    config: PolicyAnswer


class PoliciesAnswer(PageCursors):
    configs: list[PolicyAnswer]


def policy_answer(policy: Policy) -> OnePolicyAnswer:
    return {"config": _policy(policy)}


def policies_answer(
    policies: Sequence[Policy], next: str | None, prev: str | None
) -> PoliciesAnswer:
    return {"configs": [_policy(policy) for policy in policies], **page_cursors(next, prev)}


def _policy(policy: Policy) -> PolicyAnswer:
    configs = {k: v for k, v in policy["config"].items() if k != "rule_builder_config"}
    for name, required in _REQUIRED.items():
        if name in configs:
            said = {k: v for k, v in configs[name].items() if v is not None}
            configs[name] = {**required, **said}
    answer = {
        "key": policy["key"],
        "team": policy["team"],
        "async": policy["async"],
        "created_at": policy.get("created_at"),
        "updated_at": policy["updated_at"],
        "supported_video_call_harm_types": [],
        "ai_image_label_definitions": image_labels(),
        "ai_image_subclassifications": image_subclassifications(),
        "available_bodyguard_profiles": text_profiles(),
        **configs,
    }
    unserved = asked_in_vain(policy["config"])
    because = {each.config_field: each.why for each in unserved}
    if has_rules(policy):
        from common.rules.builders.of_policies import idle as idle_rules

        because |= idle_rules(policy)
    if because:
        answer["not_in_effect_because"] = because
    idle = [*because]
    if idle := [*idle, *fields_in_vain(policy["config"])]:
        answer["not_in_effect"] = idle
    return cast(PolicyAnswer, answer)
