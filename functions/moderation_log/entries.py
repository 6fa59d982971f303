"""The moderation log."""

from __future__ import annotations

from typing import Any

from common.api.gavel.log import LogQuery, MarkReadBody
from common.http.call import Call
from common.moderation import log


async def query(call: Call) -> dict[str, Any]:
    asked: LogQuery = call.query
    filters = {"item_id": asked.item_id, "user_id": asked.user_id, "kind": asked.kind}
    page = await log.query(
        call.context, call.app, filters, bool(asked.unread), asked.limit, asked.cursor
    )
    return {
        "entries": [document.data for document in page.documents],
        "unread": await log.unread(call.context, call.app),
        "next": page.cursor,
    }


async def mark_read(call: Call, body: MarkReadBody) -> dict[str, Any]:
    marked = await log.mark_read(call.context, call.app, body.ids)
    return {"marked": marked, "unread": await log.unread(call.context, call.app)}
