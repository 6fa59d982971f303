"""An order by an authority: to act against content, or to give information."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

OrderKind = Literal["act", "information"]


class AuthorityOrder(TypedDict):
    """As the app entered it last, under its own `id`; `by` is who did. `issuing_state` is a code of
    the EU's transparency database, as is a `category`. `concerns` says what it is about, `item_id`
    and `user_id` what and whom in Gavel, and `decision_id` is the log's entry of what gave effect
    to it. It was received, acknowledged, given effect and closed at the times that it has. Times
    are nanoseconds.
    """

    id: str
    kind: OrderKind
    issuing_state: str
    concerns: str
    by: str
    received_at: int
    created_at: int
    updated_at: int
    category: NotRequired[str]
    item_id: NotRequired[str]
    user_id: NotRequired[str]
    decision_id: NotRequired[str]
    acknowledged_at: NotRequired[int]
    given_effect_at: NotRequired[int]
    closed_at: NotRequired[int]


AUTHORITY_ORDERS: Collection[AuthorityOrder] = Collection("authority_order")


def authority_order_key(app: str, id: str) -> Key[AuthorityOrder]:
    return Key(app, AUTHORITY_ORDERS, id)
