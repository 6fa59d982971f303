"""What a rule is tried on: a content that is judged, an item as it stands, an invented user."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from common.configuration.classes import class_table_of
from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain import history
from common.domain.content import USER_ENTITY, Submission
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, item_key, new_item
from common.domain.reports import ANY_CATEGORY, Reports
from common.domain.user import MODERATOR_ROLES, User
from common.moderation.content import checks
from common.moderation.enforcement.backgrounds import Background, background_of
from common.moderation.enforcement.triggering import facts_of
from common.rules.conditions.base import SCOPES, walk
from common.rules.conditions.reports import ReportCount
from common.rules.facts import Facts
from common.rules.rule import Rule

INVENTED = "invented"
"""The id of a user whom nobody knows."""
_ORDINARY = "user"


@dataclass(frozen=True, slots=True)
class Posts:
    """So many, `ago` nanoseconds ago, each classified as all of `classes`; `matching` counts each
    for whatever the rule counts.
    """

    count: int
    ago: int
    classes: Collection[str] = ()
    matching: bool = False


@dataclass(frozen=True, slots=True)
class Invented:
    """`age` is how long ago the app told of the user, in nanoseconds."""

    age: int | None = None
    role: str | None = None
    custom: Mapping[str, Any] | None = None
    flagged_count: int | None = None
    posts: Sequence[Posts] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One of `submission`, judged by the policy `inline` where one comes with it, and `item_id`;
    neither where there is nothing but a user, or reports.
    """

    submission: Submission | None = None
    inline: dict[str, Any] | None = None
    item_id: str = ""
    user: Invented | None = None
    reports: Mapping[str, int] | None = None
    as_user: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """`author` is who it is tried as, `known` who they are."""

    item: Item
    facts: Facts
    author: User | None
    known: User | None
    set_aside: Sequence[str]


async def subject_of(
    context: Context, trial: Configuration, rule: Rule, asked: Asked, now: int
) -> Subject:
    """Raises NotFound for an item that is none, Invalid where the rule asks for content."""
    for name in asked.reports or ():
        if name not in trial.report_categories:
            raise Invalid.field(f"reports.{name}", "is not a report category of the app")
    if asked.submission is not None:
        return await _of_content(context, trial, rule, asked, asked.submission, now)
    if asked.item_id:
        (found,) = await context.store.get([item_key(trial.app, asked.item_id)])
        if found is None:
            raise NotFound(f"there is no item {asked.item_id!r}", {"item_id": "does not exist"})
        counts = history.increments(now, found.data.get("counted_as", ""), now=now)
        return await _of_item(context, trial, rule, asked, found.data, counts, now, is_counted=True)
    return await _of_nothing(context, trial, rule, asked, now)


async def _of_content(
    context: Context,
    trial: Configuration,
    rule: Rule,
    asked: Asked,
    submission: Submission,
    now: int,
) -> Subject:
    checked = await checks.test(
        context, trial.app, submission, now, asked.inline, trial=trial, as_user=asked.as_user
    )
    counts = checked.counts
    if asked.user is not None:
        facts = facts_of(trial, checked.item, Background(), now)
        classes = (*checked.judgement.classes, *trial.rules.marks(facts))
        counts = history.increments(now, history.class_set(classes), now=now)
    return await _of_item(context, trial, rule, asked, checked.item, counts, now, is_counted=False)


async def _of_nothing(
    context: Context, trial: Configuration, rule: Rule, asked: Asked, now: int
) -> Subject:
    for each in walk(rule.when):
        is_of_reports = isinstance(each, ReportCount)
        if "user" not in each.scopes and not (is_of_reports and asked.reports is not None):
            raise Invalid.field(
                "text", f"or an item has to be given: the rule asks for {each.type}"
            )
    kind = USER_ENTITY if rule.scope == "reported_user" else "tried"
    item = new_item(trial.app, kind, INVENTED, INVENTED, now)
    return await _of_item(context, trial, rule, asked, item, {}, now, is_counted=True)


async def _of_item(
    context: Context,
    trial: Configuration,
    rule: Rule,
    asked: Asked,
    item: Item,
    counts: Mapping[str, int],
    now: int,
    *,
    is_counted: bool,
) -> Subject:
    """`counts` are the history's for the content itself, which has them if it `is_counted`."""
    set_aside: list[str] = []
    if asked.user is not None:
        item = {**item, "creator_id": INVENTED}
        background = _invented(trial, asked.user, rule, counts, now)
    else:
        background = await background_of(
            context.store, trial, item, SCOPES, with_history=True, with_user=True
        )
        if not is_counted:
            present = _added(background.history or {}, counts)
            background = replace(background, history=present or None)
    known = background.user
    if asked.as_user and asked.user is None:
        background = _ordinary(background, set_aside)
    if asked.as_user and item.get("bypassed"):
        item = {**item, "bypassed": False}
    facts = facts_of(trial, item, background, now)
    if asked.reports is not None:
        total = sum(asked.reports.values())
        facts = replace(facts, reports=Reports({ANY_CATEGORY: total, **asked.reports}))
    return Subject(item, facts, background.user, known, set_aside)


def _ordinary(background: Background, set_aside: list[str]) -> Background:
    """With an author as most are; what makes them another is told."""
    user = background.user
    if user is None:
        return background
    if user.get("bypass_moderation"):
        set_aside.append("bypass_moderation")
        user = {**user, "bypass_moderation": False}
    role = user.get("role")
    if role in MODERATOR_ROLES:
        set_aside.append(f"role {role}")
        user = {**user, "role": _ORDINARY}
    return replace(background, user=user)


def _invented(
    trial: Configuration, invented: Invented, rule: Rule, counts: Mapping[str, int], now: int
) -> Background:
    marks = {name for each in walk(rule.when) for name in each.marks()}
    tokens = class_table_of(trial).tokens
    present: Mapping[str, int] = counts
    for posts in invented.posts:
        counted = frozenset(posts.classes) | tokens(frozenset(posts.classes))
        classes = (*counted, *(marks if posts.matching else ()))
        name = history.class_set(classes)
        present = _added(present, history.increments(now - posts.ago, name, posts.count, now))
    user: dict[str, Any] = {"id": INVENTED, "updated_at": now}
    if invented.age is not None:
        user["created_at"] = now - invented.age
    for name in ("role", "custom", "flagged_count"):
        value = getattr(invented, name)
        if value is not None:
            user[name] = value
    return Background(present or None, cast(User, user))


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    both = dict(one)
    for name, count in other.items():
        both[name] = both.get(name, 0) + count
    return both
