"""What the customer's server is told of a subject, by Gavel's names for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from common.domain.callback import METADATA_NAMES, PROPERTY_NAMES, CallbackData
from common.domain.content import USER_ENTITY
from common.domain.item import Item

if TYPE_CHECKING:
    from common.rules.evaluator import Match


def about_item(item: Item, action: str, match: Match | None = None) -> CallbackData:
    metadata = item.get("metadata") or {}
    said = {name: metadata[name] for name in METADATA_NAMES if isinstance(metadata.get(name), str)}
    custom = (item.get("payload") or {}).get("custom") or {}
    said |= {name: custom[name] for name in PROPERTY_NAMES if name in custom}
    data: CallbackData = {
        "user_id": item["creator_id"],
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "post_id": item["entity_id"],
        "item_id": item["id"],
        "action": action,
        "recommended_action": item["recommended_action"],
    }
    data.update(cast(CallbackData, said))
    if match is not None:
        data["rule_id"] = match.rule_id
        data["rule_version"] = match.version
        data["rule_name"] = match.name
        data["rule_scope"] = match.scope
        if values := match.action_values.get(action):
            data["values"] = dict(values)
    return data


def about_user(user_id: str, action: str) -> CallbackData:
    """Where no item is concerned."""
    return {
        "user_id": user_id,
        "entity_type": USER_ENTITY,
        "entity_id": user_id,
        "action": action,
    }
