"""Sweep: publish again what was stored and whose message was lost."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.delivery import DELIVERIES
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import ITEMS, SHARDS
from common.domain.redelivery import REDELIVERIES
from common.domain.task import TASKS
from common.domain.times import nanoseconds
from common.moderation.overdue import Overdue
from common.queue.messages import (
    DueDelivery,
    DueFollowUp,
    DueReceipt,
    DueRedelivery,
    Message,
    ScanOrder,
    Trigger,
)
from common.queue.queue import QueueError
from common.store.store import Conflict, Document, StoreError, Update

_logger = logging.getLogger("gavel.sweep")


@dataclass(frozen=True, slots=True)
class _Pass:
    """Over one kind of what waits for a message; `again` publishes it once more."""

    overdue: Overdue
    before: int
    again: Callable[[Document[Any]], Awaitable[None]]


async def sweep(context: Context, now: int) -> None:
    """Each kind is bounded per run; the rest is found by the next one. A document that is published
    again is set back, so that a slow queue is not filled by every sweep.

    What fails for one document or for one kind keeps the others from nothing. Raises the first
    error of a kind that was not gone through.
    """
    errors: list[Exception] = []
    for each in _passes(context, now):
        try:
            await _run(each)
        except Exception as error:
            name = f"{each.overdue.collection} by {each.overdue.field}"
            _logger.error("not swept: %s: %s", name, type(error).__name__)
            errors.append(error)
    if errors:
        raise errors[0]


def _passes(context: Context, now: int) -> list[_Pass]:
    store = context.store
    lost = now - nanoseconds(context.settings.sweep_after)
    late = now - nanoseconds(context.settings.sweep_grace)

    async def trigger(item: Document[Any]) -> None:
        message = Trigger(item.key.app, item.key.id)
        await _set_back(context, item, "pending_since", now, message)

    async def scan(task: Document[Any]) -> None:
        message = ScanOrder(task.key.app, task.key.id)
        await _set_back(context, task, "due_at", now, message)

    async def deliver(delivery: Document[Any]) -> None:
        await context.queue.publish(DueDelivery(delivery.key.app, delivery.key.id))

    async def receipt(delivery: Document[Any]) -> None:
        await context.queue.publish(DueReceipt(delivery.key.app, delivery.key.id))

    async def follow_up(due: Document[Any]) -> None:
        message = DueFollowUp(due.key.app, due.key.id)
        await _set_back(context, due, "due_at", now, message)

    async def redeliver(job: Document[Any]) -> None:
        await context.queue.publish(DueRedelivery(job.key.app, job.key.id))

    items = [Overdue(store, ITEMS, "pending_since", {"shard": shard}) for shard in SHARDS]
    return [
        *(_Pass(each, lost, trigger) for each in items),
        _Pass(Overdue(store, TASKS, "due_at"), lost, scan),
        _Pass(Overdue(store, FOLLOW_UPS, "due_at"), lost, follow_up),
        _Pass(Overdue(store, DELIVERIES, "next_attempt_at"), late, deliver),
        _Pass(Overdue(store, DELIVERIES, "receipt_at"), late, receipt),
        _Pass(Overdue(store, REDELIVERIES, "due_at"), late, redeliver),
    ]


async def _run(each: _Pass) -> None:
    async for document in _documents(each):
        try:
            await each.again(document)
        except (QueueError, StoreError) as error:
            if error.cause != "corrupt":
                raise
            _logger.error("damaged and left out: %s", error)
        except Exception as error:
            key = document.key
            where = f"{key.app}/{key.collection}/{key.id}"
            _logger.error("left out: %s: %s", where, type(error).__name__)


async def _documents(each: _Pass) -> AsyncIterator[Document[Any]]:
    async for page in each.overdue.pages(each.before):
        for document in page.documents:
            yield document


async def _set_back(
    context: Context, document: Document[Any], field: str, now: int, message: Message
) -> None:
    """Who has changed it meanwhile has published what follows."""
    change = Update(document.key, set={field: now}, version=document.version)
    with suppress(Conflict):
        await context.store.commit([change], [message])
