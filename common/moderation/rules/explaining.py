"""Why each of an app's rules holds, or not, for an item or a user as it stands now."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.pauses import paused_rules
from common.domain.content import USER_ENTITY, is_user
from common.domain.errors import NotFound
from common.domain.item import Item, item_id, item_key, new_item
from common.domain.user import history_key, user_key
from common.engines.threads import COMPUTING
from common.moderation.enforcement.backgrounds import background_of
from common.moderation.enforcement.triggering import facts_of
from common.moderation.filtering import cursors
from common.moderation.filtering.cursors import Mark
from common.rules.conditions.base import Scope
from common.rules.explaining import Explanation, explain
from common.rules.facts import Facts
from common.rules.rule import Rule

_OF_CONTENT: tuple[Scope, ...] = ("post", "user", "reported_post")
_OF_USER: tuple[Scope, ...] = ("user", "reported_user")


@dataclass(frozen=True, slots=True)
class Explained:
    """`because` is the rule that matched before it where only the first counts, `off` is why it has
    no effect at all.
    """

    rule: Rule
    scope: Scope
    explanation: Explanation
    because: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    rules: Sequence[Explained]
    as_of: int
    next: str | None


async def of_item(
    context: Context, app: str, id: str, limit: int, cursor: str | None, now: int
) -> Page:
    """Those of all scopes that fit it, in the order in which they are looked at. Raises NotFound,
    and BadCursor.
    """
    (found,) = await context.store.get([item_key(app, id)])
    if found is None:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    scopes = _OF_USER if is_user(found.data["entity_type"]) else _OF_CONTENT
    return await _page(context, app, found.data, scopes, limit, cursor, now)


async def of_user(
    context: Context, app: str, id: str, limit: int, cursor: str | None, now: int
) -> Page:
    """Raises NotFound for somebody who has neither been told of nor posted nor been reported."""
    own = item_key(app, item_id(app, USER_ENTITY, id))
    keys: list[Any] = [own, user_key(app, id), history_key(app, id)]
    item, *others = await context.store.get(keys)
    if item is None and not any(others):
        raise NotFound(f"there is no user {id!r}", {"id": "does not exist"})
    found = item.data if item is not None else new_item(app, USER_ENTITY, id, id, now)
    return await _page(context, app, found, _OF_USER, limit, cursor, now)


async def _page(
    context: Context,
    app: str,
    item: Item,
    scopes: Sequence[Scope],
    limit: int,
    cursor: str | None,
    now: int,
) -> Page:
    order = f"rules of {app} {item['id']}"
    mark = cursors.decoded(order, "next", cursor, 4) if cursor else None
    configuration = await context.configurations.fresh(app)
    if not configuration.has_rules:
        return Page([], now, None)
    background = await background_of(context.store, configuration, item, scopes, with_history=True)
    facts = facts_of(configuration, item, background, now)
    every = [
        (number, rule)
        for number, scope in enumerate(scopes)
        for rule in configuration.rules.of(scope)
    ]
    left = [each for each in every if mark is None or _place(*each) > mark.place]
    shown = [(scopes[number], rule) for number, rule in left[:limit]]
    work = partial(_explained, configuration, scopes, shown, facts, now)
    explained = await COMPUTING.run(app, work)
    is_last = len(left) <= limit
    following = None if is_last else cursors.encoded(order, "next", Mark(_place(*left[limit - 1])))
    return Page(explained, now, following)


def _place(number: int, rule: Rule) -> tuple[int, int, int, str]:
    return number, rule.position, rule.created_at, rule.id


def _explained(
    configuration: Configuration,
    scopes: Sequence[Scope],
    shown: Sequence[tuple[Scope, Rule]],
    facts: Facts,
    now: int,
) -> list[Explained]:
    firsts = _firsts(configuration, scopes, facts, now)
    paused = paused_rules(configuration, now) or ()
    found = []
    for scope, rule in shown:
        first = firsts.get(scope)
        is_behind = first is not None and _order(first) < _order(rule)
        because = first.id if first is not None and is_behind else ""
        off = _off(rule, facts, paused)
        found.append(Explained(rule, scope, explain(rule, facts), because, off))
    return found


def _off(rule: Rule, facts: Facts, paused: Container[str]) -> str:
    if rule.id in paused:
        return "it is paused"
    is_on = rule.group is None or rule.group in facts.groups
    return "" if is_on else f"its group {rule.group!r} is not on"


def _firsts(
    configuration: Configuration, scopes: Sequence[Scope], facts: Facts, now: int
) -> Mapping[Scope, Rule]:
    """The rule that matches first, of the scopes where no other counts."""
    found: dict[Scope, Rule] = {}
    paused = paused_rules(configuration, now)
    for scope in filter(configuration.first_match_only, scopes):
        found_there = configuration.rules.evaluate(scope, facts, True, paused)
        ids = {each.rule_id for each in found_there.matches}
        for rule in configuration.rules.of(scope):
            if rule.id in ids:
                found[scope] = rule
    return found


def _order(rule: Rule) -> tuple[int, int, str]:
    return rule.position, rule.created_at, rule.id
