"""Policies as Stream's clients read them; they call them configs (contract section 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.policy import Policy
from common.engines.unserved import asked_in_vain

_Async = TypedDict("_Async", {"async": bool})


class PolicyAnswer(_Async):
    """Sub-configs are as the customer sent them, under today's names. `rule_builder_config` is
    taken and, as the contract has it, not part of replies. `not_in_effect` names the sub-configs
    that ask for something no engine does; what they are to judge is flagged as not judged.
    """

    key: str
    team: str
    created_at: int | None
    updated_at: int
    supported_video_call_harm_types: list[str]
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
    flood_config: NotRequired[dict[str, Any]]
    google_vision_config: NotRequired[dict[str, Any]]
    video_call_rule_config: NotRequired[dict[str, Any]]
    not_in_effect: NotRequired[list[str]]


class OnePolicyAnswer(TypedDict):
    config: PolicyAnswer


class PoliciesAnswer(TypedDict):
    """`next` is there when there are more."""

    configs: list[PolicyAnswer]
    next: NotRequired[str]


def policy_answer(policy: Policy) -> OnePolicyAnswer:
    return {"config": _policy(policy)}


def policies_answer(policies: Sequence[Policy], following: str | None) -> PoliciesAnswer:
    answer: PoliciesAnswer = {"configs": [_policy(policy) for policy in policies]}
    if following:
        answer["next"] = following
    return answer


def _policy(policy: Policy) -> PolicyAnswer:
    configs = {k: v for k, v in policy["config"].items() if k != "rule_builder_config"}
    answer = {
        "key": policy["key"],
        "team": policy["team"],
        "async": policy["async"],
        "created_at": policy.get("created_at"),
        "updated_at": policy["updated_at"],
        "supported_video_call_harm_types": [],
        **configs,
    }
    if unserved := asked_in_vain(policy["config"]):
        answer["not_in_effect"] = [each.config_field for each in unserved]
    return cast(PolicyAnswer, answer)
