"""What stands around the items in a review queue's reply."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from common.domain.content import USER_ENTITY
from common.store.store import Data

_BUTTONS = {
    "default": ("mark_reviewed", "block", "shadow_block", "restore", "ban", "escalate"),
    "stream:chat:v1:message": ("mark_reviewed", "delete_message", "restore", "ban", "escalate"),
    "stream:feeds:v2:activity": ("mark_reviewed", "delete_activity", "restore", "ban", "escalate"),
    "stream:feeds:v2:reaction": ("mark_reviewed", "delete_reaction", "restore", "ban", "escalate"),
    USER_ENTITY: ("mark_reviewed", "ban", "unban", "delete_user", "escalate"),
}


def action_buttons() -> dict[str, list[dict[str, Any]]]:
    return {
        entity_type: [
            {
                "action": action,
                "description": action.replace("_", " ").capitalize(),
                "entity_type": entity_type,
                "icon": "",
                "order": order,
            }
            for order, action in enumerate(actions)
        ]
        for entity_type, actions in _BUTTONS.items()
    }


def filter_config(policies: Collection[Data]) -> dict[str, Any]:
    """What the queue can be filtered by, for drop-downs."""
    rules = [
        rule
        for policy in policies
        for name, config in policy["config"].items()
        if name == "ai_text_config"
        for rule in config.get("rules") or ()
    ]
    return {
        "llm_labels": [],
        "ai_image_labels": [],
        "ai_text_labels": sorted({rule["label"] for rule in rules}),
        "config_keys": sorted({policy["key"] for policy in policies}),
        "filterable_custom_keys": [],
    }
