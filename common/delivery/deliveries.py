"""Deliver: one attempt at one callback or webhook, and what its answer leads to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from common.configuration.context import Context
from common.delivery import breaker, fan_out, receipts, redelivery, settling, turns
from common.delivery.attempts import attempt
from common.delivery.claims import Claim, claim
from common.delivery.dispatcher import dispatcher_of
from common.delivery.transparency import batches
from common.delivery.turns import is_its_turn
from common.domain.delivery import Delivery, delivery_key
from common.domain.times import nanoseconds
from common.queue.messages import Due, DueDelivery, DueReceipt, DueRedelivery
from common.store.deciding import to_its_end, until_committed
from common.store.store import Conflict, Document
from common.store.unit_of_work import UnitOfWork

_SLOT_SECONDS = 2.0
# What found no slot does not come back all at once.
_SPREAD = (0.5, 1.5)
_ATTEMPTS = 10

Clock = Callable[[], int]


async def deliver(context: Context, due: Due, now: int) -> None:
    """Nothing happens when what is due is done, or its turn is another than the message's."""
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
    return found if is_its_turn(found.data["next_attempt_at"], due.at, now) else None


def _reading(
    context: Context, due: DueDelivery, first: Document[Delivery], now: int
) -> Callable[[], Awaitable[Document[Delivery] | None]]:
    """What was read before at first, and anew from then on."""
    read = [first]

    async def reading() -> Document[Delivery] | None:
        return read.pop() if read else await _due(context, due, now)

    return reading


async def _in_slot(context: Context, due: DueDelivery, found: Document[Delivery], now: int) -> None:
    endpoint, clock = found.data["endpoint"], _clock(now)
    slots = dispatcher_of(context).slots
    if not await slots.take(endpoint, _SLOT_SECONDS):
        await _come_back(context, due, found, clock)
        return
    seconds: float | None = None
    try:
        seconds = await _send(context, due, found, clock)
    finally:
        slots.give_back(endpoint, seconds)


def _clock(now: int) -> Clock:
    """The time, which is `now` at first."""
    time = asyncio.get_running_loop().time
    began = time()
    return lambda: now + nanoseconds(time() - began)


async def _come_back(
    context: Context, due: DueDelivery, first: Document[Delivery], clock: Clock
) -> None:
    """Once for all messages about it that find no slot: the first gives it another turn."""
    pause = dispatcher_of(context).slots.pause(first.data["endpoint"])
    now = clock()
    read = _reading(context, due, first, now)

    async def give_turn() -> None:
        found = await read()
        if found is None:
            return
        unit = UnitOfWork(context.store, [found])
        at = now + nanoseconds(pause * context.rng.uniform(*_SPREAD))
        turns.take_turn(unit, await unit.have(found.key), at, now)
        await unit.commit()

    await until_committed(give_turn, _ATTEMPTS, Conflict(first.key))


async def _send(
    context: Context, due: DueDelivery, first: Document[Delivery], clock: Clock
) -> float | None:
    """The seconds that the attempt took, None where there was none."""
    now = clock()
    read = _reading(context, due, first, now)

    async def take() -> Claim | None:
        found = await read()
        return await claim(context, due.app, found, now) if found is not None else None

    async def give_back(taken: Claim | None) -> None:
        if taken is not None:
            await settling.give_back(context, taken)

    taking = until_committed(take, _ATTEMPTS, Conflict(first.key))
    claimed = await to_its_end(taking, undo=give_back)
    if claimed is None:
        return None
    if claimed.delivery["endpoint_kind"] == "transparency":
        return await batches.submit(context, claimed, now, clock)
    return await _attempt(context, claimed, now, clock)


async def _attempt(context: Context, claimed: Claim, now: int, clock: Clock) -> float:
    try:
        result = await attempt(context, claimed.app, claimed.delivery, claimed.target, now)
    except asyncio.CancelledError:
        await settling.give_back(context, claimed)
        raise
    ended = clock()
    await to_its_end(settling.settle(context, claimed, result, ended))
    if not claimed.is_last or breaker.says_up(result):
        endpoint, endpoints = claimed.delivery["endpoint"], dispatcher_of(context).endpoints
        await endpoints.learn(claimed.app, endpoint, claimed.endpoint, result, ended)
    return result.latency_ms / 1_000
