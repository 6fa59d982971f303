"""Deliveries, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.delivery import (
    Closing,
    Delivery,
    ReceiptRecord,
    State,
    Try,
    Why,
    is_being_sent,
)
from common.domain.endpoint import EndpointKind


class _ShownDelivery(TypedDict):
    """`data` is what the customer's server is told. `ahead` is the delivery that it waits for,
    `held` says what else keeps it; `being_sent` is true while an attempt is on its way.
    """

    id: str
    endpoint: str
    endpoint_kind: EndpointKind
    action_id: str
    item_id: str
    subject: str
    sequence: int
    data: dict[str, Any]
    why: Why
    url: NotRequired[str]
    state: State
    reason: str
    attempts: int
    created_at: int
    updated_at: int
    started_at: int
    next_attempt_at: NotRequired[int]
    ahead: NotRequired[str]
    held: NotRequired[str]
    closing: NotRequired[Closing]
    attempted_at: NotRequired[int]
    delivered_at: NotRequired[int]
    closed_at: NotRequired[int]
    receipt_at: NotRequired[int]
    receipts: NotRequired[list[ReceiptRecord]]
    being_sent: bool


class ShownDelivery(_ShownDelivery):
    tries: list[Try]


class ListedDelivery(_ShownDelivery):
    last_attempt: Try | None


class DeliveryAnswer(TypedDict):
    delivery: ShownDelivery


class DeliveriesAnswer(TypedDict):
    deliveries: list[ListedDelivery]
    next: str | None


_SHOWN = frozenset(_ShownDelivery.__annotations__)


def delivery_answer(delivery: Delivery) -> DeliveryAnswer:
    shown = cast(ShownDelivery, {**_shown(delivery), "tries": delivery["tries"]})
    return {"delivery": shown}


def deliveries_answer(deliveries: Sequence[Delivery], cursor: str | None) -> DeliveriesAnswer:
    return {"deliveries": [_listed(delivery) for delivery in deliveries], "next": cursor}


def _listed(delivery: Delivery) -> ListedDelivery:
    tries = delivery["tries"]
    last = tries[-1] if tries else None
    return cast(ListedDelivery, {**_shown(delivery), "last_attempt": last})


def _shown(delivery: Delivery) -> dict[str, object]:
    shown = {name: value for name, value in delivery.items() if name in _SHOWN}
    return {**shown, "being_sent": is_being_sent(delivery)}
