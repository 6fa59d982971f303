"""What is kept of a user, given out."""

from __future__ import annotations

from common.api.stream.user_queries import UserExportQuery
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.users import exporting
from common.views.stream_user_exports import UserExportAnswer, user_export_answer


async def export(call: Call) -> UserExportAnswer:
    asked: UserExportQuery = call.query
    id = call.path["id"]
    with cursor_named("next"):
        found = await exporting.export(call.context, call.app, id, asked.next, call.now)
    return user_export_answer(
        id, found.user, found.mutes, found.blocks, found.items, found.next, call.now
    )
