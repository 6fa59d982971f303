"""Content in: checks, the customer's own results, tasks."""

from __future__ import annotations

from typing import Any

from common.api.stream.checks import CheckRequest, CustomCheckRequest
from common.api.stream.new_flags import custom_flags
from common.domain.review_item import ReviewItem
from common.http.call import Call
from common.http.function import http_function
from common.moderation.content import checks, tasks
from common.moderation.reports import flags
from common.moderation.review import queue
from common.moderation.review_items import review_items
from common.views.checks import (
    CheckAnswer,
    CustomCheckAnswer,
    StreamTaskAnswer,
    check_answer,
    custom_check_answer,
    stream_task_answer,
)
from functions.check import hive


async def submit(call: Call, body: CheckRequest) -> CheckAnswer:
    submission = body.submission()
    context, app = call.context, call.app
    if body.test_mode:
        checked = await checks.test(context, app, submission, call.now, _inline_policy(body))
        return check_answer(
            checked.item, checked.triggered, checked.task_id, ReviewItem(checked.item), call.now
        )
    wait = body.force_sync
    checked = await checks.check(context, app, submission, call.now, wait=wait)
    review_item = None
    if checked.is_noteworthy:
        (review_item,) = await review_items(context, app, [checked.item])
    return check_answer(checked.item, checked.triggered, checked.task_id, review_item, call.now)


def _inline_policy(body: CheckRequest) -> dict[str, Any] | None:
    if body.config is None:
        return None
    from common.api.stream.policies import PolicyConfig

    return PolicyConfig.model_validate(body.config).sub_configs()


async def submit_results(call: Call, body: CustomCheckRequest) -> CustomCheckAnswer:
    found = custom_flags(body, call.acting_user(body))
    flagged = await flags.flag(call.context, call.app, found, call.now)
    review_item = await queue.get(call.context, call.app, flagged["id"])
    return custom_check_answer(review_item, call.now)


async def task(call: Call) -> StreamTaskAnswer:
    return stream_task_answer(await tasks.get(call.context, call.app, call.path["id"]))


check = http_function(
    "check",
    check=submit,
    custom_check=submit_results,
    get_task=task,
    get_task_v1=task,
    task_sync=hive.submit_task,
    task_async=hive.accept_task,
)
