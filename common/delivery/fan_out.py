"""Fan-out: events about one subject, given to each webhook that wants them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.outbox import Order, Outbox
from common.domain.delivery import Delivery, Payload, item_subject
from common.domain.endpoint import webhook_endpoint
from common.domain.ids import derived_id
from common.domain.webhook import EventType, Webhook
from common.store.deciding import until_committed
from common.store.store import Conflict, Document, Key
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 10


async def expand(context: Context, found: Document[Delivery], now: int) -> None:
    """One commit for each event, so that however many there are, and wherever it is broken off,
    going on finds what is left.
    """
    key, events = found.key, _events(found.data)
    version = found.data["data"]["configuration"]
    configuration = await context.configurations.of(key.app, version)
    for index in range(found.data.get("expanded", 0), len(events)):
        webhooks = configuration.webhooks_for(EventType(events[index]["type"]))
        give = partial(_give, context, key, index, webhooks, now)
        await until_committed(give, _ATTEMPTS, Conflict(key))
    await until_committed(partial(_end, context, key, now), _ATTEMPTS, Conflict(key))


async def _give(
    context: Context, key: Key[Delivery], index: int, webhooks: Sequence[Webhook], now: int
) -> None:
    """Nothing where another has given this event already."""
    unit = UnitOfWork(context.store)
    announcement = await unit.get(key)
    if announcement is None or announcement.get("expanded", 0) != index:
        return
    outbox, event = Outbox(unit, key.app, now), _events(announcement)[index]
    for webhook in webhooks:
        await outbox.add(_order(announcement, index, event, webhook))
    announcement["expanded"] = index + 1
    await unit.commit()


def _events(announcement: Delivery) -> Sequence[Payload]:
    events: Sequence[Payload] = announcement["data"]["events"]
    return events


def _order(announcement: Delivery, index: int, event: Payload, webhook: Webhook) -> Order:
    # An announcement of an earlier release names none.
    subject = announcement["data"].get("subject") or item_subject(announcement["item_id"])
    endpoint = webhook_endpoint(webhook["id"])
    return Order(
        derived_id("webhook", announcement["id"], str(index), webhook["id"]),
        endpoint,
        announcement["item_id"],
        event,
        {"reason": event["type"]},
        subject=subject,
        ordering_key=f"{endpoint}|{subject}",
    )


async def _end(context: Context, key: Key[Delivery], now: int) -> None:
    unit = UnitOfWork(context.store)
    announcement = await unit.get(key)
    if announcement is None or announcement.get("expanded", 0) < len(_events(announcement)):
        return
    await ordering.close(unit, announcement, "delivered", "", now)
    unit.delete(key)
    await unit.commit()
