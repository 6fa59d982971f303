"""The kinds of what an app configures: one entry each, with all that hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic

from common.configuration.configuration import Configuration
from common.domain.action import ACTIONS, Action
from common.domain.block_list import BLOCK_LISTS, BlockList
from common.domain.button import BUTTONS, Button
from common.domain.content_class import CONTENT_CLASSES, ContentClass
from common.domain.image_hash_list import IMAGE_HASH_LISTS, ImageHashList
from common.domain.policy import POLICIES, Policy
from common.domain.provider import PROVIDERS, Provider
from common.domain.queue import QUEUES, Queue
from common.domain.report_category import REPORT_CATEGORIES, ReportCategory
from common.domain.rule import RULES, RuleDocument
from common.domain.semantic_filter import SEMANTIC_FILTERS, SemanticFilter
from common.domain.strikes import STRIKE_POLICIES, StrikePolicy
from common.domain.user_list import USER_LISTS, UserList
from common.store.store import Collection, D, Key


@dataclass(frozen=True, slots=True)
class Kind(Generic[D]):
    """`most` is how many of them an app may have, `held` finds those that it has."""

    collection: Collection[D]
    noun: str
    most: int
    held: Callable[[Configuration], Mapping[str, D]]

    def key(self, app: str, id: str) -> Key[D]:
        return Key(app, self.collection, id)


RULE: Kind[RuleDocument] = Kind(RULES, "rule", 500, lambda each: each.rule_documents)
ACTION: Kind[Action] = Kind(ACTIONS, "action", 200, lambda each: each.actions)
REPORT_CATEGORY: Kind[ReportCategory] = Kind(
    REPORT_CATEGORIES, "report category", 200, lambda each: each.report_categories
)
CONTENT_CLASS: Kind[ContentClass] = Kind(
    CONTENT_CLASSES, "class", 500, lambda each: each.content_classes
)
POLICY: Kind[Policy] = Kind(POLICIES, "policy", 500, lambda each: each.policies)
BLOCK_LIST: Kind[BlockList] = Kind(BLOCK_LISTS, "block list", 100, lambda each: each.lists)
SEMANTIC_FILTER: Kind[SemanticFilter] = Kind(
    SEMANTIC_FILTERS, "semantic filter", 200, lambda each: each.filters
)
PROVIDER: Kind[Provider] = Kind(PROVIDERS, "provider", 50, lambda each: each.providers)
IMAGE_HASH_LIST: Kind[ImageHashList] = Kind(
    IMAGE_HASH_LISTS, "image hash list", 50, lambda each: each.image_hash_lists
)
BUTTON: Kind[Button] = Kind(BUTTONS, "button", 500, lambda each: each.buttons)
USER_LIST: Kind[UserList] = Kind(USER_LISTS, "user list", 50, lambda each: each.user_lists)
STRIKE_POLICY: Kind[StrikePolicy] = Kind(
    STRIKE_POLICIES, "strike policy", 50, lambda each: each.strike_policies
)
QUEUE: Kind[Queue] = Kind(QUEUES, "queue", 200, lambda each: each.queues)

KINDS: tuple[Kind[Any], ...] = (
    RULE,
    ACTION,
    REPORT_CATEGORY,
    CONTENT_CLASS,
    POLICY,
    BLOCK_LIST,
    SEMANTIC_FILTER,
    PROVIDER,
    IMAGE_HASH_LIST,
    BUTTON,
    QUEUE,
    USER_LIST,
    STRIKE_POLICY,
)
