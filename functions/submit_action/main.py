"""What moderators decide."""

from __future__ import annotations

from common.api.stream.actions import BypassRequest, SubmitAction
from common.domain.errors import NotFound
from common.http.call import Call
from common.http.function import http_function
from common.moderation.review.decisions import decisions
from common.moderation.review_items import review_items
from common.views.nothing import Nothing
from common.views.stream_items import DecidedAnswer, item_answer


async def submit(call: Call, body: SubmitAction) -> DecidedAnswer:
    moderator = call.require_acting_user(body)
    if body.appeal_id:
        raise NotFound(f"there is no appeal {body.appeal_id!r}", {"appeal_id": "does not exist"})
    decision = body.decision(moderator)
    item = await decisions.decide(call.context, call.app, decision, call.now)
    if item is None:
        return {}
    (review_item,) = await review_items(call.context, call.app, [item])
    return {"item": item_answer(review_item, call.now)}


async def bypass(call: Call, body: BypassRequest) -> Nothing:
    await decisions.decide(call.context, call.app, body.decision(), call.now)
    return {}


submit_action = http_function("submit_action", submit_action=submit, bypass=bypass)
