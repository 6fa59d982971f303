"""What the customer's server is told of a subject, by Gavel's names for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.domain.content import USER_ENTITY
from common.domain.delivery import Payload
from common.domain.item import Item

if TYPE_CHECKING:
    from common.rules.evaluator import Match


def about_item(item: Item, action: str, match: Match | None = None) -> Payload:
    data: Payload = {
        "user_id": item["creator_id"],
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "post_id": item["entity_id"],
        "item_id": item["id"],
        "action": action,
        "recommended_action": item["recommended_action"],
        **{k: v for k, v in (item.get("metadata") or {}).items() if isinstance(v, str)},
    }
    if match is not None:
        data.update(rule_id=match.rule_id, rule_name=match.name, rule_scope=match.scope)
    return data


def about_user(user_id: str, action: str) -> Payload:
    """Where no item is concerned."""
    return {
        "user_id": user_id,
        "entity_type": USER_ENTITY,
        "entity_id": user_id,
        "action": action,
    }
