"""Moderation rules of Stream's builder."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_CONDITION = {"type": "text_content", "text_content_params": {"harm_labels": ["SCAM"]}}
_SEQUENCE = {"violation_number": 2, "actions": ["block_content"]}
_CALL = {"type": "kick_user"}
_RULE: dict[str, Any] = {
    "name": "Scams",
    "rule_type": "content",
    "conditions": [_CONDITION],
    "action": {"type": "flag_content"},
}


def _things(made: Made, mark: str) -> dict[str, str]:
    made("POST", "/api/v2/moderation/moderation_rule", {**_RULE, "name": f"Before {mark}"})
    body = {**_RULE, "name": f"Rule {mark}", "description": mark}
    return {
        "moderation_rule": made("POST", "/api/v2/moderation/moderation_rule", body)["rule"]["id"]
    }


AREA = Area(
    valid={
        "upsert_moderation_rule": _RULE,
        "query_moderation_rules": {"filter": {"enabled": True}},
    },
    wrong={
        "upsert_moderation_rule": (
            ("no conditions", "conditions", {"conditions": []}),
            ("an unknown condition", "conditions.0.type", {"conditions": [{"type": "weather"}]}),
            ("an unknown action", "action.type", {"action": {"type": "wave"}}),
            ("an unknown kind of rule", "rule_type", {"rule_type": "weather"}),
        ),
        "query_moderation_rules": (
            ("an unknown field", "filter.color", {"filter": {"color": 1}}),
            ("an unknown order", "sort", {"sort": [{"field": "color"}]}),
        ),
    },
    samples={
        "upsert_moderation_rule rule_type": "user",
        "upsert_moderation_rule rule": {"rule_type": "user", "conditions": [_CONDITION]},
        "upsert_moderation_rule enabled": False,
        "upsert_moderation_rule logic": "OR",
        "upsert_moderation_rule conditions": [_CONDITION, _CONDITION],
        "upsert_moderation_rule groups": [{"logic": "OR", "conditions": [_CONDITION]}],
        "upsert_moderation_rule action": {"type": "block_content"},
        "upsert_moderation_rule action_sequences": [_SEQUENCE],
        "upsert_moderation_rule cooldown_period": "24h",
        "upsert_moderation_rule config_keys": ["chat"],
        "upsert_config rule_builder_config": {
            "rules": [{"rule_type": "call", "conditions": [_CONDITION], "action": _CALL}]
        },
    },
    ids={"moderation_rule": "{moderation_rule}"},
    things=_things,
)
