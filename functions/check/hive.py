"""Content in Hive's manner: a task that is answered at once, or later at a callback URL."""

from __future__ import annotations

from common.api.hive import AsyncTaskRequest, TaskRequest
from common.http.call import Call
from common.moderation.content import checks
from common.moderation.resources.urls import checked_url
from common.views.hive_tasks import (
    AcceptedTaskAnswer,
    TaskAnswer,
    accepted_task_answer,
    task_answer,
)


async def submit_task(call: Call, body: TaskRequest) -> TaskAnswer:
    submission = body.submission()
    checked = await checks.check(call.context, call.app, submission, call.now, wait=True)
    return task_answer(checked.item["id"], checked.item, checked.triggered)


async def accept_task(call: Call, body: AsyncTaskRequest) -> AcceptedTaskAnswer:
    order = checks.TaskOrder(checked_url(call.context, "callback_url", body.callback_url))
    submission = body.submission()
    checked = await checks.check(call.context, call.app, submission, call.now, order=order)
    assert checked.task_id is not None, "an order makes a task"
    return accepted_task_answer(checked.task_id, body.post_id)
