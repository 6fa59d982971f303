"""What Stream's clients are told of the review queue."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, NotRequired

from typing_extensions import TypedDict

from common.domain.policy import Policy
from common.views.stream_items import ItemAnswer


class Button(NamedTuple):
    action: str
    label: str


class ActionButton(TypedDict):
    action: str
    description: str
    entity_type: str
    icon: str
    order: int


class FilterConfig(TypedDict):
    """What the queue can be filtered by, for drop-downs."""

    llm_labels: list[str]
    ai_image_labels: list[str]
    ai_text_labels: list[str]
    config_keys: list[str]
    filterable_custom_keys: list[str]


class QueueAnswer(TypedDict):
    """`next` is there when there may be more; a page can be shorter than asked for."""

    items: list[ItemAnswer]
    stats: dict[str, int]
    action_config: dict[str, Any]
    default_action_config: NotRequired[dict[str, list[ActionButton]]]
    filter_config: FilterConfig
    next: NotRequired[str]


class QueueItemAnswer(TypedDict):
    item: ItemAnswer


def action_buttons(buttons: Mapping[str, Sequence[Button]]) -> dict[str, list[ActionButton]]:
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


def filter_config(policies: Collection[Policy]) -> FilterConfig:
    texts = [policy["config"].get("ai_text_config") or {} for policy in policies]
    return {
        "llm_labels": [],
        "ai_image_labels": [],
        "ai_text_labels": sorted({r["label"] for text in texts for r in text.get("rules") or ()}),
        "config_keys": sorted({policy["key"] for policy in policies}),
        "filterable_custom_keys": [],
    }
