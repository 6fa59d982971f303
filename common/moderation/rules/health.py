"""How an app's rules do: what was counted of them, what people said, and what their trees tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.rule_health import BAND_DAYS, Health
from common.domain.rule_vote import votes_in
from common.domain.times import DAY
from common.engines.threads import COMPUTING
from common.moderation.rules import counts
from common.moderation.rules.trials import as_if_on, with_rule
from common.moderation.rules.warnings import tree_warnings
from common.rules.rule import Rule
from common.views.rule_warnings import RuleWarning


@dataclass(frozen=True, slots=True)
class Known:
    """`since` is the first day of which anything is counted, None where nothing is."""

    health: Health
    since: int | None
    today: int


async def rules_of(context: Context, app: str) -> list[Rule]:
    """All that are kept, in the order in which they are looked at, then those that are off."""
    configuration = await context.configurations.fresh(app)
    if not configuration.has_rules:
        return []
    on = configuration.rules.ordered
    ids = {rule.id for rule in on}
    off = (each for id, each in configuration.rule_documents.items() if id not in ids)
    return [*on, *map(Rule.of, off)]


async def rule_of(context: Context, app: str, id: str) -> Rule:
    for rule in await rules_of(context, app):
        if rule.id == id:
            return rule
    raise NotFound(f"there is no rule {id!r}", {"id": "does not exist"})


async def known(context: Context, app: str, days: int, now: int) -> Known:
    today = now // DAY
    first = today - days + 1
    health = Health(first)
    counted = await counts.counts_of(context, app, first - BAND_DAYS, today)
    marks = [*dict.fromkeys(each.mark for each in counted)]
    sets = await counts.rule_sets(context, app, marks)
    for each in counted:
        health.add(each.day, sets[each.mark], each.counts)
    for document in await counts.votes_of(context, app, first, today):
        for rule, version, votes in votes_in(document):
            health.vote(rule, version, votes)
    return Known(health, await counts.first_day(context, app), today)


async def warnings_of(context: Context, app: str, rule: Rule, now: int) -> Sequence[RuleWarning]:
    """What its tree and those of others tell, as if it were on."""
    configuration = await context.configurations.fresh(app)
    document = configuration.rule_documents.get(rule.id)
    if document is not None:
        trial: Configuration = await with_rule(configuration, as_if_on(document))
        rule = Rule.of(as_if_on(document))
    else:
        trial = configuration
    return await COMPUTING.run(app, partial(tree_warnings, trial, rule, now))
