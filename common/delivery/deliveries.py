"""Deliver: one attempt at one callback or webhook, and what its answer leads to."""

from __future__ import annotations

import asyncio

from common.configuration.context import Context
from common.delivery import fan_out, receipts, redelivery, settling
from common.delivery.attempts import attempt
from common.delivery.claims import Claim, claim
from common.delivery.dispatcher import dispatcher_of
from common.domain.delivery import Delivery, delivery_key
from common.domain.times import SECOND, nanoseconds
from common.queue.messages import Due, DueDelivery, DueReceipt, DueRedelivery
from common.store.deciding import until_committed
from common.store.store import Conflict, Document

_EARLY = SECOND // 2
_SLOT_SECONDS = 2.0
# What found no slot does not come back all at once.
_BUSY_SECONDS = (2.0, 10.0)
_ATTEMPTS = 10


async def deliver(context: Context, due: Due, now: int) -> None:
    """Nothing happens when what is due is done, not yet due, or claimed by another sender."""
    match due:
        case DueReceipt():
            await receipts.ask(context, due, now)
        case DueRedelivery():
            await redelivery.redeliver(context, due, now)
        case DueDelivery():
            await _deliver(context, due, now)


async def _deliver(context: Context, due: DueDelivery, now: int) -> None:
    found = await _due(context, due, now)
    if found is None:
        return
    if found.data["endpoint_kind"] == "events":
        await fan_out.expand(context, found, now)
    else:
        await _in_slot(context, due, found, now)


async def _due(context: Context, due: DueDelivery, now: int) -> Document[Delivery] | None:
    (found,) = await context.store.get([delivery_key(due.app, due.delivery)])
    if found is None or found.data["state"] != "pending":
        return None
    return None if found.data["next_attempt_at"] > now + _EARLY else found


async def _in_slot(context: Context, due: DueDelivery, found: Document[Delivery], now: int) -> None:
    endpoint, clock = found.data["endpoint"], asyncio.get_running_loop().time
    slots, began = dispatcher_of(context).slots, clock()
    if not await slots.take(endpoint, _SLOT_SECONDS):
        await context.queue.publish(due, context.rng.uniform(*_BUSY_SECONDS))
        return
    seconds: float | None = None
    try:
        seconds = await _send(context, due, found, now + nanoseconds(clock() - began))
    finally:
        slots.give_back(endpoint, seconds)


async def _send(
    context: Context, due: DueDelivery, first: Document[Delivery], now: int
) -> float | None:
    """The seconds that the attempt took, None where there was none."""
    known: Document[Delivery] | None = first

    async def take() -> Claim | None:
        nonlocal known
        found, known = known or await _due(context, due, now), None
        return await claim(context, due.app, found, now) if found is not None else None

    claimed = await until_committed(take, _ATTEMPTS, Conflict(first.key))
    return await _attempt(context, claimed, now) if claimed is not None else None


async def _attempt(context: Context, claimed: Claim, now: int) -> float:
    try:
        result = await attempt(context, claimed.app, claimed.delivery, claimed.target, now)
    except asyncio.CancelledError:
        await settling.give_back(context, claimed, now)
        raise
    ended = now + int(result.latency_ms * 1_000_000)
    await settling.settle(context, claimed, result, ended)
    endpoint = claimed.delivery["endpoint"]
    endpoints = dispatcher_of(context).endpoints
    await endpoints.learn(claimed.app, endpoint, claimed.endpoint, result, ended)
    return result.latency_ms / 1_000
