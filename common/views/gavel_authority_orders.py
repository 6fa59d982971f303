"""Orders by authorities as they are answered."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.authority_order import AuthorityOrder, OrderKind
from common.domain.times import to_rfc3339


class ShownAuthorityOrder(TypedDict):
    """What is not known, or has not happened, is null."""

    id: str
    kind: OrderKind
    issuing_state: str
    category: str | None
    concerns: str
    item_id: str | None
    user_id: str | None
    decision_id: str | None
    received_at: str
    acknowledged_at: str | None
    given_effect_at: str | None
    closed_at: str | None
    by: str
    created_at: str
    updated_at: str


class AuthorityOrderAnswer(TypedDict):
    authority_order: ShownAuthorityOrder


class AuthorityOrdersAnswer(TypedDict):
    authority_orders: list[ShownAuthorityOrder]
    next: str | None


def authority_order_answer(order: AuthorityOrder) -> AuthorityOrderAnswer:
    return {"authority_order": _shown(order)}


def authority_orders_answer(
    orders: Sequence[AuthorityOrder], cursor: str | None
) -> AuthorityOrdersAnswer:
    return {"authority_orders": [_shown(each) for each in orders], "next": cursor}


def _shown(order: AuthorityOrder) -> ShownAuthorityOrder:
    return {
        "id": order["id"],
        "kind": order["kind"],
        "issuing_state": order["issuing_state"],
        "category": order.get("category"),
        "concerns": order["concerns"],
        "item_id": order.get("item_id"),
        "user_id": order.get("user_id"),
        "decision_id": order.get("decision_id"),
        "received_at": to_rfc3339(order["received_at"]),
        "acknowledged_at": _time(order.get("acknowledged_at")),
        "given_effect_at": _time(order.get("given_effect_at")),
        "closed_at": _time(order.get("closed_at")),
        "by": order["by"],
        "created_at": to_rfc3339(order["created_at"]),
        "updated_at": to_rfc3339(order["updated_at"]),
    }


def _time(at: int | None) -> str | None:
    return None if at is None else to_rfc3339(at)
