"""What moderators decide."""

from __future__ import annotations

from typing import Any

from common.api.stream.actions import SubmitActionRequest
from common.api.stream.complaints import complaint_of
from common.domain.errors import Invalid, NotFound
from common.http.call import Call
from common.http.function import http_function
from common.moderation.reports import flags
from common.moderation.review import queue
from common.moderation.review.decisions import decisions
from common.views.stream_items import item_response


async def submit(call: Call, body: SubmitActionRequest) -> dict[str, Any]:
    moderator = call.require_acting_user(body)
    if body.appeal_id:
        raise NotFound(f"there is no appeal {body.appeal_id!r}", {"appeal_id": "does not exist"})
    if body.action_type == "flag":
        if body.flag is None:
            raise Invalid.field("flag", "is required for this action_type")
        complaint = complaint_of(body.flag, moderator, "moderator", is_decision=True)
        item = await flags.flag(call.context, call.app, [complaint], call.now)
    else:
        options = body.options()
        reason = options.get("reason") or options.get("decision_reason") or body.decision_reason
        decision = decisions.Decision(
            body.action_type, moderator, body.item_id, options, reason or ""
        )
        after = await decisions.act(call.context, call.app, decision, call.now)
        if after is None:
            return {}
        item = after
    return {"item": item_response(await queue.review_item(call.context, call.app, item), call.now)}


submit_action = http_function("submit_action", submit_action=submit)
