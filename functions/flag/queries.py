"""What is asked of flags."""

from __future__ import annotations

from common.api.stream.flags import FlagCountRequest
from common.api.stream.queries import PageRequest
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.filtering.paging import Asked
from common.moderation.reports import flag_queries
from common.views.stream_log import FlagCountAnswer, FlagsAnswer, flags_answer


async def query(call: Call, body: PageRequest) -> FlagsAnswer:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await flag_queries.query(call.context, call.app, asked)
    reporters = [flag["user_id"] for flag, _ in page.documents]
    users = await flag_queries.reporters(call.context, call.app, reporters)
    return flags_answer(page.documents, users, page.next, page.prev, call.now)


async def count(call: Call, body: FlagCountRequest) -> FlagCountAnswer:
    counted = await flag_queries.count(
        call.context, call.app, body.entity_creator_id, body.entity_type or None
    )
    return {"count": counted}
