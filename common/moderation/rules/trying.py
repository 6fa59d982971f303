"""Trying a rule, a draft or one that is kept: why it would hold or not, and what would follow.
Nothing is kept of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel, ConfigDict

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.known import known_of
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, author_of
from common.domain.rule import RuleDocument, RuleFields
from common.domain.rule_version import rule_version_key
from common.domain.user import User
from common.engines.threads import COMPUTING
from common.moderation.enforcement.exemptions import marked
from common.moderation.enforcement.firings import read_firings
from common.moderation.enforcement.rehearsal import foresee
from common.moderation.resources.actions import check_actions
from common.moderation.resources.rules import check_size, placed
from common.moderation.rules.order import cause_of, evaluated, fired, order_of, would_do
from common.moderation.rules.subjects import Asked, Subject, subject_of
from common.moderation.rules.trials import as_if_on, with_rule
from common.moderation.rules.warnings import warnings_of
from common.rules.conditions.base import Scope
from common.rules.explaining import Explanation, explain
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.views.rule_tries import RuleInOrder, WouldDo
from common.views.rule_warnings import RuleWarning

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match

DRAFT = "draft"
"""The id of a rule that has none yet."""


class _Drafted(BaseModel):
    """So that what is wrong is named as it stands in the request."""

    model_config = ConfigDict(defer_build=True)

    rule: Rule


@dataclass(frozen=True, slots=True)
class Tried:
    rule: Rule
    explanation: Explanation
    order: Sequence[RuleInOrder]
    would_do: Sequence[WouldDo]
    warnings: Sequence[RuleWarning]
    set_aside: Sequence[str]
    item: Item


async def draft(
    context: Context, app: str, fields: RuleFields, now: int, id: str | None = None
) -> RuleDocument:
    """Refused as it would be when it is saved under the id, in the place of what is there."""
    configuration = await context.configurations.fresh(app)
    known = configuration.rule_documents.get(id or DRAFT)
    fields = placed(configuration, id or DRAFT, fields)
    check_size(configuration, id or DRAFT, fields, "rule")
    own = {
        "id": id or DRAFT,
        "version": 0,
        "created_at": known["created_at"] if known is not None else now,
        "updated_at": now,
    }
    rule = cast(RuleDocument, {**fields, **own})
    _Drafted.model_validate({"rule": rule}, context=known_of(configuration))
    try:
        await check_actions(context, app, fields)
    except Invalid as error:
        raise error.renamed("action", "rule.action") from None
    return rule


async def kept(context: Context, app: str, id: str, version: int | None = None) -> RuleDocument:
    configuration = await context.configurations.fresh(app)
    found = configuration.rule_documents.get(id)
    if version is None or (found is not None and found["version"] == version):
        if found is None:
            raise NotFound(f"there is no rule {id!r}", {"rule_id": "does not exist"})
        return found
    (earlier,) = await context.store.get([rule_version_key(app, id, version)])
    if earlier is None:
        raise NotFound(
            f"there is no version {version} of the rule {id!r}", {"version": "does not exist"}
        )
    times = {"created_at": earlier.data["active_from"], "updated_at": earlier.data["active_from"]}
    if found is not None:
        times["created_at"] = found["created_at"]
    own = {"id": id, "version": version, **times}
    return cast(RuleDocument, {**earlier.data["content"], **own})


async def try_rule(context: Context, app: str, rule: RuleDocument, asked: Asked, now: int) -> Tried:
    configuration = await context.configurations.fresh(app)
    trial = await with_rule(configuration, as_if_on(rule))
    parsed = next(each for each in trial.rules.of(rule["scope"]) if each.id == rule["id"])
    subject = await subject_of(context, trial, parsed, asked, now)
    explanation, found = await COMPUTING.run(
        app, partial(_looked_at, trial, parsed, subject.facts, now)
    )
    set_aside = [*subject.set_aside, *await _spare(trial, subject, found, as_user=asked.as_user)]
    due = await _due(context, app, subject.item, found, now)
    order = [*order_of(trial, parsed, explanation.holds, found, due)]
    firing = fired(order)
    matches = [
        match
        for scope, matches in due.items()
        for match in matches
        if (scope, match.rule_id) in firing
    ]
    causes = dict.fromkeys(cause_of(scope) for scope in found)
    foreseen = await foresee(
        context.store, trial, subject.item, [*causes], matches, now, subject.author
    )
    return Tried(
        parsed,
        explanation,
        order,
        [*would_do(trial, subject.item, matches, foreseen)],
        await warnings_of(context.store, trial, rule, now),
        set_aside,
        subject.item,
    )


def _looked_at(
    trial: Configuration, rule: Rule, facts: Facts, now: int
) -> tuple[Explanation, dict[Scope, Evaluation]]:
    return explain(rule, facts), evaluated(trial, rule, facts, now)


async def _spare(
    trial: Configuration, subject: Subject, found: Mapping[Scope, Evaluation], *, as_user: bool
) -> list[str]:
    """Marks the matches that have no effect on the author. Of an ordinary user, who is exempt from
    nothing, it is told as what the author is exempt.
    """

    async def known() -> User | None:
        return subject.known

    author = author_of(subject.item)
    exempt: list[str] = []
    for evaluation in found.values():
        matches = await marked(trial, author, evaluation.matches, known)
        exempt += [f"exempt: {why}" for why in filter(None, map(_spares, matches))]
        if not as_user:
            evaluation.matches = matches
    return list(dict.fromkeys(exempt)) if as_user else []


def _spares(match: Match) -> str:
    """As what the author is exempt from something that the rule does."""
    if match.spared is None or not any(map(match.spares, match.does)):
        return ""
    return match.spared.why


async def _due(
    context: Context, app: str, item: Item, found: Mapping[Scope, Evaluation], now: int
) -> Mapping[Scope, Sequence[Match]]:
    """What is left of the matches where rules are quiet for a time after they fired."""
    copies = {scope: replace(each, matches=[*each.matches]) for scope, each in found.items()}
    firings = await read_firings(context.store, app, item, copies.values(), now)
    firings.settle(copies.values())
    return {scope: each.matches for scope, each in copies.items()}
