"""Moderation rules as Stream's clients read them (contract section 9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.rule import RuleDocument
from common.engines.registry import ENGINES
from common.views.label_catalogues import ImageLabel, image_labels, image_subclassifications

_NESTED = (
    "rule_type",
    "logic",
    "conditions",
    "groups",
    "action",
    "action_sequences",
    "cooldown_period",
)


class NestedRule(TypedDict):
    """Where stream-chat JS reads what makes a rule up."""

    id: str
    rule_type: str
    logic: NotRequired[str]
    conditions: NotRequired[list[dict[str, Any]]]
    groups: NotRequired[list[dict[str, Any]]]
    action: NotRequired[dict[str, Any]]
    action_sequences: NotRequired[list[dict[str, Any]]]
    cooldown_period: NotRequired[str]


class RuleShown(NestedRule):
    """As it was sent, in the flat form, with a nested copy. `not_in_effect` names the fields that
    nothing here can follow, and `not_in_effect_because` says why.
    """

    name: str
    description: str
    config_keys: list[str]
    team: str
    enabled: bool
    created_at: int
    updated_at: int
    rule: NestedRule
    not_in_effect: NotRequired[list[str]]
    not_in_effect_because: NotRequired[dict[str, str]]


class OneRuleAnswer(TypedDict):
    rule: RuleShown


class StreamRulesAnswer(TypedDict):
    """With the labels that rules may name: those that engines here give. What is in calls and
    user names has none; those of llm are the policies' own.
    """

    rules: list[RuleShown]
    next: NotRequired[str]
    prev: NotRequired[str]
    default_llm_labels: dict[str, str]
    default_username_llm_labels: dict[str, str]
    ai_image_label_definitions: list[ImageLabel]
    ai_image_subclassifications: dict[str, list[str]]
    ocr_labels: list[str]
    keyframe_labels: list[str]
    keyframe_label_classifications: dict[str, list[str]]
    closed_caption_labels: list[str]


def one_rule_answer(rule: RuleDocument) -> OneRuleAnswer:
    return {"rule": _shown(rule)}


def stream_rules_answer(
    rules: Sequence[RuleDocument],
    llm_labels: Mapping[str, str],
    following: str | None,
    preceding: str | None,
) -> StreamRulesAnswer:
    answer: StreamRulesAnswer = {
        "rules": [_shown(rule) for rule in rules],
        "default_llm_labels": dict(llm_labels),
        "default_username_llm_labels": {},
        "ai_image_label_definitions": image_labels(),
        "ai_image_subclassifications": image_subclassifications(),
        "ocr_labels": list(ENGINES["ai_text"].labels or ()),
        "keyframe_labels": [],
        "keyframe_label_classifications": {},
        "closed_caption_labels": [],
    }
    if following:
        answer["next"] = following
    if preceding:
        answer["prev"] = preceding
    return answer


def _shown(rule: RuleDocument) -> RuleShown:
    asked = cast("dict[str, Any]", rule["asked"])
    nested = {"id": rule["id"], **{k: asked[k] for k in _NESTED if k in asked}}
    shown: dict[str, Any] = {
        **nested,
        "name": rule["name"],
        "description": asked["description"],
        "config_keys": asked["config_keys"],
        "team": asked["team"],
        "enabled": rule["enabled"],
        "created_at": rule["created_at"],
        "updated_at": rule["updated_at"],
        "rule": nested,
    }
    if because := rule.get("not_in_effect"):
        shown["not_in_effect"] = list(because)
        shown["not_in_effect_because"] = dict(because)
    return cast(RuleShown, shown)
