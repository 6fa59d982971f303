"""A person's data, to be erased or given out."""

from __future__ import annotations

from common.http.call import Call
from common.moderation.background.erasure import orders
from common.views.gavel_erasures import ErasureAnswer, erasure_answer
from common.views.stream_tasks import StartedTaskAnswer


async def erase(call: Call) -> ErasureAnswer:
    by = call.acting_user(call.query) or ""
    found = await orders.order(call.context, call.app, call.path["id"], by, call.now)
    return erasure_answer(*found, orders.progress(found[1]))


async def export(call: Call) -> StartedTaskAnswer:
    by = call.acting_user(call.query) or ""
    id = await orders.export(call.context, call.app, call.path["id"], by, call.now)
    return {"task_id": id}


async def get(call: Call) -> ErasureAnswer:
    found = await orders.get(call.context, call.app, call.path["id"])
    return erasure_answer(*found, orders.progress(found[1]))
