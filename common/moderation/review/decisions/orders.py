"""What a decision has the app's own actions do; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.delivery.outbox import Order, action_order, that_carry_out
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.moderation.review.decisions.decision import Decision, Target
from common.moderation.review.decisions.options import Custom
from common.store.store import Data
from common.views import callback_data


def orders_of(
    decision: Decision, target: Target, actions: Mapping[str, Data], now: int
) -> list[Order]:
    """Delivered like a rule's. Raises Invalid for an action that the app does not have."""
    chosen = _chosen(decision, target, actions)
    return [_order(decision, target, action, now) for action in chosen]


def _chosen(decision: Decision, target: Target, actions: Mapping[str, Data]) -> list[Data]:
    options = decision.options
    if not isinstance(options, Custom):
        return that_carry_out(actions.values(), decision.type.name)
    if options.id not in actions:
        raise Invalid.field("custom.id", f"names {options.id!r}, which is not an action of the app")
    if target.item is None:
        raise Invalid.field("item_id", "is required for a custom action")
    return [actions[options.id]]


def _order(decision: Decision, target: Target, action: Data, now: int) -> Order:
    names = (target.item_id or target.user_id, action["id"], decision.moderator, str(now))
    why = {"moderator_id": decision.moderator, "reason": decision.reason}
    data = {**_data(decision, target, action["id"]), "moderator_id": decision.moderator}
    id = derived_id("moderator's action", *names)
    return action_order(action, id, target.item_id, target.user_id, data, why)


def _data(decision: Decision, target: Target, action: str) -> dict[str, Any]:
    """What the moderator said goes along: how long a ban is, and why."""
    options = decision.options
    said = (options.options or {}) if isinstance(options, Custom) else decision.said
    named = {"options": dict(said)} if said else {}
    if target.item is None:
        return {**callback_data.about_user(target.user_id, action), **named}
    about = {"user_id": target.user_id} if target.user_id else {}
    return {**callback_data.about_item(target.item.data, action), **about, **named}
