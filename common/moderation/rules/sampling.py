"""What a rule would have held for among items that were checked before.

An item's id is a digest, so that the first by id are items taken by chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from common.configuration.configuration import Configuration
from common.domain.content import is_user
from common.domain.item import ITEMS, Item, author_of
from common.domain.reports import open_reports
from common.domain.rule import RuleDocument
from common.domain.user import history_key, user_key
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.triggering import facts_of
from common.moderation.rules.trials import as_if_on
from common.rules.conditions.base import Scope
from common.rules.rule import Rule
from common.store.store import Key, Store

if TYPE_CHECKING:
    from common.rules.evaluator import RuleSet

MANY = 0.2
"""More than this share of what is checked is much for one rule."""
_ITEMS = 200
_LEAST = 20
"""Fewer say nothing."""
_KEYS = 100


@dataclass(frozen=True, slots=True)
class Sample:
    configuration: Configuration
    rules: RuleSet
    scope: Scope
    items: Sequence[Item]
    known: Mapping[Key[Any], Any]
    now: int

    @classmethod
    async def of(
        cls, store: Store, configuration: Configuration, rule: RuleDocument, now: int
    ) -> Sample | None:
        """One query, and two reads more where the rule looks at who wrote."""
        # Slow to load, and of no use to whoever only reads rules.
        from common.rules.evaluator import RuleSet

        app, scope = configuration.app, rule["scope"]
        page = await store.query(ITEMS, app=app, limit=_ITEMS)
        items = [each.data for each in page.documents if _fits(each.data, scope)]
        if len(items) < _LEAST:
            return None
        rules = RuleSet([Rule.of(as_if_on(rule))])
        keys: dict[Key[Any], None] = {}
        for item in items:
            if item["creator_id"] and rules.needs_history(scope):
                keys[history_key(app, item["creator_id"])] = None
            if author_of(item) and rules.needs_author(scope):
                keys[user_key(app, author_of(item))] = None
        known = await _read(store, [*keys])
        return cls(configuration, rules, scope, items, known, now)

    def hits(self) -> tuple[int, int]:
        """Of how many."""
        found = sum(self._holds(item) for item in self.items)
        return found, len(self.items)

    def _holds(self, item: Item) -> bool:
        app = self.configuration.app
        history = self.known.get(history_key(app, item["creator_id"]))
        user = self.known.get(user_key(app, author_of(item)))
        facts = facts_of(self.configuration, item, Background(history, user), self.now)
        return bool(self.rules.evaluate(self.scope, facts, True).matches)


def _fits(item: Item, scope: Scope) -> bool:
    if scope in ("post", "user"):
        return "payload" in item and not item.get("bypassed")
    is_reported = open_reports(item).count(frozenset()) > 0
    return is_reported and is_user(item["entity_type"]) is (scope == "reported_user")


async def _read(store: Store, keys: list[Key[Any]]) -> Mapping[Key[Any], Any]:
    found: dict[Key[Any], Any] = {}
    for start in range(0, len(keys), _KEYS):
        asked = keys[start : start + _KEYS]
        documents = await store.get(asked)
        found |= {k: d.data for k, d in zip(asked, documents, strict=True) if d is not None}
    return cast(Mapping[Key[Any], Any], found)
