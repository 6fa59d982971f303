"""The outbox: what a use case orders to be sent, as part of the use case's own commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.delivery import ordering
from common.domain.delivery import delivery_key, item_subject, new_delivery, user_subject
from common.domain.endpoint import ACTION
from common.queue.messages import DueDelivery
from common.store.store import Data, Document, Write
from common.store.unit_of_work import Draft

# Of the hundred writes of a commit, so many are the outbox's.
_ROOM = 48
_WRITES_TO_CLOSE = 3

EVENTS = "events"
"""Endpoint of what is not sent itself: `deliver` turns it into one delivery for each webhook."""


@dataclass(frozen=True, slots=True)
class Order:
    """`id` is derived, so that ordering twice is one order. `subject` is what is kept in order."""

    id: str
    endpoint: str
    item_id: str
    data: dict[str, Any]
    why: dict[str, Any]
    subject: str = ""
    lane: str = ""
    action_id: str = ""
    url: str = ""
    reverses: tuple[str, ...] = ()


class Outbox:
    """`messages` go, after `add`, with the commit of `writes`."""

    def __init__(
        self, context: Context, app: str, now: int, known: Iterable[Document] = ()
    ) -> None:
        self.draft = Draft(context.store, known)
        self._app = app
        self._now = now
        self.messages: list[DueDelivery] = []

    async def add(self, order: Order) -> None:
        delivery = new_delivery(
            self._app,
            order.id,
            self._now,
            endpoint=order.endpoint,
            item_id=order.item_id,
            data=order.data,
            why=order.why,
            subject=order.subject,
            lane=order.lane,
            action_id=order.action_id,
            url=order.url,
        )
        self.draft.create(delivery_key(self._app, order.id), delivery)
        await ordering.append(self.draft, delivery)
        if delivery["state"] == "pending":
            self.messages.append(DueDelivery(self._app, order.id))
        if order.reverses:
            due = await ordering.supersede(
                self.draft, delivery, order.reverses, self._most_closed(), self._now
            )
            self.messages += due_messages(self._app, due)

    def _most_closed(self) -> int:
        return max(0, _ROOM - len(self.draft.writes())) // _WRITES_TO_CLOSE

    async def announce(
        self, id: str, item_id: str, events: list[dict[str, Any]], configuration: int
    ) -> None:
        """Webhook events about one item; each webhook that wants them gets them in this order.

        `configuration` is the version that has these webhooks.
        """
        lane = f"{EVENTS}|{item_subject(item_id)}"
        data = {"events": events, "configuration": configuration}
        await self.add(Order(id, EVENTS, item_id, data, {"reason": "webhook events"}, lane=lane))

    def writes(self) -> list[Write]:
        return self.draft.writes()


def due_messages(app: str, ids: Iterable[str]) -> list[DueDelivery]:
    return [DueDelivery(app, id) for id in ids]


def action_order(
    action: Data, id: str, item_id: str, user_id: str, data: dict[str, Any], why: dict[str, Any]
) -> Order:
    """An action of kind `user` has the user as its subject, another one the item."""
    is_about_user = action["kind"] == "user" and user_id
    subject = user_subject(user_id) if is_about_user or not item_id else item_subject(item_id)
    endpoint = f"{ACTION}{action['id']}"
    return Order(
        id,
        endpoint,
        item_id,
        data,
        why,
        subject=subject,
        lane=f"{endpoint}|{subject}" if action.get("independent") else subject,
        action_id=action["id"],
        reverses=tuple(action.get("reverses") or ()),
    )


def that_carry_out(actions: Iterable[Data], decision: str) -> list[Data]:
    """The app's actions that a moderator's built-in one calls as well."""
    return [action for action in actions if decision in (action.get("carries_out") or ())]
