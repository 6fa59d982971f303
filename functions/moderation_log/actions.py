"""The log of actions, as Stream's clients ask for it and add to it."""

from __future__ import annotations

from common.api.stream.action_logs import InsertActionLogRequest
from common.api.stream.queries import QueryRequest
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.filtering.paging import Asked
from common.moderation.review import action_log
from common.moderation.review.action_log import OutsideAction
from common.views.nothing import Nothing
from common.views.stream_log import ActionLogsAnswer, action_logs_answer


async def query(call: Call, body: QueryRequest) -> ActionLogsAnswer:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await action_log.query(call.context, call.app, asked)
    found = [(each.entry, each.review_item, each.by, each.target) for each in page.documents]
    return action_logs_answer(found, page.next, page.prev, call.now)


async def insert(call: Call, body: InsertActionLogRequest) -> Nothing:
    action = OutsideAction(
        body.action_type,
        body.entity_type,
        body.entity_id,
        body.entity_creator_id,
        body.reason or "",
        body.reporter_type or "",
        body.reporter_user_id or "",
        body.custom or {},
    )
    await action_log.insert(call.context, call.app, action, call.now)
    return {}
