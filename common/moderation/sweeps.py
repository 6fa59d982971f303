"""Sweep: publish again what was stored and whose message was lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import Any

from common.configuration.context import Context
from common.domain.delivery import DELIVERIES
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import ITEMS, SHARDS
from common.domain.redelivery import REDELIVERIES
from common.domain.task import TASKS
from common.domain.times import nanoseconds
from common.queue.messages import (
    DueDelivery,
    DueFollowUp,
    DueReceipt,
    DueRedelivery,
    Message,
    ScanOrder,
    Trigger,
)
from common.store.store import Collection, Conflict, D, Document, Update

_PAGE = 100
_MOST = 5_000


async def sweep(context: Context, now: int) -> None:
    """Each kind is bounded per run; the rest is found by the next one. A document that is published
    again is set back, so that a slow queue is not filled by every sweep.
    """
    overdue = now - nanoseconds(context.settings.sweep_after)
    for shard in SHARDS:
        async for item in _due(context, ITEMS, "pending_since", overdue, {"shard": shard}):
            trigger = Trigger(item.key.app, item.key.id)
            await _set_back(context, item, "pending_since", now, trigger)
    async for task in _due(context, TASKS, "due_at", overdue):
        await _set_back(context, task, "due_at", now, ScanOrder(task.key.app, task.key.id))
    late = now - nanoseconds(context.settings.sweep_grace)
    async for delivery in _due(context, DELIVERIES, "next_attempt_at", late):
        await context.queue.publish(DueDelivery(delivery.key.app, delivery.key.id))
    async for delivery in _due(context, DELIVERIES, "receipt_at", late):
        await context.queue.publish(DueReceipt(delivery.key.app, delivery.key.id))
    async for due in _due(context, FOLLOW_UPS, "due_at", overdue):
        await _set_back(context, due, "due_at", now, DueFollowUp(due.key.app, due.key.id))
    async for job in _due(context, REDELIVERIES, "due_at", late):
        await context.queue.publish(DueRedelivery(job.key.app, job.key.id))


async def _due(
    context: Context,
    collection: Collection[D],
    order: str,
    before: int,
    equal: Mapping[str, str] | None = None,
) -> AsyncIterator[Document[D]]:
    cursor: str | None = None
    for _ in range(_MOST // _PAGE):
        page = await context.store.query(
            collection,
            app=None,
            equal=equal,
            order=order,
            high=before,
            limit=_PAGE,
            cursor=cursor,
        )
        for document in page.documents:
            yield document
        cursor = page.cursor
        if cursor is None:
            return


async def _set_back(
    context: Context, document: Document[Any], field: str, now: int, message: Message
) -> None:
    """Who has changed it meanwhile has published what follows."""
    change = Update(document.key, set={field: now}, version=document.version)
    with suppress(Conflict):
        await context.store.commit([change], [message])
