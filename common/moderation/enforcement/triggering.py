"""Which rules an item triggers: pure, so that answering and enforcing use the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.domain.content import is_user
from common.domain.history import History
from common.domain.item import Item, reports_of
from common.domain.labels import flagging_engines
from common.domain.recommendation import KEEP
from common.rules import classes
from common.rules.facts import Facts

if TYPE_CHECKING:
    from common.rules.conditions.base import Scope
    from common.rules.evaluator import Evaluation, RuleSet

_INLINE_CONDITIONS = 200
CHECKED = "check"
REPORTED = "report"


def scopes_of(item: Item, causes: Iterable[str]) -> list[Scope]:
    """A check evaluates the post's and its author's rules, a report those for what it is about. Of
    content that passed unmoderated, only reports are.
    """
    scopes: list[Scope] = []
    if CHECKED in causes and not item.get("bypassed"):
        scopes += ["post", "user"]
    if REPORTED in causes:
        scopes.append("reported_user" if is_user(item["entity_type"]) else "reported_post")
    return scopes


def needs_history(configuration: Configuration, scopes: Iterable[Scope]) -> bool:
    return not configuration.history_scopes.isdisjoint(scopes)


async def evaluate(
    configuration: Configuration,
    scopes: Iterable[Scope],
    item: Item,
    history: Mapping[str, int] | None,
    now: int,
) -> list[Evaluation]:
    """Off the event loop where there are more conditions than take a moment."""
    if not configuration.has_rules:
        return []
    from common.engines.threads import COMPUTING

    app, rules, scopes = configuration.app, configuration.rules, list(scopes)
    if not rules.is_compiled:
        await COMPUTING.run(app, rules.compile)
    facts = _facts(item, history, now)
    first_only = map(configuration.first_match_only, scopes)
    work = partial(_evaluated, rules, dict(zip(scopes, first_only, strict=True)), facts)
    if rules.size(scopes) <= _INLINE_CONDITIONS:
        return work()
    return await COMPUTING.run(app, work)


def _evaluated(rules: RuleSet, scopes: Mapping[Scope, bool], facts: Facts) -> list[Evaluation]:
    return [rules.evaluate(scope, facts, first_only) for scope, first_only in scopes.items()]


def _facts(item: Item, history: Mapping[str, int] | None, now: int) -> Facts:
    labels = item.get("labels") or ()
    return Facts(
        classes=classes.scores(labels),
        severities=classes.severities(labels),
        lists=classes.lists(labels),
        needs_review=item["recommended_action"] != KEEP or bool(flagging_engines(labels)),
        history=History(history, now) if history else None,
        reports=reports_of(item),
    )
