"""A person's data, to be erased."""

from __future__ import annotations

from common.http.call import Call
from common.moderation.background.erasure import orders
from common.views.gavel_erasures import ErasureAnswer, erasure_answer


async def erase(call: Call) -> ErasureAnswer:
    by = call.acting_user(call.query) or ""
    found = await orders.order(call.context, call.app, call.path["id"], by, call.now)
    return erasure_answer(*found, orders.progress(found[1]))


async def get(call: Call) -> ErasureAnswer:
    found = await orders.get(call.context, call.app, call.path["id"])
    return erasure_answer(*found, orders.progress(found[1]))
