"""Appeals."""

from __future__ import annotations

from dataclasses import replace

from common import loading
from common.api.stream.appeals import AppealRequest, QueryAppealsRequest
from common.domain.appeal_case import AppealCase
from common.domain.errors import Invalid
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import http_function
from common.moderation.appeals import filing, queries
from common.moderation.filtering.paging import Asked
from common.moderation.users.moderators import moderates
from common.views.paging import page_cursors
from common.views.stream_appeals import (
    AppealItemAnswer,
    AppealMadeAnswer,
    AppealsAnswer,
    OneAppealAnswer,
    appeal_item_answer,
)
from common.views.stream_items import AppealAnswer, appeal_answer
from functions.appeals import bulk, handling


async def make(call: Call, body: AppealRequest) -> AppealMadeAnswer:
    user = call.require_acting_user(body)
    by_user = call.side == "client"
    if by_user and body.told_at is not None:
        raise Invalid.field("told_at", "is for the app's server to say")
    wanted = replace(body.wanted(), by_user=by_user)
    made = await filing.file(call.context, call.app, user, wanted, call.now)
    return {"appeal_id": made["id"]}


async def get(call: Call) -> OneAppealAnswer:
    only_of = await _only_of(call)
    case = await queries.get(call.context, call.app, call.path["id"], only_of)
    return {"item": _shown(case, only_of, call.now)}


async def query(call: Call, body: QueryAppealsRequest) -> AppealsAnswer:
    only_of = await _only_of(call)
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await queries.query(call.context, call.app, asked, only_of)
    shown = [_shown(case, only_of, call.now) for case in page.documents]
    return {"items": shown, **page_cursors(page.next, page.prev)}


async def _only_of(call: Call) -> str | None:
    """The user who asks and may see no others' appeals; None for a server and for moderators."""
    if call.user_id is None:
        return None
    may = await moderates(call.context, call.app, call.user_id, call.role, call.now)
    return None if may else call.user_id


def _shown(case: AppealCase, only_of: str | None, now: int) -> AppealAnswer | AppealItemAnswer:
    return appeal_answer(case.appeal) if only_of is not None else appeal_item_answer(case, now)


appeals = http_function(
    "appeals",
    appeal=make,
    get_appeal=get,
    query_appeals=query,
    bulk_action_appeals=bulk.decide_all,
    **handling.HANDLERS,
)

loading.done()
