"""The outbox: what a use case orders to be sent, as part of the use case's own unit of work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.delivery import ordering, turns
from common.delivery.log_entries import closing_entry
from common.domain.action import Action
from common.domain.delivery import (
    Delivery,
    Payload,
    Why,
    delivery_key,
    item_subject,
    user_subject,
)
from common.domain.endpoint import EVENTS, action_endpoint, split_endpoint
from common.domain.times import nanoseconds
from common.store.unit_of_work import UnitOfWork

# Of the hundred writes of a commit, so many are the outbox's.
_ROOM = 48
_WRITES_TO_CLOSE = 3


@dataclass(frozen=True, slots=True)
class Order:
    """`id` is derived, so that ordering twice is one order. `subject` is what is kept in order,
    `ordering_key` what it is kept in order with; without one it goes out at once. `caused_at` is
    when that happened which it follows from, 0 where nothing decided since can stand against it.
    `wait` is how many seconds it is kept for others that go along with it.
    """

    id: str
    endpoint: str
    item_id: str
    data: Payload
    why: Why
    subject: str = ""
    ordering_key: str = ""
    action_id: str = ""
    url: str = ""
    reverses: tuple[str, ...] = ()
    caused_at: int = 0
    wait: float = 0.0


class Outbox:
    """Deliveries are created in `unit`, and sent off when it is committed. The first is added once
    all else has been decided that the unit writes.
    """

    def __init__(self, unit: UnitOfWork, app: str, now: int) -> None:
        self._unit = unit
        self._app = app
        self._now = now
        self._others: int | None = None
        self.ordered: list[str] = []
        """The actions' deliveries."""

    async def add(self, order: Order) -> Delivery:
        if self._others is None:
            self._others = len(self._unit.writes())
        delivery = new_delivery(self._app, order, self._now)
        self._unit.create(delivery_key(self._app, order.id), delivery)
        if order.action_id:
            self.ordered.append(order.id)
        if await ordering.is_decided_since(self._unit, delivery, order.caused_at):
            reason = f"superseded by what a moderator decided on {order.subject} meanwhile"
            await ordering.close(self._unit, delivery, "superseded", reason, self._now)
            self._unit.add(closing_entry(delivery, self._now))
            return delivery
        await ordering.append(self._unit, delivery)
        if delivery["state"] == "pending":
            turns.send(self._unit, delivery, self._now)
        if order.reverses:
            most = self._most_closed()
            await ordering.supersede(self._unit, delivery, order.reverses, most, self._now)
        return delivery

    async def note_decision(self, user_id: str) -> None:
        """That a moderator decided on a user: what content before that leads to is not sent."""
        await ordering.note_decision(self._unit, self._app, user_subject(user_id), self._now)

    def _most_closed(self) -> int:
        own = len(self._unit.writes()) - (self._others or 0)
        return max(0, _ROOM - own) // _WRITES_TO_CLOSE

    async def announce(
        self,
        id: str,
        item_id: str,
        events: Sequence[Mapping[str, Any]],
        configuration: int,
        subject: str = "",
    ) -> None:
        """Webhook events about one item, or another subject where one is named; each webhook that
        wants them gets them in this order. `configuration` is the version that has these webhooks.
        """
        subject = subject or item_subject(item_id)
        key = f"{EVENTS}|{subject}"
        data = {"events": list(events), "configuration": configuration, "subject": subject}
        why: Why = {"reason": "webhook events"}
        await self.add(Order(id, EVENTS, item_id, data, why, ordering_key=key))


def new_delivery(app: str, order: Order, now: int) -> Delivery:
    """Pending, outside any order yet."""
    kind, _ = split_endpoint(order.endpoint)
    delivery: Delivery = {
        "id": order.id,
        "app": app,
        "endpoint": order.endpoint,
        "endpoint_kind": kind,
        "action_id": order.action_id,
        "item_id": order.item_id,
        "subject": order.subject,
        "lane": order.ordering_key,
        "sequence": 0,
        "data": order.data,
        "why": order.why,
        "state": "pending",
        "reason": "",
        "attempts": 0,
        "tries": [],
        "created_at": now,
        "updated_at": now,
        "started_at": now,
        "counted": 0,
        "window_end": now,
        "next_attempt_at": now + nanoseconds(order.wait),
    }
    if order.url:
        delivery["url"] = order.url
    return delivery


def action_order(
    action: Action,
    id: str,
    item_id: str,
    user_id: str,
    data: Payload,
    why: Why,
    *,
    caused_at: int = 0,
) -> Order:
    """An action of kind `user` has the user as its subject, another one the item."""
    is_about_user = action["kind"] == "user" and user_id
    subject = user_subject(user_id) if is_about_user or not item_id else item_subject(item_id)
    endpoint = action_endpoint(action["id"])
    return Order(
        id,
        endpoint,
        item_id,
        data,
        why,
        subject=subject,
        ordering_key=f"{endpoint}|{subject}" if action.get("independent") else subject,
        action_id=action["id"],
        reverses=tuple(action.get("reverses") or ()),
        caused_at=caused_at,
    )


def that_carry_out(actions: Iterable[Action], decision: str) -> list[Action]:
    """The app's actions that a moderator's built-in one calls as well."""
    return [action for action in actions if decision in (action.get("carries_out") or ())]
