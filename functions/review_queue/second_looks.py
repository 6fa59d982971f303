"""Second looks, and how far people agree."""

from __future__ import annotations

from common.api.gavel.second_looks import AgreementQuery, SecondLookBody, SecondLooksQuery
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.review import second_looks
from common.views.gavel_second_looks import (
    AgreementAnswer,
    SecondLooksAnswer,
    agreement_answer,
    second_looks_answer,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> SecondLooksAnswer:
    query: SecondLooksQuery = call.query
    by = call.acting_user(query) or ""
    with cursor_named("cursor"):
        shown, cursor = await second_looks.waiting(
            call.context, call.app, by, query.limit, query.cursor
        )
    return second_looks_answer(shown, cursor)


async def answer(call: Call, body: SecondLookBody) -> Nothing:
    by, id = call.require_acting_user(body), call.path["id"]
    reason = body.reason or ""
    await second_looks.answer(call.context, call.app, id, by, body.verdict, reason, call.now)
    return {}


async def agreement(call: Call) -> AgreementAnswer:
    query: AgreementQuery = call.query
    found = await second_looks.agreements(call.context, call.app, query.since, query.to)
    return agreement_answer(found)


HANDLERS: dict[str, Handler] = {
    "list_second_looks": list_all,
    "answer_second_look": answer,
    "get_agreement": agreement,
}
