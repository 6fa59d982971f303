"""Announce: an item's events, given to each webhook that wants them."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.outbox import Order, Outbox, publish
from common.domain.delivery import item_subject
from common.domain.endpoint import HOOK
from common.domain.ids import derived_id
from common.domain.webhook import EventType
from common.store.store import Data, Document, Key
from common.store.unit_of_work import Draft


async def expand(context: Context, found: Document, now: int) -> None:
    """One commit for each event, so that however many there are, and wherever it is broken off,
    going on finds what is left. Raises Conflict when two do it at once.
    """
    key, announcement = found.key, found.data
    ordered = announcement["data"]
    configuration = await context.configurations.of(key.app, ordered["configuration"])
    events: list[dict[str, Any]] = ordered["events"]
    for index in range(announcement.get("expanded", 0), len(events)):
        outbox = Outbox(context, key.app, now)
        current = await outbox.draft.get(key)
        if current is None or current.get("expanded", 0) != index:
            return
        for hook in configuration.hooks_for(EventType(events[index]["type"])):
            await outbox.add(_order(announcement, index, events[index], hook))
        outbox.draft.change(key, {"expanded": index + 1})
        await context.store.commit(outbox.writes())
        await outbox.publish()
    await _end(context, key, now)


def _order(announcement: Data, index: int, event: dict[str, Any], hook: Data) -> Order:
    subject = item_subject(announcement["item_id"])
    endpoint = f"{HOOK}{hook['id']}"
    return Order(
        derived_id("webhook", announcement["id"], str(index), hook["id"]),
        endpoint,
        announcement["item_id"],
        event,
        {"reason": event["type"]},
        subject=subject,
        lane=f"{endpoint}|{subject}",
    )


async def _end(context: Context, key: Key, now: int) -> None:
    draft = Draft(context.store)
    announcement = await draft.get(key)
    if announcement is None:
        return
    due = await ordering.close(draft, announcement, "delivered", "", now)
    draft.delete(key)
    await context.store.commit(draft.writes())
    await publish(context, key.app, due)
