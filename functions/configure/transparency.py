"""Where an app submits its statements of reasons."""

from __future__ import annotations

from common.api.gavel.transparency import TransparencyDatabaseBody
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import transparency_database
from common.views.gavel_transparency import DatabaseAnswer, database_answer
from common.views.nothing import Nothing


async def get(call: Call) -> DatabaseAnswer:
    return database_answer(await transparency_database.get(call.context, call.app))


async def put(call: Call, body: TransparencyDatabaseBody) -> DatabaseAnswer:
    stored = await transparency_database.put(
        call.context,
        call.app,
        body.url,
        body.token,
        body.mode,
        body.territorial_scope,
        call.now,
        by=call.acting_user(body) or "",
        reason=body.reason or "",
        keep_token="token" not in body.model_fields_set,
    )
    return database_answer(stored)


async def delete(call: Call) -> Nothing:
    by = call.acting_user(call.query) or ""
    await transparency_database.delete(call.context, call.app, call.now, by)
    return {}


HANDLERS: dict[str, Handler] = {
    "get_transparency_database": get,
    "put_transparency_database": put,
    "delete_transparency_database": delete,
}
