"""Queues: saved views of the review queue."""

from __future__ import annotations

from common.api.stream.queues import (
    CreateQueueRequest,
    DeleteQueueRequest,
    UpdateQueueRequest,
)
from common.domain.queue import PERSONAL, QueueFields
from common.http.call import Call
from common.moderation.review import queues
from common.views.queues import OneQueueAnswer, QueuesAnswer, queue_answer


async def list_all(call: Call) -> QueuesAnswer:
    found = await queues.list_all(call.context, call.app, _looking(call))
    return {"queues": [queue_answer(each) for each in found]}


async def create(call: Call, body: CreateQueueRequest) -> OneQueueAnswer:
    user = call.acting_user(body)
    if body.type == PERSONAL:
        user = call.require_acting_user(body)
    fields: QueueFields = {
        "name": body.name,
        "type": body.type,
        "description": body.description or "",
        "filters": body.filters or {},
        "sort": body.sort or [],
        "created_by": user or "",
    }
    return {"queue": queue_answer(await queues.create(call.context, call.app, fields, call.now))}


async def get(call: Call) -> OneQueueAnswer:
    found = await queues.get(call.context, call.app, call.path["id"], _looking(call))
    return {"queue": queue_answer(found)}


async def update(call: Call, body: UpdateQueueRequest) -> OneQueueAnswer:
    given = body.model_dump(include={"name", "description", "filters", "sort"}, exclude_none=True)
    user = call.acting_user(body)
    changed = await queues.update(call.context, call.app, call.path["id"], user, given, call.now)
    return {"queue": queue_answer(changed)}


async def delete(call: Call, body: DeleteQueueRequest) -> OneQueueAnswer:
    user = call.acting_user(body)
    gone = await queues.delete(call.context, call.app, call.path["id"], user, call.now)
    return {"queue": queue_answer(gone)}


def _looking(call: Call) -> str | None:
    return call.acting_user(call.query) or None
