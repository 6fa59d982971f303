"""Sweep: publish again what was stored and whose message was lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from common.configuration.context import Context
from common.delivery.outbox import publish
from common.domain.item import SHARDS
from common.store.store import Conflict, Document, Update

_SECOND = 1_000_000_000
_PAGE = 100
_MOST = 5_000


async def sweep(context: Context, now: int) -> None:
    """Each kind is bounded per run; the rest is found by the next one. A document that is published
    again is set back, so that a slow queue is not filled by every sweep.
    """
    overdue = now - int(context.settings.sweep_after * _SECOND)
    for shard in SHARDS:
        async for item in _due(context, "item", "pending_since", overdue, {"shard": shard}):
            if await _set_back(context, item, "pending_since", now):
                message = {"app": item.key.app, "item": item.key.id}
                await context.queue.publish("enforce", message)
    async for task in _due(context, "task", "due_at", overdue):
        if await _set_back(context, task, "due_at", now):
            await context.queue.publish("scan", {"app": task.key.app, "task": task.key.id})
    late = now - int(context.settings.sweep_grace * _SECOND)
    async for delivery in _due(context, "delivery", "next_attempt_at", late):
        await publish(context, delivery.key.app, [delivery.key.id])
    async for delivery in _due(context, "delivery", "receipt_at", late):
        asked = {"app": delivery.key.app, "delivery": delivery.key.id, "receipt": True}
        await context.queue.publish("deliver", asked)
    async for job in _due(context, "resending", "due_at", late):
        await context.queue.publish("deliver", {"app": job.key.app, "resending": job.key.id})


async def _due(
    context: Context,
    collection: str,
    order: str,
    before: int,
    equal: Mapping[str, str] | None = None,
) -> AsyncIterator[Document]:
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


async def _set_back(context: Context, document: Document, field: str, now: int) -> bool:
    try:
        change = Update(document.key, set={field: now}, version=document.version)
        await context.store.commit([change])
    except Conflict:
        return False
    return True
