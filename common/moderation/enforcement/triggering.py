"""Which rules an item triggers: pure, so that answering and enforcing use the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from common.configuration.classes import class_table_of
from common.configuration.configuration import Configuration
from common.configuration.pauses import paused_rules
from common.configuration.user_lists import membership_of
from common.domain.content import is_user
from common.domain.history import History
from common.domain.item import Item, author_of, is_decided
from common.domain.labels import flagging_engines
from common.domain.policy import fallbacks, find_policy
from common.domain.recommendation import KEEP
from common.domain.reports import counted, open_reports, round_of
from common.domain.rule_group import groups_on
from common.domain.strikes import totals
from common.domain.user import User
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.exemptions import ReadUser, spare
from common.rules import classes
from common.rules.facts import Facts
from common.rules.seen import Author, Seen

if TYPE_CHECKING:
    from common.rules.conditions.base import Scope
    from common.rules.evaluator import Evaluation, RuleSet

_INLINE_CONDITIONS = 200
_INLINE_CHARACTERS = 20_000
CHECKED = "check"
REPORTED = "report"
RECATEGORISED = "report changed"
"""A report names other categories than before, which is no new one."""
WITHDRAWN = "report withdrawn"


def scopes_of(item: Item, causes: Collection[str]) -> list[Scope]:
    """A check evaluates the post's and its author's rules, a report those for what it is about. Of
    content that passed unmoderated, only reports are.
    """
    scopes: list[Scope] = []
    if CHECKED in causes and not item.get("bypassed"):
        scopes += ["post", "user"]
    if {REPORTED, RECATEGORISED, WITHDRAWN} & {*causes}:
        scopes.append("reported_user" if is_user(item["entity_type"]) else "reported_post")
    return scopes


def with_withdrawn(item: Item) -> Item:
    """As the item was before reports were taken back that are."""
    before = item.copy()
    counts = cast("dict[str, Any]", before)
    for report in item.get("withdrawn", ()):
        for name, count in counted(before, round_of(before), report["categories"]).items():
            counts[name] = counts.get(name, 0) + count
    return before


def is_overruled(item: Item, scope: Scope, causes: Collection[str], *, calls: bool) -> bool:
    """Whether a moderator's decision keeps a rule of this scope from having an effect.

    Whatever was pending when the decision was made came before it, so what is pending now came
    after. New reports bring decided content back before the moderators, and call nothing (`calls`).
    A user, who has no content that could change, is what new reports say: there the rules act.
    """
    if not is_decided(item):
        return False
    if REPORTED not in causes:
        return True
    return scope != "reported_user" and (calls or scope != "reported_post")


def caused_at(item: Item, scope: Scope, *, by_replaced: bool) -> int:
    """When that came which made a rule of this scope hold; 0 where it is not known.

    `by_replaced`: what it looks at was edited away before it was evaluated. Of several such edits
    the first counts.
    """
    if scope in ("reported_post", "reported_user"):
        return item.get("reported_at", 0)
    return item.get("replaced_at", 0) if by_replaced else item.get("content_at", 0)


async def evaluate(
    configuration: Configuration,
    scopes: Iterable[Scope],
    item: Item,
    background: Background,
    now: int,
    read_user: ReadUser | None = None,
    spent: Counter[str] | None = None,
) -> list[Evaluation]:
    """Off the event loop where there are more conditions, or more of a text, than take a moment.
    Where `read_user` reads the author, matches say whether they spare them. Nanoseconds are added
    to what was `spent` on each rule.
    """
    if not configuration.has_rules:
        return []
    from common.engines.threads import COMPUTING

    app, rules, scopes = configuration.app, configuration.rules, list(scopes)
    if not rules.is_compiled:
        await COMPUTING.run(app, rules.compile)
    facts = facts_of(configuration, item, background, now)
    first_only = map(configuration.first_match_only, scopes)
    paused = paused_rules(configuration, now)
    stops = dict(zip(scopes, first_only, strict=True))
    work = partial(_evaluated, rules, stops, facts, paused, spent)
    texts = (item.get("payload") or {}).get("texts") or ()
    is_short = sum(map(len, texts)) <= _INLINE_CHARACTERS
    if rules.size(scopes) <= _INLINE_CONDITIONS and is_short:
        found = work()
    else:
        found = await COMPUTING.run(app, work)
    if read_user is not None:
        again = partial(rules.evaluate, facts=facts, first_only=False, paused=paused)
        await spare(configuration, author_of(item), scopes, found, read_user, again)
    return found


def _evaluated(
    rules: RuleSet,
    scopes: Mapping[Scope, bool],
    facts: Facts,
    paused: Container[str] | None,
    spent: Counter[str] | None,
) -> list[Evaluation]:
    return [rules.evaluate(scope, facts, first, paused, spent) for scope, first in scopes.items()]


def facts_of(configuration: Configuration, item: Item, background: Background, now: int) -> Facts:
    labels = item.get("labels") or ()
    history, table = background.history, class_table_of(configuration)
    return Facts(
        classes=table.joined(classes.scores(labels)),
        severities=table.joined(classes.severities(labels)),
        lists=classes.lists(labels),
        needs_review=item["recommended_action"] != KEEP or bool(flagging_engines(labels)),
        history=History(history, now) if history else None,
        reports=open_reports(item, now),
        not_judged=frozenset(item.get("not_judged", ())),
        unknown=table.unknown(classes.unknown(item.get("not_judged", ()))),
        content=_seen(configuration, item),
        address=History(background.address, now) if background.address else None,
        author=_author(configuration, item, background, now),
        groups=groups_on(configuration.rule_groups, now),
        table=table,
    )


def _author(configuration: Configuration, item: Item, background: Background, now: int) -> Author:
    id, user = author_of(item), background.user
    if not id:
        return Author(user, now)
    membership = membership_of(configuration, id)
    flagged = _flagged(item, user)
    strikes = totals(background.strikes, now) if background.strikes is not None else None
    return Author(user, now, flagged, membership.lists, membership.is_trusted, strikes)


def _seen(configuration: Configuration, item: Item) -> Seen:
    key, team = item.get("config_key", ""), item.get("team", "")
    policy = find_policy(configuration.policies, key, team) if key else None
    return Seen(
        item.get("payload"),
        item["entity_type"],
        frozenset(fallbacks(key)),
        policy["id"] if policy is not None else "",
        team,
        item.get("counted"),
    )


def _flagged(item: Item, user: User | None) -> int | None:
    """Contents of the author that were flagged, with the item where it is about to be counted."""
    author = author_of(item)
    if not author:
        return None
    is_flagged = "first_flagged_at" in item or bool(flagging_engines(item.get("labels") or ()))
    is_next = is_flagged and item.get("flagged_for") != author
    return (user.get("flagged_count", 0) if user is not None else 0) + is_next
