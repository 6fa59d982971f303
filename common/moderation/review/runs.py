"""Running one of the app's own actions by hand, on content or on a user: it decides nothing, and is
delivered in order like what a rule or a decision calls.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.delivery.outbox import Order, Outbox, action_order
from common.domain.action import Action, action_key
from common.domain.callback import VALUES, CallbackData
from common.domain.delivery import Delivery, Why, delivery_key
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.item import Item, author_of, item_id, item_key
from common.domain.item_lists import add_ids
from common.domain.log import LogEntry, new_entry
from common.domain.settings import are_statements_made, preferences_of
from common.domain.webhook import EventType
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement.stated import Sent, ordered, reverse_by_orders
from common.moderation.resources.action_values import check_values
from common.moderation.review.decisions.settling import settled_first
from common.moderation.review.decisions.waiting import check_action
from common.moderation.statements.evidence import evidence_of
from common.moderation.statements.stating import Stating
from common.moderation.webhooks.announcer import Announcer
from common.store.deciding import until_committed
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork
from common.views import callback_data


@dataclass(frozen=True, slots=True)
class Run:
    """Of `action`, on an item or on a user: one of the two is named, content by its item or by its
    entity. The same `key` is the same run.
    """

    action: str
    moderator: str
    key: str
    item_id: str = ""
    entity_type: str = ""
    entity_id: str = ""
    target: str = ""
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


async def run(context: Context, app: str, wanted: Run, now: int) -> Delivery:
    """Its delivery; of what was run before under its key, that one. Raises NotFound for an action
    or content that does not exist, and Invalid for what the action cannot be run on or takes
    otherwise.
    """
    _check_named(wanted)
    await _check_reason(context, app, wanted.reason)

    async def attempt() -> Delivery:
        unit = UnitOfWork(context.store)
        item = await _item(unit, app, wanted)
        if item is not None and await settled_first(context, app, item, now):
            unit = UnitOfWork(context.store)
            item = await _item(unit, app, wanted)
        return await _run(context, unit, app, wanted, item, now)

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def _run(
    context: Context, unit: UnitOfWork, app: str, wanted: Run, item: Item | None, now: int
) -> Delivery:
    action = await unit.get(action_key(app, wanted.action))
    if action is None:
        raise NotFound(f"there is no action {wanted.action!r}", {"id": "does not exist"})
    configuration = await context.configurations.of(app)
    check_action(action, configuration.settings)
    check_values(wanted.action, action.get("takes") or {}, wanted.values, VALUES)
    order = _order(app, wanted, action, item)
    known = await unit.get(delivery_key(app, order.id))
    if known is not None:
        _check_is_same(known, order)
        return known
    entry = _entry(app, wanted, order, item, now)
    unit.add(entry)
    if item is not None:
        add_ids(item, actions=[entry.data["id"]])
    outbox = Outbox(unit, app, now)
    delivery = await outbox.add(order)
    announcer = Announcer(context, configuration, outbox, now)
    if item is not None:
        await _tell(announcer, wanted, item, entry.data)
    if are_statements_made(configuration.settings):
        stating, sent = Stating(context, unit, configuration, now), Sent([(order, delivery)])
        evidence = evidence_of(configuration, item)
        await stating.state(ordered(order, "moderator", evidence, item, reason=wanted.reason))
        await reverse_by_orders(stating, sent, wanted.moderator)
        await stating.tell(announcer)
    await unit.commit()
    return delivery


def _check_named(wanted: Run) -> None:
    entity = bool(wanted.entity_type or wanted.entity_id)
    if entity and not wanted.entity_id:
        raise Invalid.field("entity_id", "is required with entity_type")
    if entity and not wanted.entity_type:
        raise Invalid.field("entity_type", "is required with entity_id")
    named = [
        name
        for name, is_named in (
            ("item_id", wanted.item_id),
            ("entity_id", entity),
            ("target_user_id", wanted.target),
        )
        if is_named
    ]
    if not named:
        raise Invalid.field("item_id", "is required, or entity_id, or target_user_id")
    if len(named) > 1:
        raise Invalid.field(named[1], f"cannot be given with {named[0]}")


async def _check_reason(context: Context, app: str, reason: str) -> None:
    configuration = await context.configurations.of(app)
    allowed = preferences_of(configuration.settings)["allowed_moderation_action_reasons"]
    if allowed and reason and reason not in allowed:
        raise Invalid.field("reason", f"can be {', '.join(allowed)}")


async def _item(unit: UnitOfWork, app: str, wanted: Run) -> Item | None:
    """None where a user is named."""
    if wanted.target:
        return None
    id = wanted.item_id or item_id(app, wanted.entity_type, wanted.entity_id)
    item = await unit.get(item_key(app, id))
    if item is None:
        name = "item_id" if wanted.item_id else "entity_id"
        raise NotFound(f"{name} names content that nobody has submitted", {name: "does not exist"})
    return item


def _order(app: str, wanted: Run, action: Action, item: Item | None) -> Order:
    if item is None and action["kind"] == "post":
        problem = f"names a user, and the action {wanted.action!r} is for content"
        raise Invalid.field("target_user_id", problem)
    user = wanted.target or (author_of(item) if item is not None else "")
    if not user and action["kind"] == "user":
        name = "item_id" if wanted.item_id else "entity_id"
        raise Invalid.field(name, "is of content without a creator, and the action is for users")
    about = item["id"] if item is not None else ""
    id = derived_id("run by hand", app, wanted.action, about or user, wanted.key)
    data = dict(_data(wanted, item, user))
    why: Why = {"moderator_id": wanted.moderator, "reason": wanted.reason}
    return action_order(action, id, about, user, data, why)


def _data(wanted: Run, item: Item | None, user: str) -> CallbackData:
    if item is None:
        data = callback_data.about_user(user, wanted.action)
    else:
        data = callback_data.about_item(item, wanted.action)
        data["user_id"] = user
    data["moderator_id"] = wanted.moderator
    if wanted.reason:
        data["reason"] = wanted.reason
    if wanted.values:
        data["values"] = dict(wanted.values)
    return data


def _check_is_same(known: Delivery, order: Order) -> None:
    """Raises Invalid where the key was used to run it otherwise."""
    passed = known["data"].get(VALUES), order.data.get(VALUES)
    if known["why"] != order.why or passed[0] != passed[1]:
        raise Invalid.field("idempotency_key", "is that of another run of this action on the same")


def _entry(app: str, wanted: Run, order: Order, item: Item | None, now: int) -> Create[LogEntry]:
    custom: dict[str, Any] = {
        "id": wanted.action,
        "action_id": wanted.action,
        "delivery_id": order.id,
    }
    if wanted.values:
        custom[VALUES] = dict(wanted.values)
    return new_entry(
        app,
        "action",
        "custom",
        now,
        user_id=order.data.get("user_id", ""),
        by=wanted.moderator,
        reason=wanted.reason,
        custom=custom,
        derived_from=("log", "run by hand", order.id),
        about=item,
    )


async def _tell(announcer: Announcer, wanted: Run, item: Item, entry: LogEntry) -> None:
    if not announcer.wants(EventType.CUSTOM_ACTION):
        return
    from common.views import webhook_events

    review_item = await announcer.review_item(item)
    values = dict(wanted.values)
    event = webhook_events.custom_action(review_item, wanted.action, values, entry["at"])
    await announcer.of_item(item["id"], entry["id"], [event])
