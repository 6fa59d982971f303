"""What is odd about a rule: what a lead wants to hear before it has an effect on anybody."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import partial

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.pauses import paused_rules
from common.domain.rule import RuleDocument
from common.engines.threads import COMPUTING
from common.moderation.rules.list_warnings import list_warnings
from common.moderation.rules.sampling import MANY, Sample
from common.moderation.rules.trials import as_if_on, with_rule
from common.rules.claims import canonical, exclude, implies, odd_parts
from common.rules.conditions.base import Scope
from common.rules.reasoning import Steps
from common.rules.rule import Rule
from common.store.store import Store
from common.views.rule_warnings import RuleWarning, WarningKind

_ODD = {
    "never_holds": "can never hold",
    "always_holds": "always holds",
    "always_holds_where_known": "always holds, unless what it looks at is not known",
}
_MOST = 20


async def warnings_of(
    store: Store, configuration: Configuration, rule: RuleDocument, now: int
) -> list[RuleWarning]:
    """Of a rule that is one of the configuration's, as if it were enabled."""
    parsed = Rule.of(rule)
    found = await COMPUTING.run(
        configuration.app, partial(tree_warnings, configuration, parsed, now)
    )
    sample = await Sample.of(store, configuration, rule, now)
    if sample is not None:
        hits, many = await COMPUTING.run(configuration.app, sample.hits)
        found += _by_sample(hits, many)
    return found[:_MOST]


async def of_saved(context: Context, app: str, rule: RuleDocument, now: int) -> list[RuleWarning]:
    trial = await with_rule(await context.configurations.fresh(app), as_if_on(rule))
    return await warnings_of(context.store, trial, rule, now)


def tree_warnings(configuration: Configuration, rule: Rule, now: int) -> list[RuleWarning]:
    """What the trees of the configuration's rules tell of one of them."""
    steps = Steps()
    return [
        *_odd_parts(rule, steps),
        *list_warnings(configuration, rule),
        *_others(configuration, rule, steps, now),
    ]


def _odd_parts(rule: Rule, steps: Steps) -> Iterator[RuleWarning]:
    for odd in odd_parts(rule.when, steps):
        text = f"{odd.condition.describe()}: {_ODD[odd.kind]}"
        yield {"kind": odd.kind, "text": text, "path": odd.path}


def _others(
    configuration: Configuration, rule: Rule, steps: Steps, now: int
) -> Iterator[RuleWarning]:
    told: set[tuple[str, str]] = set()
    for scope in rule.scopes:
        for warning in _within(configuration, rule, scope, steps, now):
            key = (warning["kind"], warning["rule_id"])
            if key not in told:
                told.add(key)
                yield warning


def _within(
    configuration: Configuration, rule: Rule, scope: Scope, steps: Steps, now: int
) -> Iterator[RuleWarning]:
    """About each other rule of a scope, from what is certain to what may be."""
    own = canonical(rule.when)
    is_first_only = configuration.first_match_only(scope)
    is_before, paused = True, paused_rules(configuration, now) or ()
    for other in configuration.rules.of(scope):
        if other.id == rule.id:
            is_before = False
        elif (
            is_first_only
            and is_before
            and _is_always_on(rule, other, paused)
            and implies(rule.when, other.when, steps)
        ):
            text = (
                f"whatever it holds for, {other.name!r} before it holds for: it is never looked at"
            )
            yield _about(other, "shadowed", text)
        elif (
            is_first_only
            and not is_before
            and _is_always_on(other, rule, ())
            and implies(other.when, rule.when, steps)
        ):
            text = (
                f"it holds for all that {other.name!r} behind it holds for: that is never reached"
            )
            yield _about(other, "shadows", text)
        elif canonical(other.when) == own:
            yield _about(other, "same_conditions", f"{other.name!r} has the same conditions")
        if other.id != rule.id and not is_first_only and _reverse(configuration, rule, other):
            yield from _contradiction(rule, other, steps)


def _is_always_on(hidden: Rule, first: Rule, paused: Container[str]) -> bool:
    """Whether the first counts whenever the hidden one would."""
    return first.id not in paused and first.group in (None, hidden.group)


def _contradiction(rule: Rule, other: Rule, steps: Steps) -> Iterator[RuleWarning]:
    if exclude(rule.when, other.when, steps) is False:
        text = f"one of it and {other.name!r} undoes what the other does, and both may hold at once"
        yield _about(other, "contradicts", text)


def _reverse(configuration: Configuration, one: Rule, other: Rule) -> bool:
    """Whether an action of one undoes an action of the other."""
    return _undoes(configuration, one, other) or _undoes(configuration, other, one)


def _undoes(configuration: Configuration, one: Rule, other: Rule) -> bool:
    actions = (configuration.actions.get(id) for id in one.actions)
    undone = {name for each in actions if each is not None for name in each.get("reverses") or ()}
    return not undone.isdisjoint(other.actions)


def _about(other: Rule, kind: WarningKind, text: str) -> RuleWarning:
    return {"kind": kind, "text": text, "rule_id": other.id}


def _by_sample(hits: int, many: int) -> Iterator[RuleWarning]:
    if hits > MANY * many:
        share = round(hits / many, 4)
        text = f"holds for {hits} of {many} items that were checked before, taken by chance"
        yield {"kind": "matches_many", "text": text, "share": share, "sample": many}
