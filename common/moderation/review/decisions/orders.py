"""What a decision has the app's own actions do; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order, action_order, that_carry_out
from common.domain.action import Action
from common.domain.callback import VALUES, CallbackData
from common.domain.delivery import Why
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.webhook import EventType
from common.moderation.resources.action_values import check_values
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Custom
from common.moderation.review.decisions.subject import Subject
from common.views import callback_data

_TOLD_AS = {
    "delete_messages": EventType.USER_MESSAGES_DELETED,
    "mark_messages_deleted": EventType.USER_MESSAGES_DELETED,
}
"""Options that are an event of their own, whatever they are about."""


def orders_of(
    decision: Decision, subject: Subject, actions: Mapping[str, Action], now: int
) -> list[Order]:
    """Delivered like a rule's. Raises Invalid for an action that the app does not have."""
    chosen = _chosen(decision, subject, actions)
    return [_order(decision, subject, action, now) for action in chosen]


def check_is_heard(decision: Decision, subject: Subject, configuration: Configuration) -> None:
    """Raises Invalid for what only the customer's platform can carry out, where nothing tells it:
    no action of the app that carries out the type, and no webhook of the item or of the option.
    """
    type, options = decision.type, decision.options
    events = subject.item is not None and configuration.webhooks_for(EventType.ITEM_UPDATED)
    if events or that_carry_out(configuration.actions.values(), type.name):
        return
    unheard = [
        f"{type.name}.{option}"
        for option in options.for_platform()
        if option not in _TOLD_AS or not configuration.webhooks_for(_TOLD_AS[option])
    ]
    for name in (*unheard, *(("action_type",) if type.is_of_platform else ())):
        raise Invalid.field(
            name,
            f"is for the app's own server, and no action that carries out {type.name} tells it",
        )


def _chosen(decision: Decision, subject: Subject, actions: Mapping[str, Action]) -> list[Action]:
    options = decision.options
    if not isinstance(options, Custom):
        return that_carry_out(actions.values(), decision.type.name)
    if options.id not in actions:
        raise Invalid.field("custom.id", f"names {options.id!r}, which is not an action of the app")
    if subject.item is None:
        raise Invalid.field("item_id", "is required for a custom action")
    takes = actions[options.id].get("takes")
    if takes:
        check_values(options.id, takes, options.options or {}, "custom.options")
    return [actions[options.id]]


def _order(decision: Decision, subject: Subject, action: Action, now: int) -> Order:
    names = (subject.item_id or subject.user_id, action["id"], decision.moderator, str(now))
    why: Why = {"moderator_id": decision.moderator, "reason": decision.reason}
    data: dict[str, Any] = {**_data(decision, subject, action["id"])}
    if action.get("takes"):
        data[VALUES] = data.get("options", {})
    id = derived_id("moderator's action", *names)
    return action_order(action, id, subject.item_id, subject.user_id, data, why)


def _data(decision: Decision, subject: Subject, action: str) -> CallbackData:
    """What the moderator said goes along: how long a ban is, and why."""
    options = decision.options
    said = (options.options or {}) if isinstance(options, Custom) else decision.said
    if subject.item is None:
        data = callback_data.about_user(subject.user_id, action)
    else:
        data = callback_data.about_item(subject.item, action)
    data["moderator_id"] = decision.moderator
    if subject.user_id:
        data["user_id"] = subject.user_id
    if said:
        data["options"] = dict(said)
    return data
