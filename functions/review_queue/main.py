"""The moderators' queue."""

from __future__ import annotations

from common.api.stream.queue import DEFAULT_LOCK_SECONDS, QueryReviewQueueRequest
from common.domain.errors import Invalid
from common.domain.times import SECOND
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import http_function
from common.moderation.review import queue
from common.moderation.review.decisions.action_types import ACTION_TYPES, buttons
from common.moderation.review.locks import MOST_LOCKED, Claim
from common.moderation.review.scanning import Asked
from common.views.review_queue import (
    QueueAnswer,
    QueueItemAnswer,
    action_buttons,
    filter_config,
)
from common.views.stream_items import item_answer


async def query(call: Call, body: QueryReviewQueueRequest) -> QueueAnswer:
    if body.prev:
        raise Invalid.field("prev", "is never given out: pages are followed by next")
    body.check_combined()
    configuration = await call.context.configurations.of(call.app)
    answer: QueueAnswer = {
        "items": [],
        "stats": await _stats(call, body),
        "action_config": {},
        "filter_config": filter_config(configuration.policies.values()),
    }
    if not body.exclude_default_action_config:
        answer["default_action_config"] = action_buttons(buttons(ACTION_TYPES))
    if body.stats_only:
        return answer
    with cursor_named("next"):
        found = await _found(call, body)
    answer["items"] = [item_answer(review_item, call.now) for review_item in found.review_items]
    if found.next:
        answer["next"] = found.next
    return answer


async def _stats(call: Call, body: QueryReviewQueueRequest) -> dict[str, int]:
    """Beside a page it is all that waits; alone, and with a filter, what the filter finds."""
    if not (body.stats_only and body.filter):
        return await queue.stats(call.context, call.app)
    return await queue.stats_of(call.context, call.app, Asked(body.filter))


async def _found(call: Call, body: QueryReviewQueueRequest) -> queue.Found:
    asked = Asked(body.filter, body.sort, body.limit, body.next)
    if body.lock_items is None:
        return await queue.query(call.context, call.app, asked)
    moderator = call.require_acting_user(body)
    if not body.lock_items:
        return await queue.unlock(call.context, call.app, asked, moderator)
    count = min(body.lock_count or MOST_LOCKED, body.limit or MOST_LOCKED, MOST_LOCKED)
    length = (body.lock_duration or DEFAULT_LOCK_SECONDS) * SECOND
    claim = Claim(moderator, count, length)
    return await queue.lock(call.context, call.app, asked, claim, call.now)


async def get(call: Call) -> QueueItemAnswer:
    review_item = await queue.get(call.context, call.app, call.path["id"])
    return {"item": item_answer(review_item, call.now)}


review_queue = http_function("review_queue", query_review_queue=query, get_review_queue_item=get)
