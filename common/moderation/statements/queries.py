"""Looking statements up, and noting that whom they are for was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.log import new_entry
from common.domain.statement import STATEMENTS, Statement, statement_key
from common.domain.statement_text import rendered
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.moderation.resources import statement_templates
from common.store.deciding import until_committed
from common.store.store import BadCursor
from common.store.unit_of_work import UnitOfWork

_INDEXED = ("item_id", "entity_id", "user_id", "action")
"""Of these the first that is asked for is looked up, and the rest looked for in what it finds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`fields` are what a statement has to have, `since` and `until` of when it restricted."""

    fields: Mapping[str, str | bool]
    reversed: bool | None = None
    since: int | None = None
    until: int | None = None


async def query(
    context: Context, app: str, wanted: Wanted, limit: int, cursor: str | None
) -> Paged[Statement]:
    """The newest first. A page may be short, or empty, although others follow."""
    if wanted.since is not None and wanted.until is not None and wanted.since >= wanted.until:
        raise Invalid.field("until", "is not after since")
    mark = _mark(app, wanted)
    if cursor is not None and not cursor.startswith(mark):
        raise BadCursor("not a cursor")
    asked = Asked(limit=limit, cursor=cursor and cursor.removeprefix(mark))
    looked_up = next((name for name in _INDEXED if name in wanted.fields), None)
    page = await Scan(
        context.store,
        STATEMENTS,
        app,
        "restricted_at",
        True,
        lambda statement: _is_wanted(statement, wanted),
        equal={looked_up: wanted.fields[looked_up]} if looked_up is not None else {},
        asked=asked,
        low=wanted.since,
        high=wanted.until,
    ).page()
    return replace(page, next=page.next and f"{mark}{page.next}")


async def get(context: Context, app: str, id: str, language: str | None = None) -> Statement:
    """With the text in that language, where one is named. Raises NotFound, also for a language
    without a template.
    """
    (found,) = await context.store.get([statement_key(app, id)])
    if found is None:
        raise _missing(id)
    return await in_language(context, app, found.data, language)


async def in_language(
    context: Context, app: str, statement: Statement, language: str | None
) -> Statement:
    """As it was stated, or as the template of that language says it today."""
    if language is None or statement.get("text_language") == language:
        return statement
    template = await statement_templates.get(context, app, language)
    facts, text = rendered(template, statement)
    return {**statement, "facts_text": facts, "text": text, "text_language": language}


async def told(context: Context, app: str, id: str, at: int, now: int) -> Statement:
    """The first time counts. Raises Invalid for a time before the restriction, or to come."""

    async def attempt() -> Statement:
        unit = UnitOfWork(context.store)
        statement = await unit.get(statement_key(app, id))
        if statement is None:
            raise _missing(id)
        if "told_at" in statement:
            return statement
        if not statement["restricted_at"] <= at <= now:
            raise Invalid.field("told_at", "is before the restriction, or to come")
        statement["told_at"] = at
        unit.add(
            new_entry(
                app,
                "statement",
                "told",
                now,
                item_id=statement["item_id"],
                user_id=statement["user_id"],
                custom={"statements": [{"id": id}], "told_at": at},
                derived_from=("log", "statement", "told", id),
            )
        )
        await unit.commit()
        return statement

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _is_wanted(statement: Mapping[str, Any], wanted: Wanted) -> bool:
    is_right = wanted.reversed in (None, "reversed_at" in statement)
    return is_right and all(statement.get(name) == each for name, each in wanted.fields.items())


def _mark(app: str, wanted: Wanted) -> str:
    """Which query a cursor is of: with another one it would lead somewhere else."""
    fields = [f"{name}={value}" for name, value in sorted(wanted.fields.items())]
    bounds = str((wanted.reversed, wanted.since, wanted.until))
    return f"{derived_id('statements', app, bounds, *fields)[:8]}."


def _missing(id: str) -> NotFound:
    return NotFound(f"there is no statement {id!r}", {"id": "does not exist"})
