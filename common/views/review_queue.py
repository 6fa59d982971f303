"""What stands around the items in a review queue's reply."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from common.store.store import Data


class Button(NamedTuple):
    action: str
    label: str


def action_buttons(buttons: Mapping[str, Sequence[Button]]) -> dict[str, list[dict[str, Any]]]:
    """`buttons` stand under their entity type, in the order in which they are shown."""
    return {
        entity_type: [
            {
                "action": button.action,
                "description": button.label,
                "entity_type": entity_type,
                "icon": "",
                "order": order,
            }
            for order, button in enumerate(shown)
        ]
        for entity_type, shown in buttons.items()
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
