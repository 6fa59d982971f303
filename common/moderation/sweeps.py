"""Sweep: publish again what was stored and whose message was lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.delivery import DELIVERIES
from common.domain.item import ITEMS, SHARDS
from common.domain.redelivery import REDELIVERIES
from common.domain.task import TASKS
from common.domain.times import MINUTE, SECOND, nanoseconds
from common.queue.messages import (
    DueDelivery,
    DueReceipt,
    DueRedelivery,
    Message,
    ScanOrder,
    Trigger,
)
from common.settings import Settings
from common.store.store import Collection, Conflict, Document, Key, Page, Update

_PAGE = 100
_MOST = 5_000
_LONGEST_WAIT = 10 * MINUTE


@dataclass(frozen=True, slots=True)
class Kind:
    """What waits for a message: the field with the time since when, or when its turn is; how many
    seconds later the message is taken for lost; and the message, of a document and its turn.
    """

    collection: Collection[Any]
    field: str
    patience: Callable[[Settings], float]
    message: Callable[[Key[Any], int], Message]
    partitions: Iterable[Mapping[str, str] | None] = (None,)


def _after(settings: Settings) -> float:
    return settings.sweep_after


def _grace(settings: Settings) -> float:
    return settings.sweep_grace


KINDS = (
    Kind(
        ITEMS,
        "pending_since",
        _after,
        lambda key, _: Trigger(key.app, key.id),
        [{"shard": shard} for shard in SHARDS],
    ),
    Kind(TASKS, "due_at", _after, lambda key, _: ScanOrder(key.app, key.id)),
    Kind(DELIVERIES, "next_attempt_at", _grace, lambda key, at: DueDelivery(key.app, key.id, at)),
    Kind(DELIVERIES, "receipt_at", _grace, lambda key, at: DueReceipt(key.app, key.id, at)),
    Kind(REDELIVERIES, "due_at", _grace, lambda key, at: DueRedelivery(key.app, key.id, at)),
)


async def sweep(context: Context, now: int) -> None:
    """Each kind is bounded per run; the rest is found by the next one."""
    for kind in KINDS:
        patience = max(nanoseconds(kind.patience(context.settings)), SECOND)
        for equal in kind.partitions:
            async for page in _late(context, kind, equal, now - patience):
                await asyncio.gather(
                    *(
                        _publish_again(context, kind, document, patience, now)
                        for document in page.documents
                    )
                )


async def _late(
    context: Context, kind: Kind, equal: Mapping[str, str] | None, before: int
) -> AsyncIterator[Page[Any]]:
    cursor: str | None = None
    for _ in range(_MOST // _PAGE):
        page = await context.store.query(
            kind.collection,
            app=None,
            equal=equal,
            order=kind.field,
            high=before,
            limit=_PAGE,
            cursor=cursor,
        )
        yield page
        cursor = page.cursor
        if cursor is None:
            return


async def _publish_again(
    context: Context, kind: Kind, document: Document[Any], patience: int, now: int
) -> None:
    """What is published again is set back, each time twice as far: a queue that is only slow must
    not be filled by every sweep. Who has changed it meanwhile has published what follows.
    """
    times = document.data.get("swept", 0)
    at = now + min(patience * (2**times - 1), _LONGEST_WAIT)
    back = {kind.field: at, "swept": times + 1}
    change = Update(document.key, set=back, version=document.version)
    with suppress(Conflict):
        await context.store.commit([change], [kind.message(document.key, at)])
