"""Keeping rules: every save is a version, and a number is never given twice under an id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import orjson

from common.configuration.context import Context
from common.domain.errors import Invalid, Outdated
from common.domain.rule import RuleContent, RuleDocument, content_of, rule_key
from common.domain.rule_version import RULE_VERSIONS, RuleVersion, rule_version_key
from common.moderation.resources import resources, second_person
from common.moderation.resources.kinds import RULE
from common.rules.differences import differences
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Put, Write

ATTEMPTS = 10
FIRST = "the first version"
PUT_ANEW = "put anew after it was deleted"


@dataclass(frozen=True, slots=True)
class Saving:
    """Who saves, and why. `expected` is the version that they have seen, 0 for none; None where
    they do not say. `drafted_by` is who wrote what another now publishes.
    """

    by: str = ""
    reason: str = ""
    expected: int | None = None
    restored_from: int | None = None
    drafted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rule as it will be, and what makes it so: nothing where it is so already."""

    rule: RuleDocument
    writes: Sequence[Write]


async def save(
    context: Context, app: str, id: str, content: RuleContent, saving: Saving, now: int
) -> RuleDocument:
    """Creates or replaces; what changes nothing makes no version. Raises Outdated where another
    version is there than the caller has seen, NotAllowed where it takes a second person, and
    Invalid when the app has as many rules as it may.
    """

    async def attempt() -> RuleDocument:
        prepared = await prepare(context, app, id, content, saving, now)
        if prepared.writes:
            await context.configurations.change(app, prepared.writes)
        return prepared.rule

    return await until_committed(attempt, ATTEMPTS, Conflict(rule_key(app, id)))


async def prepare(
    context: Context, app: str, id: str, content: RuleContent, saving: Saving, now: int
) -> Prepared:
    """As `save`, for whoever commits it with something else."""
    # As it will be read, for what is the same to be known as such.
    content = orjson.loads(orjson.dumps(content))
    (known,) = await context.store.get([rule_key(app, id)])
    check_expected(saving.expected, known.data["version"] if known is not None else 0)
    if known is not None and content_of(known.data) == content:
        return Prepared(known.data, ())
    if saving.drafted_by is None:
        await second_person.check(context, app, content)
    if known is None:
        return await _created(context, app, id, content, saving, now)
    return await _replaced(context, app, known, content, saving, now)


def check_expected(expected: int | None, version: int) -> None:
    if expected in (None, version):
        return
    there = f"version {version}" if version else "no rule"
    problem = f"is {expected}, but there is {there} now: look at what was changed and save again"
    raise Outdated(f"expected_version {problem}", {"expected_version": problem})


async def _created(
    context: Context, app: str, id: str, content: RuleContent, saving: Saving, now: int
) -> Prepared:
    configuration = await context.configurations.of(app)
    if len(RULE.held(configuration)) >= RULE.most:
        raise Invalid.field("id", f"would be one {RULE.noun} more than the {RULE.most} allowed")
    last = await latest(context, app, id)
    number, changes = 1, [FIRST]
    if last is not None:
        number = last["version"] + 1
        changes = [PUT_ANEW, *differences(last["content"], content)]
    rule = _document(id, number, content, now, now)
    version = _version(rule, saving, changes, now)
    return Prepared(
        rule,
        [Create(rule_key(app, id), rule), Create(rule_version_key(app, id, number), version)],
    )


async def _replaced(
    context: Context,
    app: str,
    known: Document[RuleDocument],
    content: RuleContent,
    saving: Saving,
    now: int,
) -> Prepared:
    before = known.data
    id, number = before["id"], before["version"] + 1
    rule = _document(id, number, content, before["created_at"], now)
    if "paused" in before:
        rule["paused"] = before["paused"]
    changes = differences(content_of(before), content)
    return Prepared(
        rule,
        [
            Put(known.key, rule, known.version),
            Create(rule_version_key(app, id, number), _version(rule, saving, changes, now)),
            await _ended(context, app, before, now),
        ],
    )


async def delete(context: Context, app: str, id: str, by: str, now: int) -> None:
    """Its versions stay."""

    async def attempt() -> None:
        writes = await deletion(context, app, id, by, now)
        if not writes:
            raise resources.missing(RULE, id)
        await context.configurations.change(app, writes)

    await until_committed(attempt, ATTEMPTS, Conflict(rule_key(app, id)))


async def deletion(context: Context, app: str, id: str, by: str, now: int) -> Sequence[Write]:
    """Nothing where there is no such rule."""
    (known,) = await context.store.get([rule_key(app, id)])
    if known is None:
        return ()
    ended = await _ended(context, app, known.data, now, by)
    return [Delete(known.key, known.version), ended]


async def latest(context: Context, app: str, id: str) -> RuleVersion | None:
    page = await context.store.query(
        RULE_VERSIONS, app=app, equal={"rule_id": id}, order="version", descending=True, limit=1
    )
    return page.documents[0].data if page.documents else None


async def _ended(
    context: Context, app: str, rule: RuleDocument, now: int, deleted_by: str | None = None
) -> Write:
    """The end of the version that counted. Earlier releases kept no versions, so theirs is made."""
    key = rule_version_key(app, rule["id"], rule["version"])
    (known,) = await context.store.get([key])
    version = known.data if known is not None else first_of(rule)
    ended: RuleVersion = {**version, "active_to": now}
    if deleted_by is not None:
        ended["deleted_by"] = deleted_by
    return Create(key, ended) if known is None else Put(key, ended, known.version)


def first_of(rule: RuleDocument) -> RuleVersion:
    """Of a rule that an earlier release saved, and of which nobody knows who did."""
    return _version(rule, Saving(), [FIRST], rule["updated_at"])


def _document(id: str, version: int, content: RuleContent, created: int, now: int) -> RuleDocument:
    own = {"id": id, "version": version, "created_at": created, "updated_at": now}
    return cast(RuleDocument, {**content, **own})


def _version(rule: RuleDocument, saving: Saving, changes: Sequence[str], now: int) -> RuleVersion:
    version: RuleVersion = {
        "rule_id": rule["id"],
        "version": rule["version"],
        "content": content_of(rule),
        "active_from": now,
        "by": saving.by,
        "reason": saving.reason,
        "changes": [*changes],
    }
    if saving.restored_from is not None:
        version["restored_from"] = saving.restored_from
    if saving.drafted_by is not None:
        version["drafted_by"] = saving.drafted_by
    return version
