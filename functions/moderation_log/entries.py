"""The moderation log."""

from __future__ import annotations

from common.api.gavel.log import LogQuery, MarkReadBody
from common.http.call import Call
from common.moderation import log
from common.views.gavel_log import LogAnswer, MarkReadAnswer, log_answer


async def query(call: Call) -> LogAnswer:
    asked: LogQuery = call.query
    filters = {"item_id": asked.item_id, "user_id": asked.user_id, "kind": asked.kind}
    page = await log.query(
        call.context, call.app, filters, bool(asked.unread), asked.limit, asked.cursor
    )
    entries = [document.data for document in page.documents]
    return log_answer(entries, await log.unread(call.context, call.app), page.cursor)


async def mark_read(call: Call, body: MarkReadBody) -> MarkReadAnswer:
    marked = await log.mark_read(call.context, call.app, body.ids)
    return {"marked": marked, "unread": await log.unread(call.context, call.app)}
