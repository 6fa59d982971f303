"""Deliveries: looking for them, trying one again, stopping one."""

from __future__ import annotations

from common.api.gavel.deliveries import CancelBody, DeliveryQuery
from common.delivery import management
from common.domain.delivery import Delivery
from common.http.call import Call
from common.moderation.members.limits import check_within
from common.views.gavel_deliveries import (
    DeliveriesAnswer,
    DeliveryAnswer,
    deliveries_answer,
    delivery_answer,
)

_FILTERS = ("endpoint", "state", "subject", "item_id", "action_id")


async def query(call: Call) -> DeliveriesAnswer:
    asked: DeliveryQuery = call.query
    await check_within(call.context, call.app, call.member, asked.item_id)
    found, following = await management.query(
        call.context,
        call.app,
        {name: getattr(asked, name) for name in _FILTERS},
        asked.since,
        asked.until,
        asked.limit,
        asked.cursor,
    )
    return deliveries_answer(found, following)


async def get(call: Call) -> DeliveryAnswer:
    return delivery_answer(await _found(call))


async def retry(call: Call) -> DeliveryAnswer:
    id = (await _found(call))["id"]
    retried = await management.retry(call.context, call.app, id, call.now)
    return delivery_answer(retried)


async def cancel(call: Call, body: CancelBody) -> DeliveryAnswer:
    by = call.acting_user(body) or ""
    id = (await _found(call))["id"]
    cancelled = await management.cancel(call.context, call.app, id, body.reason, by, call.now)
    return delivery_answer(cancelled)


async def _found(call: Call) -> Delivery:
    found = await management.get(call.context, call.app, call.path["id"])
    await check_within(call.context, call.app, call.member, found["item_id"])
    return found
