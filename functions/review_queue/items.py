"""Items of the moderators' queue, page by page, with what a page shows beside them."""

from __future__ import annotations

from dataclasses import replace

from common.api.stream.queue import DEFAULT_LOCK_SECONDS, QueryReviewQueueRequest
from common.domain.filters import Predicate
from common.domain.own_reports import as_asked_by, depends_on_caller
from common.domain.spacing import spaced
from common.domain.times import SECOND
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.filtering.paging import Asked
from common.moderation.members.limits import check_item, check_right, only_of
from common.moderation.review import queue, views
from common.moderation.review.decisions.action_types import ACTION_TYPES, buttons
from common.moderation.review.locks import MOST_LOCKED, Claim
from common.moderation.review.queues import custom_keys
from common.views.action_config import button_answers, default_buttons
from common.views.filter_config import filter_config
from common.views.paging import page_cursors
from common.views.review_queue import QueueAnswer, QueueItemAnswer
from common.views.stream_items import item_answer


async def query(call: Call, body: QueryReviewQueueRequest) -> QueueAnswer:
    body.check_combined()
    body = _as_asked(call, body)
    configuration = await call.context.configurations.of(call.app)
    found = queue.Found([], None)
    if not body.stats_only:
        with cursor_named(body.cursor_name):
            found = await _found(call, body)
    await _note_opened(call, body, found)
    if body.space_severe is not None:
        is_severe = body.space_severe.is_severe
        found = replace(
            found, review_items=spaced(found.review_items, lambda each: is_severe(each.item))
        )
    stats = await _stats(call, body)
    answer: QueueAnswer = {
        "items": [item_answer(review_item, call.now) for review_item in found.review_items],
        "stats": stats.counts,
        "stats_complete": stats.is_complete,
        "action_config": button_answers(configuration.buttons.values()),
        "filter_config": filter_config(
            configuration.policies.values(),
            configuration.image_hash_lists.values(),
            custom_keys(configuration.queues.values()),
        ),
    }
    if not body.exclude_default_action_config:
        answer["default_action_config"] = default_buttons(buttons(ACTION_TYPES))
    return {**answer, **page_cursors(found.next, found.prev)}


def _as_asked(call: Call, body: QueryReviewQueueRequest) -> QueryReviewQueueRequest:
    """With what depends on who asks as what it means for them."""
    if not depends_on_caller(body.filter or {}):
        return body
    filter = as_asked_by(body.filter or {}, call.acting_user(body))
    return body.model_copy(update={"filter": filter})


async def _stats(call: Call, body: QueryReviewQueueRequest) -> queue.Stats:
    """Beside a page it is all that waits; alone, and with a filter, what the filter finds."""
    only = await _only(call)
    if body.stats_only and body.filter:
        return await queue.stats_of(call.context, call.app, Asked(body.filter, only=only))
    if only is not None:
        return await queue.stats_of(call.context, call.app, Asked({"reviewed": False}, only=only))
    return await queue.stats(call.context, call.app, call.now)


async def _only(call: Call) -> Predicate | None:
    return only_of(await call.context.configurations.of(call.app), call.member)


async def _found(call: Call, body: QueryReviewQueueRequest) -> queue.Found:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev, await _only(call))
    if body.lock_items is None:
        return await queue.query(call.context, call.app, asked)
    check_right(call.member, "decide", "claiming items")
    moderator = call.require_acting_user(body)
    if not body.lock_items:
        return await queue.unlock(call.context, call.app, asked, moderator)
    count = min(body.lock_count or MOST_LOCKED, body.limit or MOST_LOCKED, MOST_LOCKED)
    length = (body.lock_duration or DEFAULT_LOCK_SECONDS) * SECOND
    claim = Claim(moderator, count, length)
    return await queue.lock(call.context, call.app, asked, claim, call.now)


async def _note_opened(call: Call, body: QueryReviewQueueRequest, found: queue.Found) -> None:
    """Whoever takes items, or asks for one by its id, looks at them."""
    items = [each.item for each in found.review_items]
    if body.lock_items:
        await views.record(call.context, call.app, items, call.require_acting_user(body), call.now)
    elif body.lock_items is None and isinstance((body.filter or {}).get("id"), str):
        await views.record(call.context, call.app, items, _signed(call), call.now)


def _signed(call: Call) -> str:
    """Whose session or token it is; what a server does by itself is nobody's looking."""
    return call.acting_user(None) or ""


async def get(call: Call) -> QueueItemAnswer:
    await check_item(call.context, call.app, call.member, call.path["id"])
    review_item = await queue.get(call.context, call.app, call.path["id"])
    await views.record(call.context, call.app, [review_item.item], _signed(call), call.now)
    return {"item": item_answer(review_item, call.now)}
