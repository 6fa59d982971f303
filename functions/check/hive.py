"""Content in Hive's manner: a task that is answered at once, or later at a callback URL."""

from __future__ import annotations

from typing import Any

from common.api.hive import AsyncTaskRequest, TaskRequest
from common.http.call import Call
from common.moderation.content import checks
from common.moderation.resources.urls import checked_url
from common.views.hive_tasks import task_answer


async def submit_task(call: Call, body: TaskRequest) -> dict[str, Any]:
    submission = body.submission()
    checked = await checks.check(call.context, call.app, submission, call.now, wait=True)
    return {**task_answer(checked.item["id"], checked.item, checked.triggered)}


async def accept_task(call: Call, body: AsyncTaskRequest) -> dict[str, Any]:
    order = checks.TaskOrder(checked_url(call.context, "callback_url", body.callback_url))
    submission = body.submission()
    checked = await checks.check(call.context, call.app, submission, call.now, order=order)
    return {"id": checked.task_id, "task_id": checked.task_id, "post_id": body.post_id}
