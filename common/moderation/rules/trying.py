"""Trying a rule, a draft or one that is kept: why it would hold or not. Nothing is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from pydantic import BaseModel, ConfigDict

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.content import Submission
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, item_key
from common.domain.rule import RuleDocument, RuleFields
from common.engines.threads import COMPUTING
from common.moderation.content import checks
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background, background_of
from common.moderation.resources.actions import check_actions
from common.moderation.resources.rules import check_size, known_to
from common.moderation.rules.trials import with_rule
from common.rules.conditions.base import SCOPES
from common.rules.explaining import Clause, explain
from common.rules.facts import Facts
from common.rules.rule import Rule

DRAFT = "draft"
"""The id of a rule that has none yet."""


class _Drafted(BaseModel):
    """So that what is wrong is named as it stands in the request."""

    model_config = ConfigDict(defer_build=True)

    rule: Rule


@dataclass(frozen=True, slots=True)
class Tried:
    rule: RuleDocument
    clause: Clause
    item: Item


@dataclass(frozen=True, slots=True)
class Content:
    """What is judged anew, under the policy `inline` where one comes with it."""

    submission: Submission
    inline: dict[str, Any] | None


async def draft(context: Context, app: str, fields: RuleFields, now: int) -> RuleDocument:
    """Refused as it would be when it is saved."""
    configuration = await context.configurations.fresh(app)
    check_size(configuration, DRAFT, fields, "rule")
    own = {"id": DRAFT, "version": 0, "created_at": now, "updated_at": now}
    rule = cast(RuleDocument, {**fields, **own})
    _Drafted.model_validate({"rule": rule}, context=known_to(configuration))
    try:
        await check_actions(context, app, fields)
    except Invalid as error:
        raise error.renamed("actions", "rule.actions") from None
    return rule


async def kept(context: Context, app: str, id: str) -> RuleDocument:
    configuration = await context.configurations.fresh(app)
    found = configuration.rule_documents.get(id)
    if found is None:
        raise NotFound(f"there is no rule {id!r}", {"rule_id": "does not exist"})
    return found


async def on_content(
    context: Context, app: str, rule: RuleDocument, content: Content, now: int, *, as_user: bool
) -> Tried:
    """As a check of it would be judged now."""
    trial = await _trial(context, app, rule)
    checked = await checks.test(
        context, app, content.submission, now, content.inline, trial=trial, as_user=as_user
    )
    background = await _background(context, trial, checked.item)
    present = _added(background.history, checked.counts)
    background = replace(background, history=present)
    return await _tried(trial, rule, checked.item, background, now)


async def on_item(context: Context, app: str, rule: RuleDocument, id: str, now: int) -> Tried:
    """As the item stands now, with what engines said of it."""
    trial = await _trial(context, app, rule)
    (item,) = await context.store.get([item_key(app, id)])
    if item is None:
        raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
    background = await _background(context, trial, item.data)
    return await _tried(trial, rule, item.data, background, now)


async def _trial(context: Context, app: str, rule: RuleDocument) -> Configuration:
    configuration = await context.configurations.fresh(app)
    return await with_rule(configuration, {**rule, "enabled": True})


async def _background(context: Context, trial: Configuration, item: Item) -> Background:
    return await background_of(context.store, trial, item, SCOPES, with_history=True)


def _added(
    history: Mapping[str, int] | None, counts: Mapping[str, int]
) -> Mapping[str, int] | None:
    present = dict(history or {})
    for name, count in counts.items():
        present[name] = present.get(name, 0) + count
    return present or None


async def _tried(
    trial: Configuration, rule: RuleDocument, item: Item, background: Background, now: int
) -> Tried:
    facts = triggering.facts_of(trial, item, background, now)
    clause = await COMPUTING.run(trial.app, partial(_explained, rule, facts))
    return Tried(rule, clause, item)


def _explained(rule: RuleDocument, facts: Facts) -> Clause:
    return explain(Rule.of(rule), facts)
