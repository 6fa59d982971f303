"""Why each of an app's rules holds, or not, for an item or a user: as it stands now, or as it stood
when rules were evaluated, where what they saw was kept.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from common.configuration.classes import class_table_of
from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.pauses import paused_rules
from common.domain.content import USER_ENTITY, is_user
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, item_id, item_key, new_item
from common.domain.rule_input import RuleInput
from common.domain.user import history_key, user_key
from common.engines.threads import COMPUTING
from common.moderation.enforcement.backgrounds import background_of
from common.moderation.enforcement.triggering import facts_of
from common.moderation.filtering import cursors
from common.moderation.filtering.cursors import Mark
from common.moderation.rules import evaluations
from common.moderation.rules.rules_then import Fired, fired_in, rules_then
from common.rules.class_table import ClassTable
from common.rules.conditions.base import Base, Scope
from common.rules.explaining import Explanation, explain
from common.rules.facts import Facts
from common.rules.inputs import Needs, restored
from common.rules.rule import Rule

_OF_CONTENT: tuple[Scope, ...] = ("post", "user", "reported_post")
_OF_USER: tuple[Scope, ...] = ("user", "reported_user")


@dataclass(frozen=True, slots=True)
class Asked:
    """`as_of` is when an evaluation was, `revision` of which revision of the item; without either
    it is explained how all of it stands now.
    """

    limit: int
    cursor: str | None
    as_of: int | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """`because` is the rule that matched before it where only the first counts, `off` is why it has
    no effect at all. Of an evaluation that was, `fired` says what came of the rule, and `missing`
    what of what it looks at was not kept.
    """

    rule: Rule
    scope: Scope
    explanation: Explanation
    because: str = ""
    off: str = ""
    fired: Fired | None = None
    missing: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """`evaluation` is the one whose inputs it was explained from, None where it is as of now."""

    rules: Sequence[Explained]
    as_of: int
    next: str | None
    evaluation: RuleInput | None = None


async def of_item(context: Context, app: str, id: str, asked: Asked, now: int) -> Page:
    """Those of all scopes that fit it, in the order in which they are looked at. Raises NotFound,
    and BadCursor.
    """
    (found,) = await context.store.get([item_key(app, id)])
    if found is None:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    item, store = found.data, context.store
    scopes = _OF_USER if is_user(item["entity_type"]) else _OF_CONTENT
    if asked.revision is not None:
        kept = await evaluations.at_revision(store, app, item, asked.revision)
        return await _then(context, app, kept, scopes, asked)
    if asked.as_of is not None:
        kept = await evaluations.of_item(store, app, item, _past(asked.as_of, now))
        return await _then(context, app, kept, scopes, asked)
    return await _now(context, app, item, scopes, asked, now)


async def of_user(context: Context, app: str, id: str, asked: Asked, now: int) -> Page:
    """Raises NotFound for somebody who has neither been told of nor posted nor been reported."""
    own = item_key(app, item_id(app, USER_ENTITY, id))
    keys: list[Any] = [own, user_key(app, id), history_key(app, id)]
    item, *others = await context.store.get(keys)
    if item is None and not any(others):
        raise NotFound(f"there is no user {id!r}", {"id": "does not exist"})
    if asked.as_of is not None:
        at = _past(asked.as_of, now)
        kept = await evaluations.of_user(context.store, app, id, at, _OF_USER)
        return await _then(context, app, kept, _OF_USER, asked)
    found = item.data if item is not None else new_item(app, USER_ENTITY, id, id, now)
    return await _now(context, app, found, _OF_USER, asked, now)


def _past(as_of: int, now: int) -> int:
    if as_of > now:
        raise Invalid.field("as_of", "has not been yet")
    return as_of


async def _now(
    context: Context, app: str, item: Item, scopes: Sequence[Scope], asked: Asked, now: int
) -> Page:
    order = f"rules of {app} {item['id']}"
    configuration = await context.configurations.fresh(app)
    if not configuration.has_rules:
        return Page([], now, None)
    background = await background_of(context.store, configuration, item, scopes, with_history=True)
    facts = facts_of(configuration, item, background, now)
    every = [(scope, rule) for scope in scopes for rule in configuration.rules.of(scope)]
    shown, following = _part(every, scopes, order, asked)
    work = partial(_explained, configuration, scopes, shown, facts, now)
    return Page(await COMPUTING.run(app, work), now, following)


async def _then(
    context: Context, app: str, kept: RuleInput, scopes: Sequence[Scope], asked: Asked
) -> Page:
    """By the rules as they are now, but of those that fired the versions that did."""
    order = f"rules of {app} {kept['item_id']} at {kept['revision']}"
    configuration = await context.configurations.fresh(app)
    scopes = [scope for scope in scopes if scope in kept["scopes"]]
    every = await rules_then(context.store, configuration, kept, scopes)
    shown, following = _part(every, scopes, order, asked)
    work = partial(_explained_then, shown, kept, class_table_of(configuration))
    return Page(await COMPUTING.run(app, work), kept["at"], following, kept)


def _part(
    every: Sequence[tuple[Scope, Rule]], scopes: Sequence[Scope], order: str, asked: Asked
) -> tuple[Sequence[tuple[Scope, Rule]], str | None]:
    """Those of the page, and where the next begins."""
    mark = cursors.decoded(order, "next", asked.cursor, 4) if asked.cursor else None
    placed = [(_place(scopes.index(scope), rule), (scope, rule)) for scope, rule in every]
    left = [each for each in placed if mark is None or each[0] > mark.place]
    shown = left[: asked.limit]
    is_last = len(left) <= asked.limit
    following = None if is_last else cursors.encoded(order, "next", Mark(shown[-1][0]))
    return [each for _, each in shown], following


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


def _explained_then(
    shown: Sequence[tuple[Scope, Rule]], kept: RuleInput, table: ClassTable
) -> list[Explained]:
    facts, fired = restored(kept["facts"], kept["at"], table), fired_in(kept)

    def lacks(condition: Base) -> Sequence[str]:
        return Needs.of(condition).lacking(kept["facts"])

    return [
        Explained(
            rule,
            scope,
            explain(rule, facts, lacks),
            off=_off(rule, facts, ()),
            fired=fired.get(rule.id),
            missing=lacks(rule.when),
        )
        for scope, rule in shown
    ]


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
