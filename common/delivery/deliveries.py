"""Deliver: one attempt at one callback or webhook, and what its answer leads to."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from common.configuration.context import Context
from common.delivery import claims, fan_out, settling
from common.delivery.attempts import attempt
from common.delivery.dispatcher import dispatcher_of
from common.delivery.outbox import EVENTS
from common.domain.delivery import delivery_key
from common.queue.messages import DueDelivery
from common.store.deciding import decide
from common.store.store import Conflict, Document

_SECOND = 1_000_000_000
_EARLY = _SECOND // 2
_SLOT_SECONDS = 2.0
# What found no slot does not come back all at once.
_BUSY_SECONDS = (2.0, 10.0)
_ATTEMPTS = 10


async def deliver(context: Context, due: DueDelivery, now: int) -> None:
    """Nothing happens when the delivery is done, not yet due, or claimed by another sender."""
    found = await _due(context, due, now)
    if found is None:
        return
    if found.data["endpoint"] == EVENTS:
        await fan_out.expand(context, found, now)
        return
    await _in_slot(context, due, found, now)


async def _due(context: Context, due: DueDelivery, now: int) -> Document | None:
    (found,) = await context.store.get([delivery_key(due.app, due.delivery)])
    if found is None or found.data["state"] != "pending":
        return None
    return None if found.data["next_attempt_at"] > now + _EARLY else found


async def _in_slot(context: Context, due: DueDelivery, found: Document, now: int) -> None:
    endpoint, clock = found.data["endpoint"], asyncio.get_running_loop().time
    began = clock()
    if not await dispatcher_of(context).slots.take(endpoint, _SLOT_SECONDS):
        await context.queue.publish(due, context.rng.uniform(*_BUSY_SECONDS))
        return
    seconds: float | None = None
    try:
        waited = int((clock() - began) * _SECOND)
        seconds = await _send(context, due, found, now + waited)
    finally:
        dispatcher_of(context).slots.give_back(endpoint, seconds)


async def _send(context: Context, due: DueDelivery, found: Document, now: int) -> float | None:
    """The seconds that the attempt took, None where there was none."""
    turn = await _turn(context, due, found, now)
    return await _attempt(context, turn, now) if turn is not None else None


async def _turn(
    context: Context, due: DueDelivery, found: Document, now: int
) -> claims.Turn | None:
    with suppress(Conflict):
        return await claims.take(context, due.app, found, now)

    async def attempt() -> claims.Turn | None:
        again = await _due(context, due, now)
        return await claims.take(context, due.app, again, now) if again is not None else None

    return await decide(attempt, _ATTEMPTS - 1, Conflict(found.key))


async def _attempt(context: Context, turn: claims.Turn, now: int) -> float:
    try:
        answer = await attempt(context, turn.app, turn.delivery, turn.target, now)
    except asyncio.CancelledError:
        await settling.give_back(context, turn, now)
        raise
    ended = now + int(answer.latency_ms * 1_000_000)
    await settling.record(context, turn, answer, ended)
    endpoint = turn.delivery["endpoint"]
    await dispatcher_of(context).endpoints.learn(turn.app, endpoint, turn.endpoint, answer, ended)
    return answer.latency_ms / 1_000
