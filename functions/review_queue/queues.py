"""Queues: saved views of the review queue."""

from __future__ import annotations

from common.api.stream.queues import (
    CreateQueueRequest,
    DeleteQueueRequest,
    UpdateQueueRequest,
)
from common.domain.errors import NotFound
from common.domain.queue import PERSONAL, QueueFields
from common.http.call import Call
from common.moderation.members.limits import check_right, check_unrestricted, sees_queue
from common.moderation.review import queues
from common.views.queues import OneQueueAnswer, QueuesAnswer, queue_answer

_SHARED = "a view that all share"


async def list_all(call: Call) -> QueuesAnswer:
    found = await queues.list_all(call.context, call.app, _looking(call))
    return {"queues": [queue_answer(each) for each in found if sees_queue(call.member, each.queue)]}


async def create(call: Call, body: CreateQueueRequest) -> OneQueueAnswer:
    user = call.acting_user(body)
    if body.type == PERSONAL:
        user = call.require_acting_user(body)
    else:
        check_right(call.member, "oversee", _SHARED)
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
    id = call.path["id"]
    found = await queues.get(call.context, call.app, id, _looking(call))
    if not sees_queue(call.member, found.queue):
        raise NotFound(f"there is no queue {id!r}", {"id": "does not exist"})
    return {"queue": queue_answer(found)}


async def update(call: Call, body: UpdateQueueRequest) -> OneQueueAnswer:
    given = body.model_dump(include={"name", "description", "filters", "sort"}, exclude_none=True)
    user = call.acting_user(body)
    await _check_shared(call, user)
    changed = await queues.update(call.context, call.app, call.path["id"], user, given, call.now)
    return {"queue": queue_answer(changed)}


async def delete(call: Call, body: DeleteQueueRequest) -> OneQueueAnswer:
    user = call.acting_user(body)
    await _check_shared(call, user)
    gone = await queues.delete(call.context, call.app, call.path["id"], user, call.now)
    return {"queue": queue_answer(gone)}


async def _check_shared(call: Call, user: str | None) -> None:
    """Raises NotAllowed where the queue is every moderator's: what it finds is all that those have
    who are restricted to it.
    """
    if call.member is not None:
        found = await queues.get(call.context, call.app, call.path["id"], user)
        if found.queue["type"] != PERSONAL:
            check_right(call.member, "oversee", _SHARED)
            check_unrestricted(call.member, _SHARED)


def _looking(call: Call) -> str | None:
    return call.acting_user(call.query) or None
