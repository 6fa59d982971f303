"""A moderator's decision on an item or a user (contract section 7)."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.item import Item, item_id, item_key
from common.domain.user import user_key
from common.moderation.content.checks import ATTEMPTS
from common.moderation.reports import flags
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review.decisions.changes import Changes, changes_of, subject_of
from common.moderation.review.decisions.decision import Decision, Target, user_of
from common.moderation.review.decisions.options import Custom
from common.moderation.review.decisions.orders import orders_of
from common.moderation.webhooks.events import WebhookEvents
from common.store.deciding import decide as retry
from common.store.store import Document
from common.store.unit_of_work import UnitOfWork


async def decide(context: Context, app: str, decision: Decision, now: int) -> Item | None:
    """Returns the item as it is afterwards, None where only a user was named."""
    effect_of = decision.type.effect
    if effect_of is None:
        return await _flag(context, app, decision, now)

    async def attempt() -> Item | None:
        target = await _target(context, app, decision)
        effect = effect_of(subject_of(target, now), decision.options, decision.moderator)
        changes = changes_of(app, decision, effect, target, now)
        unit = UnitOfWork(context.store)
        unit.add(*changes.writes)
        await _order(context, app, decision, target, changes, Outbox(unit, app, now), now)
        await unit.commit()
        return changes.item

    return await retry(attempt, ATTEMPTS, TryAgain("the item is being changed by many at once"))


async def _flag(context: Context, app: str, decision: Decision, now: int) -> Item:
    options = decision.options
    if not isinstance(options, FlagOptions):
        raise TypeError(f"{decision.type.name} has no effect and is no flag")
    new = flags.new_flag_of(options, decision.moderator, "moderator", is_decision=True)
    return await flags.flag(context, app, [new], now)


async def _target(context: Context, app: str, decision: Decision) -> Target:
    item = await _item(context, app, decision)
    user_id = user_of(decision, item.data if item else None)
    (user,) = await context.store.get([user_key(app, user_id)]) if user_id else [None]
    return Target(item, user_id, user)


async def _item(context: Context, app: str, decision: Decision) -> Document[Item] | None:
    """None where only a user is named. Raises NotFound for an item that does not exist."""
    id = decision.item_id or _named_item(app, decision)
    if not id:
        if decision.named_user:
            return None
        raise Invalid.field("item_id", "is required")
    (document,) = await context.store.get([item_key(app, id)])
    if document is None and not decision.item_id and decision.named_user:
        return None
    if document is None:
        raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
    return document


def _named_item(app: str, decision: Decision) -> str:
    named = decision.options.named()
    if not named.entity_id:
        return ""
    if not named.entity_type:
        name = f"{decision.type.name}.entity_type"
        raise Invalid.field(name, "is required with entity_id")
    return item_id(app, named.entity_type, named.entity_id)


async def _order(
    context: Context,
    app: str,
    decision: Decision,
    target: Target,
    changes: Changes,
    outbox: Outbox,
    now: int,
) -> None:
    """What is to be sent: to the app's own actions, and to its webhooks."""
    configuration = await context.configurations.of(app)
    for order in orders_of(decision, target, configuration.actions, now):
        await outbox.add(order)
    if changes.item is not None:
        events = WebhookEvents(context, configuration, outbox, now)
        custom = decision.options if isinstance(decision.options, Custom) else None
        await events.of_decision(changes.item, changes.entry, custom)
