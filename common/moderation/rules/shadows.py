"""Shadows of rules: started, ended, and made what has an effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.ids import ordered_id
from common.domain.rule import RuleContent, RuleDocument, RuleFields
from common.domain.rule_draft import rule_draft_key
from common.domain.rule_input import expiry_id, new_expiry
from common.domain.rule_shadow import (
    LASTS,
    MOST_KEPT,
    MOST_LIVE,
    RuleShadow,
    is_live,
    live,
    rule_shadow_key,
)
from common.domain.shadow_report import Found
from common.domain.task import task_key
from common.moderation.enforcement.shadowing import rule_of, unseen
from common.moderation.resources import rules, second_person
from common.moderation.resources.rule_versions import ATTEMPTS, Saving, prepare
from common.moderation.rules import drafts, shadow_hits, version_history
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Put, Write


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be evaluated, who wrote it, and which version or draft it is."""

    content: RuleContent
    by: str
    version: int | None = None
    draft_revision: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a shadow has to have shown before it may have an effect."""

    n: int
    precision: float | None
    allow_staff_hit: bool


async def of_draft(context: Context, app: str, rule: str) -> Content:
    try:
        draft = await drafts.get(context, app, rule)
    except NotFound:
        raise Invalid.field("draft", f"there is none of the rule {rule!r}") from None
    return Content(draft["content"], draft["by"], draft_revision=draft["revision"])


async def of_version(context: Context, app: str, rule: str, version: int, by: str) -> Content:
    try:
        found = await version_history.get(context, app, rule, str(version))
    except NotFound:
        raise Invalid.field("version", f"is none of a rule {rule!r}") from None
    return Content(found["content"], by, version=version)


async def start(
    context: Context, app: str, id: str, asked: Content, saving: Saving, now: int
) -> RuleShadow:
    """Raises Invalid where the rule has a shadow already or the app has as many as it may, for what
    a shadow cannot see, and what saving the rule raises.
    """
    rules.check_id(id)
    key = rule_shadow_key(app, id)

    async def attempt() -> RuleShadow:
        configuration = await context.configurations.fresh(app)
        placed = rules.placed(configuration, id, cast(RuleFields, asked.content))
        content = cast(RuleContent, {**placed, "enabled": True})
        await rules.check_content(context, app, configuration, id, content)
        _check_seen(configuration, id, content)
        (known,) = await context.store.get([key])
        (expiry,) = await context.store.get([task_key(app, expiry_id(app))])
        _check_room(configuration, id, known, now)
        current = configuration.rule_documents.get(id)
        shadow: RuleShadow = {
            "rule_id": id,
            "run": ordered_id(now),
            "content": content,
            "based_on": current["version"] if current is not None else 0,
            "by": saving.by,
            "drafted_by": asked.by,
            "reason": saving.reason,
            "since": now,
            "ends_at": now + LASTS,
        }
        if asked.version is not None:
            shadow["version"] = asked.version
        if asked.draft_revision is not None:
            shadow["draft_revision"] = asked.draft_revision
        writes: list[Write] = [
            Create(key, shadow) if known is None else Put(key, shadow, known.version)
        ]
        if expiry is None:
            writes.append(Create(task_key(app, expiry_id(app)), new_expiry(app, now)))
        await context.configurations.change(app, writes)
        return shadow

    return await until_committed(attempt, ATTEMPTS, Conflict(key))


async def get(context: Context, app: str, id: str) -> RuleShadow:
    return (await _read(context, app, id)).data


async def blind(context: Context, app: str, shadows: Iterable[RuleShadow]) -> dict[str, list[str]]:
    """What each looks at that is not known any more, since rules were changed, by its run."""
    configuration = await context.configurations.fresh(app)
    return {
        each["run"]: unseen(configuration, rule_of(each["rule_id"], each["content"]))
        for each in shadows
    }


async def end(context: Context, app: str, id: str) -> None:
    """What it has found goes in time."""
    key = rule_shadow_key(app, id)

    async def attempt() -> None:
        found = await _read(context, app, id)
        await context.configurations.change(app, [Delete(key, found.version)])

    await until_committed(attempt, ATTEMPTS, Conflict(key))


async def promote(
    context: Context, app: str, id: str, wanted: Wanted, saving: Saving, now: int
) -> RuleDocument:
    """Saves the shadow as the rule's next version, and it is gone. Raises Invalid, naming what it
    has not shown, Outdated where the rule was changed since, NotAllowed where it takes another
    person, and what saving a rule raises.
    """
    key = rule_shadow_key(app, id)

    async def attempt() -> RuleDocument:
        found = await _read(context, app, id)
        shadow = found.data
        _check_shown(wanted, await shadow_hits.found(context, app, shadow))
        configuration = await context.configurations.fresh(app)
        content = shadow["content"]
        await rules.check_content(context, app, configuration, id, content)
        if configuration.settings.get("second_person_for_irreversible") and (
            second_person.irreversible(content, configuration)
        ):
            second_person.check_publisher(shadow["drafted_by"], saving.by)
        reason = saving.reason or shadow["reason"]
        by = replace(
            saving, reason=reason, expected=shadow["based_on"], drafted_by=shadow["drafted_by"]
        )
        prepared = await prepare(context, app, id, content, by, now)
        writes = [*prepared.writes, Delete(key, found.version)]
        await context.configurations.change(
            app, [*writes, *await _draft_gone(context, app, shadow)]
        )
        return prepared.rule

    return await until_committed(attempt, ATTEMPTS, Conflict(key))


async def _draft_gone(context: Context, app: str, shadow: RuleShadow) -> Sequence[Write]:
    """As long as it is what the shadow was."""
    (draft,) = await context.store.get([rule_draft_key(app, shadow["rule_id"])])
    if draft is None or draft.data["revision"] != shadow.get("draft_revision"):
        return ()
    return [Delete(draft.key, draft.version)]


def _check_shown(wanted: Wanted, found: Found) -> None:
    problems: dict[str, str] = {}
    if found.fired < wanted.n:
        problems["n"] = f"is {wanted.n}, and the shadow has held {found.fired} times"
    if wanted.precision is not None:
        if found.precision is None:
            problems["precision"] = "people have decided on nothing that the shadow held for"
        elif found.precision < wanted.precision:
            problems["precision"] = (
                f"is {wanted.precision:g}, and of what people decided the shadow was right in "
                f"{found.precision:.3f}"
            )
    if found.staff_hits and not wanted.allow_staff_hit:
        hit = found.staff_hits[0]
        problems["allow_staff_hit"] = (
            f"is false, and the shadow would have hit the moderator {hit['user_id']!r}"
        )
    if problems:
        told = "; ".join(f"{field} {problem}" for field, problem in problems.items())
        raise Invalid(f"the shadow has not shown enough: {told}", problems)


def _check_seen(configuration: Configuration, id: str, content: RuleContent) -> None:
    missing = unseen(configuration, rule_of(id, content))
    if missing:
        raise Invalid.field(
            "when",
            f"looks at {', '.join(missing)}, which Gavel looks up or counts only for a rule that "
            "is in effect: have an enabled rule of a group that is off look at it, too",
        )


def _check_room(
    configuration: Configuration, id: str, known: Document[Any] | None, now: int
) -> None:
    if known is not None and is_live(known.data, now):
        raise Invalid.field("id", f"the rule {id!r} has a shadow already: end that first")
    others = [each for other, each in configuration.rule_shadows.items() if other != id]
    if len(live(others, now)) >= MOST_LIVE:
        names = ", ".join(sorted(each["rule_id"] for each in live(others, now)))
        raise Invalid.field("id", f"would be more than {MOST_LIVE} shadows at once ({names})")
    if len(others) >= MOST_KEPT:
        raise Invalid.field("id", f"would be more than {MOST_KEPT} shadows: end some")


async def _read(context: Context, app: str, id: str) -> Document[RuleShadow]:
    (found,) = await context.store.get([rule_shadow_key(app, id)])
    if found is None:
        raise NotFound(f"there is no shadow of the rule {id!r}", {"id": "does not exist"})
    return found
