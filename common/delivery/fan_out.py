"""Fan-out: an item's events, given to each webhook that wants them."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.outbox import Order, Outbox
from common.domain.delivery import Delivery, delivery_key, item_subject
from common.domain.endpoint import webhook_endpoint
from common.domain.ids import derived_id
from common.domain.webhook import EventType, Webhook
from common.store.store import Document
from common.store.unit_of_work import UnitOfWork


async def expand(context: Context, found: Document[Delivery], now: int) -> None:
    """One commit for each event, so that however many there are, and wherever it is broken off,
    going on finds what is left. Raises Conflict when two do it at once.
    """
    app, announcement = found.key.app, found.data
    ordered = announcement["data"]
    configuration = await context.configurations.of(app, ordered["configuration"])
    events: list[dict[str, Any]] = ordered["events"]
    for index in range(announcement.get("expanded", 0), len(events)):
        unit = UnitOfWork(context.store)
        current = await unit.get(found.key)
        if current is None or current.get("expanded", 0) != index:
            return
        outbox = Outbox(unit, app, now)
        for webhook in configuration.webhooks_for(EventType(events[index]["type"])):
            await outbox.add(_order(announcement, index, events[index], webhook))
        current["expanded"] = index + 1
        await unit.commit()
    await _end(context, app, announcement["id"], now)


def _order(announcement: Delivery, index: int, event: dict[str, Any], webhook: Webhook) -> Order:
    subject = item_subject(announcement["item_id"])
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


async def _end(context: Context, app: str, id: str, now: int) -> None:
    unit = UnitOfWork(context.store)
    announcement = await unit.get(delivery_key(app, id))
    if announcement is None:
        return
    await ordering.close(unit, announcement, "delivered", "", now)
    unit.delete(delivery_key(app, id))
    await unit.commit()
