"""A decision, and the documents that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from common.domain.content import is_user
from common.moderation.review.decisions.action_types import ActionType
from common.moderation.review.decisions.base import Options
from common.store.store import Data, Document


@dataclass(frozen=True, slots=True)
class Decision:
    """`options` are of the model that the type names; either an item or a user is named.

    `spoken` is the reason where the options have none of their own.
    """

    type: ActionType[Any]
    moderator: str
    item_id: str | None
    options: Options
    spoken: str = ""

    @property
    def named_user(self) -> str:
        """The user whom the options name: directly, or as the entity where no item is named."""
        named = self.options.named()
        is_entity = not self.item_id and is_user(named.entity_type)
        return named.user_id or (named.entity_id if is_entity else "")

    @property
    def reason(self) -> str:
        return self.options.why() or self.spoken

    @property
    def said(self) -> dict[str, Any]:
        return self.options.model_dump(exclude_none=True)


@dataclass(frozen=True, slots=True)
class Target:
    """Documents as they were read. `user_id` is empty where the item is of nobody."""

    item: Document | None
    user_id: str
    user: Document | None

    @property
    def item_id(self) -> str:
        return self.item.key.id if self.item else ""


def user_of(decision: Decision, item: Data | None) -> str:
    """The id of the user whom the decision is about: the one named, or the item's creator."""
    if decision.named_user or item is None:
        return decision.named_user
    return str(item["entity_id"] if is_user(item["entity_type"]) else item["creator_id"])
