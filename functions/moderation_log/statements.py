"""Statements of reasons: looking for them, and that the user was told."""

from __future__ import annotations

from common.api.gavel.statements import LanguageQuery, StatementQuery, ToldBody
from common.domain.statement import Statement
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.members.limits import check_within
from common.moderation.statements import queries
from common.views.gavel_statements import (
    StatementAnswer,
    StatementsAnswer,
    statement_answer,
    statements_answer,
)


async def query(call: Call) -> StatementsAnswer:
    asked: StatementQuery = call.query
    item = asked.wanted.fields.get("item_id")
    await check_within(call.context, call.app, call.member, str(item or ""))
    with cursor_named("cursor"):
        page = await queries.query(call.context, call.app, asked.wanted, asked.limit, asked.cursor)
    return statements_answer(page.documents, page.next)


async def get(call: Call) -> StatementAnswer:
    asked: LanguageQuery = call.query
    return statement_answer(await _found(call, asked.language))


async def told(call: Call, body: ToldBody) -> StatementAnswer:
    id, at = (await _found(call))["id"], body.told_at
    at = call.now if at is None else at
    return statement_answer(await queries.told(call.context, call.app, id, at, call.now))


async def _found(call: Call, language: str | None = None) -> Statement:
    found = await queries.get(call.context, call.app, call.path["id"], language)
    await check_within(call.context, call.app, call.member, found["item_id"])
    return found


HANDLERS: dict[str, Handler] = {
    "list_statements": query,
    "get_statement": get,
    "told_statement": told,
}
