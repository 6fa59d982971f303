"""Rules as a file: taken out, and put in after it was said what that would change."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.known import known_of
from common.domain.errors import Invalid, NotAllowed
from common.domain.rule import RuleContent, RuleDocument, content_of, rule_key
from common.engines.threads import COMPUTING
from common.moderation.resources import rules, second_person
from common.moderation.resources.kinds import RULE
from common.moderation.resources.rule_versions import ATTEMPTS, Saving, deletion, prepare
from common.moderation.rules import rule_files
from common.moderation.rules.rule_files import Entry, Problems, Read, Surroundings
from common.rules.conditions.base import count
from common.rules.differences import differences
from common.store.deciding import until_committed
from common.store.store import Conflict

_TOGETHER = 20
"""Rules to a commit: each takes three of its hundred writes."""
_PROBLEMS_TOLD = 20


@dataclass(frozen=True, slots=True)
class Change:
    """`version` is the rule's before, 0 for a new one, and after an import that of after it."""

    id: str
    version: int
    changes: Sequence[str]
    content: RuleContent


@dataclass(frozen=True, slots=True)
class Plan:
    created: Sequence[Change] = ()
    changed: Sequence[Change] = ()
    deleted: Sequence[str] = ()
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Importing:
    entries: Sequence[Entry]
    saving: Saving = field(default_factory=Saving)
    delete_missing: bool = False


async def exported(context: Context, app: str) -> list[RuleDocument]:
    """By their ids."""
    configuration = await context.configurations.fresh(app)
    documents = configuration.rule_documents
    return [documents[id] for id in sorted(documents)]


async def plan(context: Context, app: str, importing: Importing) -> Plan:
    """What it would change. Raises Invalid with all that is wrong, by rule and field, and
    NotAllowed where it takes a second person.
    """
    configuration = await context.configurations.fresh(app)
    around = Surroundings(known_of(configuration), configuration.actions)
    read = partial(rule_files.read, importing.entries, around)
    found, problems = await COMPUTING.run(app, read)
    problems |= _taken(configuration, found)
    _refuse(problems)
    planned = await COMPUTING.run(app, partial(_planned, configuration, found, importing))
    _check_most(configuration, planned)
    _check_persons(configuration, found, planned)
    return planned


async def apply(context: Context, app: str, planned: Plan, saving: Saving, now: int) -> Plan:
    """Some at a time: where it is broken off, the same import again does the rest."""
    changes = [*planned.created, *planned.changed]
    versions: dict[str, int] = {}
    for start in range(0, len(changes), _TOGETHER):
        part = changes[start : start + _TOGETHER]
        versions |= await _saved(context, app, part, saving, now)
    for start in range(0, len(planned.deleted), _TOGETHER):
        await _deleted(context, app, planned.deleted[start : start + _TOGETHER], saving.by, now)
    return replace(
        planned,
        created=[replace(each, version=versions[each.id]) for each in planned.created],
        changed=[replace(each, version=versions[each.id]) for each in planned.changed],
    )


async def _saved(
    context: Context, app: str, part: Sequence[Change], saving: Saving, now: int
) -> dict[str, int]:
    async def attempt() -> dict[str, int]:
        each = [prepare(context, app, c.id, c.content, saving, now) for c in part]
        prepared = await asyncio.gather(*each)
        writes = [write for one in prepared for write in one.writes]
        if writes:
            await context.configurations.change(app, writes)
        return {one.rule["id"]: one.rule["version"] for one in prepared}

    return await until_committed(attempt, ATTEMPTS, Conflict(rule_key(app, part[0].id)))


async def _deleted(context: Context, app: str, ids: Sequence[str], by: str, now: int) -> None:
    async def attempt() -> None:
        found = await asyncio.gather(*(deletion(context, app, id, by, now) for id in ids))
        writes = [write for one in found for write in one]
        if writes:
            await context.configurations.change(app, writes)

    await until_committed(attempt, ATTEMPTS, Conflict(rule_key(app, ids[0])))


def _planned(configuration: Configuration, found: Sequence[Read], importing: Importing) -> Plan:
    created: list[Change] = []
    changed: list[Change] = []
    known = configuration.rule_documents
    for each in found:
        before = known.get(each.id)
        if before is None:
            created.append(Change(each.id, 0, (), each.content))
        elif content_of(before) != each.content:
            changes = differences(content_of(before), each.content)
            changed.append(Change(each.id, before["version"], changes, each.content))
    named = {each.id for each in found}
    deleted = sorted(set(known) - named) if importing.delete_missing else []
    unchanged = len(found) - len(created) - len(changed)
    return Plan(created, changed, deleted, unchanged)


def _taken(configuration: Configuration, found: Sequence[Read]) -> Problems:
    """What is there is changed where it was made: in Gavel's conditions, or with the builder."""
    problems: Problems = {}
    named = {
        rule["name"]: id
        for id, rule in configuration.rule_documents.items()
        if rule.get("origin") == "stream"
    }
    for each in found:
        known = configuration.rule_documents.get(each.id)
        if known is not None and known.get("origin") != each.content.get("origin"):
            problems[f"{each.where}.id"] = "is that of a rule that was written the other way"
        other = named.get(each.content["name"], each.id)
        if each.content.get("origin") == "stream" and other != each.id:
            problems[f"{each.where}.moderation_rule.name"] = f"is that of the rule {other!r}"
    return problems


def _refuse(problems: Problems) -> None:
    if problems:
        told = dict([*problems.items()][:_PROBLEMS_TOLD])
        first, *_ = told
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        raise Invalid(f"{first} {told[first]}{more}", told)


def _check_most(configuration: Configuration, planned: Plan) -> None:
    if len(configuration.rule_documents) + len(planned.created) > RULE.most:
        problem = f"would make more than the {RULE.most} rules allowed, before any is deleted"
        raise Invalid.field("rules", problem)
    after = {id: rule["when"] for id, rule in configuration.rule_documents.items()}
    after |= {each.id: each.content["when"] for each in _changes(planned)}
    for id in planned.deleted:
        after.pop(id, None)
    if sum(map(count, after.values())) > rules.MOST_CONDITIONS_IN_ALL:
        most = rules.MOST_CONDITIONS_IN_ALL
        raise Invalid.field("rules", f"make more than {most} conditions in all rules of the app")


def _check_persons(configuration: Configuration, found: Collection[Read], planned: Plan) -> None:
    if not configuration.settings.get("second_person_for_irreversible"):
        return
    changed = {each.id for each in _changes(planned)}
    refused = {
        f"{each.where}.actions": "takes a second person"
        for each in found
        if each.id in changed
        and each.content["enabled"]
        and second_person.irreversible(each.content, configuration)
    }
    if refused:
        raise NotAllowed(
            f"{', '.join(refused)}: does what nobody can take back; save it as a draft, which "
            "another person publishes",
            dict([*refused.items()][:_PROBLEMS_TOLD]),
        )


def _changes(planned: Plan) -> Iterator[Change]:
    yield from planned.created
    yield from planned.changed
