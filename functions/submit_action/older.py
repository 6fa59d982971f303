"""What the older chat API lets moderators decide."""

from __future__ import annotations

from common.api.stream.flag_reports import ReviewReportRequest
from common.api.stream.older_flags import UnblockMessageRequest, UpdateFlagsRequest
from common.domain.content import CHAT_MESSAGE
from common.domain.errors import Invalid, NotFound
from common.domain.item import item_id, item_key
from common.http.call import Call
from common.moderation.members import deciding
from common.moderation.reports.flag_queries import reporters
from common.moderation.review import flag_reports
from common.moderation.review.decisions import decisions
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review_items import review_items
from common.views.flag_reports import FlagReportAnswer, flag_report_answer, people_of
from common.views.nothing import Nothing


async def unblock_message(call: Call, body: UnblockMessageRequest) -> Nothing:
    moderator = call.acting_user(body) or ""
    await _decide(call, "unblock", moderator, [body.target_message_id], "target_message_id")
    return {}


async def update_flags(call: Call, body: UpdateFlagsRequest) -> Nothing:
    """The messages are reviewed. All of a user's at once are a decision on the user's own item."""
    if body.user_id:
        raise Invalid.field("user_id", "is not supported: decide on the user with submit_action")
    call.check_named({"reviewed_by": body.reviewed_by})
    if call.user_id is not None and call.user_id != body.reviewed_by:
        raise Invalid.field("reviewed_by", "is not the token's user")
    await _decide(call, "mark_reviewed", body.reviewed_by, body.message_ids, "message_ids")
    return {}


async def review_report(call: Call, body: ReviewReportRequest) -> FlagReportAnswer:
    """The message is reviewed, with what the app's own words say came of it."""
    moderator, id = call.require_acting_user(body), call.path["id"]
    await flag_reports.check_known(call.context, call.app, id)
    decision = Decision(ACTION_TYPES["mark_reviewed"], moderator, id, body.options())
    await deciding.check_decision(call.context, call.app, call.member, decision, call.now)
    decided = await decisions.decide(call.context, call.app, decision, call.now)
    assert decided.item is not None
    (review_item,) = await review_items(call.context, call.app, [decided.item])
    users = await reporters(call.context, call.app, people_of(review_item))
    return flag_report_answer(review_item, users, call.now)


async def _decide(call: Call, type: str, moderator: str, messages: list[str], field: str) -> None:
    """Raises NotFound, before anything is decided, where one of the messages has no item."""
    ids = [item_id(call.app, CHAT_MESSAGE, each) for each in dict.fromkeys(messages)]
    found = await call.context.store.get([item_key(call.app, id) for id in ids])
    if not all(found):
        raise NotFound("a message is not known", {field: "names a message that is not known"})
    for id in ids:
        options = ACTION_TYPES[type].options_of(None)
        is_member = call.member is not None
        decision = Decision(ACTION_TYPES[type], moderator, id, options, by_member=is_member)
        await deciding.check_decision(call.context, call.app, call.member, decision, call.now)
        await decisions.decide(call.context, call.app, decision, call.now)
