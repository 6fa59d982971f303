"""Content in: checks, and the customer's own results."""

from __future__ import annotations

from common import loading
from common.api.stream.checks import CheckRequest, CustomCheckRequest
from common.api.stream.inline_policies import inline_policy
from common.api.stream.new_flags import custom_flags
from common.domain.review_item import ReviewItem
from common.http.call import Call
from common.http.function import http_function
from common.moderation.content import checks
from common.moderation.content.checked import Checked
from common.moderation.reports import flags
from common.moderation.review import queue
from common.moderation.review_items import review_items
from common.views.checks import (
    CheckAnswer,
    CustomCheckAnswer,
    check_answer,
    custom_check_answer,
)
from functions.check import analyses, hive, labels, trying


async def submit(call: Call, body: CheckRequest) -> CheckAnswer:
    submission = body.submission()
    context, app = call.context, call.app
    if body.test_mode:
        checked = await checks.test(context, app, submission, call.now, inline_policy(body.config))
        return _answer(checked, ReviewItem(checked.item), call.now)
    wait = body.force_sync
    checked = await checks.check(context, app, submission, call.now, wait=wait)
    review_item = None
    if checked.is_noteworthy:
        (review_item,) = await review_items(context, app, [checked.item])
    return _answer(checked, review_item, call.now)


def _answer(checked: Checked, review_item: ReviewItem | None, now: int) -> CheckAnswer:
    return check_answer(
        checked.item,
        checked.triggered,
        checked.not_looked_at,
        checked.task_id,
        review_item,
        checked.standing,
        checked.configuration_version,
        now,
    )


async def submit_results(call: Call, body: CustomCheckRequest) -> CustomCheckAnswer:
    found = custom_flags(body, call.acting_user(body))
    flagged = await flags.flag(call.context, call.app, found, call.now)
    call.note_creator(body.entity_creator_id, flagged)
    review_item = await queue.get(call.context, call.app, flagged["id"])
    return custom_check_answer(review_item, call.now)


check = http_function(
    "check",
    check=submit,
    custom_check=submit_results,
    labels=labels.submit_labels,
    query_label_results=labels.query_results,
    analyze=analyses.submit_analysis,
    try_content=trying.try_content,
    **hive.HANDLERS,
)

loading.done()
