"""A moderator's decision on an item or a user (contract section 7)."""

from __future__ import annotations

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.item import item_id, item_key
from common.domain.user import user_key
from common.moderation.content.checks import ATTEMPTS
from common.moderation.reports import flags
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review.decisions.changes import Changes, changes_of, subject_of
from common.moderation.review.decisions.decision import Decision, Target, user_of
from common.moderation.review.decisions.options import Custom
from common.moderation.review.decisions.orders import orders_of
from common.moderation.webhooks.events import Notices
from common.store.store import Conflict, Data, Document


async def decide(context: Context, app: str, decision: Decision, now: int) -> Data | None:
    """Returns the item as it is afterwards, None where only a user was named."""
    effect_of = decision.type.effect
    if effect_of is None:
        return await _flag(context, app, decision, now)
    for _ in range(ATTEMPTS):
        target = await _target(context, app, decision)
        effect = effect_of(subject_of(target, now), decision.options, decision.moderator)
        changes = changes_of(app, decision, effect, target, now)
        outbox = await _ordered(context, app, decision, target, changes, now)
        try:
            await context.store.commit([*changes.writes, *outbox.writes()])
        except Conflict:
            continue
        await outbox.publish()
        return changes.item
    raise TryAgain("the item is being changed by many at once")


async def _flag(context: Context, app: str, decision: Decision, now: int) -> Data:
    options = decision.options
    if not isinstance(options, FlagOptions):
        raise TypeError(f"{decision.type.name} has no effect and is no flag")
    complaint = flags.complaint_of(options, decision.moderator, "moderator", is_decision=True)
    return await flags.flag(context, app, [complaint], now)


async def _target(context: Context, app: str, decision: Decision) -> Target:
    item = await _item(context, app, decision)
    user_id = user_of(decision, item.data if item else None)
    (user,) = await context.store.get([user_key(app, user_id)]) if user_id else [None]
    return Target(item, user_id, user)


async def _item(context: Context, app: str, decision: Decision) -> Document | None:
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


async def _ordered(
    context: Context, app: str, decision: Decision, target: Target, changes: Changes, now: int
) -> Outbox:
    """What is to be sent: to the app's own actions, and to its webhooks."""
    configuration = await context.configurations.of(app)
    outbox = Outbox(context, app, now)
    for order in orders_of(decision, target, configuration.documents["action"], now):
        await outbox.add(order)
    if changes.item is not None:
        notices = Notices(context, configuration, outbox, now)
        custom = decision.options if isinstance(decision.options, Custom) else None
        await notices.of_decision(changes.item, changes.entry, custom)
    return outbox
