"""What rules do to the author, in the commit that records the evaluation: a flag, or a ban."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from common.delivery.outbox import Order, action_order, that_carry_out
from common.domain.action import Action
from common.domain.flag import RULE, new_flag
from common.domain.follow_up import follow_up_key, new_follow_up
from common.domain.ids import derived_id
from common.domain.item import OUT, Item, QueueBefore, author_of, item_key, queue_before
from common.domain.log import LogEntry
from common.domain.options import Waiting
from common.domain.times import MINUTE, SECOND
from common.domain.user import User
from common.moderation.enforcement import triggering
from common.moderation.enforcement.automatic_bans import Asked, ban_author, can_ban, is_banned_so
from common.moderation.enforcement.effects import UserEffect
from common.moderation.enforcement.firings import Firings, cause_of
from common.moderation.enforcement.holding import stored_ban
from common.moderation.enforcement.limits import Limits
from common.moderation.enforcement.user_flags import flag_user, user_item_id
from common.moderation.users.banning import NewBan
from common.moderation.webhooks.events import ItemChange
from common.queue.messages import DueFollowUp
from common.store.unit_of_work import UnitOfWork
from common.views import callback_data

if TYPE_CHECKING:
    from common.rules.rule import Ban


@dataclass(frozen=True, slots=True)
class RuleBan:
    """The user as they are then, with the ban as the last of theirs. `deletes` is how messages go
    with it, empty where they stay.
    """

    user: User
    entry: LogEntry
    deletes: str = ""


@dataclass(slots=True)
class UserEffects:
    bans: list[RuleBan] = field(default_factory=list)
    flagged: list[ItemChange] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)


async def take(
    unit: UnitOfWork,
    app: str,
    item: Item,
    effects: Iterable[UserEffect],
    firings: Firings,
    actions: Mapping[str, Action],
    limits: Limits,
    now: int,
) -> UserEffects:
    """One content makes a rule do it once, however often it is looked at."""
    done = UserEffects()
    for each in effects:
        if not author_of(item) or not firings.is_new(each.match):
            continue
        effect = limits.effect(each.match.rule_id, each.effect.type)
        if each.effect.type == "flag_user":
            before = await _queue_before(unit, app, item)
            change = await _flag(unit, app, item, each, now)
            if change is not None:
                done.flagged.append(change)
                effect.update({"result": "done", "id": change.id, "before": before})
            continue
        asked, orders = _terms(item, each), _orders(item, each, actions)
        deletes = each.effect.ban.delete_messages
        if await can_ban(unit, app, item, asked, now):
            stop = await limits.stop_ban(each.match.rule_id)
            if stop is not None:
                await limits.hold_ban(each, orders, stored_ban(asked, deletes), stop)
                continue
        elif await is_banned_so(unit, app, item, asked, now):
            effect["result"] = "already"
        made = await ban_by_rule(unit, app, item, asked, deletes, now)
        if made is not None:
            done.bans.append(made)
            done.orders += orders
            ids = [order.id for order in orders]
            effect.update({"result": "done", "id": made.entry["id"], "deliveries": ids})
    return done


async def _queue_before(unit: UnitOfWork, app: str, item: Item) -> QueueBefore:
    known = await unit.get(item_key(app, user_item_id(app, author_of(item))))
    return queue_before(known) if known is not None else OUT


async def _flag(
    unit: UnitOfWork, app: str, item: Item, asked: UserEffect, now: int
) -> ItemChange | None:
    match = asked.match
    flag = new_flag(_id("flag user", item, asked), "", RULE, now)
    flag["reason"], flag["labels"] = asked.effect.reason or match.name, [match.name]
    named = {"rule_id": match.rule_id, "rule_version": match.version}
    flag["custom"] = {**named, "item_id": item["id"]}
    return await flag_user(unit, app, author_of(item), flag, now, **named)


async def ban_by_rule(
    unit: UnitOfWork, app: str, item: Item, asked: Asked, delete_messages: str, now: int
) -> RuleBan | None:
    made = await ban_author(unit, app, item, asked, now)
    if made is None:
        return None
    user, entry = made
    if delete_messages:
        _delete_messages(unit, app, user["id"], entry, delete_messages, now)
    return RuleBan(user, entry, delete_messages)


def _terms(item: Item, asked: UserEffect) -> Asked:
    match, terms = asked.match, asked.effect.ban
    reason = asked.effect.reason or match.name
    new = NewBan(minutes=minutes(terms), shadow=terms.shadow, reason=reason, with_address=terms.ip)
    since = max(triggering.caused_at(item, match.scope, by_replaced=False), 1)
    custom = {"rule_id": match.rule_id, "rule_version": match.version, **said(terms)}
    return Asked(new, since, reason, custom, ("log", "ban by rule", _id("ban", item, asked)))


def _delete_messages(
    unit: UnitOfWork, app: str, user_id: str, entry: LogEntry, how: str, now: int
) -> None:
    """What the user has waiting is deleted bit by bit, as after a moderator's ban."""
    mode = Waiting(how)
    due = new_follow_up(entry["id"], user_id, "ban", "", entry["reason"], mode, now)
    unit.create(follow_up_key(app, due["id"]), due)
    unit.send(DueFollowUp(app, due["id"]))


def minutes(terms: Ban) -> int | None:
    """Rounded up, as bans are counted in minutes; None for good."""
    return None if terms.seconds is None else max(1, -(-terms.seconds * SECOND // MINUTE))


def said(terms: Ban) -> dict[str, Any]:
    timeout = minutes(terms)
    return {
        **({"timeout": timeout} if timeout is not None else {}),
        "shadow": terms.shadow,
        **({"ip_ban": True} if terms.ip else {}),
        **({"delete_messages": terms.delete_messages} if terms.delete_messages else {}),
    }


def _orders(item: Item, asked: UserEffect, actions: Mapping[str, Action]) -> Sequence[Order]:
    carrying_out = that_carry_out(actions.values(), "ban")
    return [_order(item, asked, author_of(item), action) for action in carrying_out]


def _order(item: Item, asked: UserEffect, user_id: str, action: Action) -> Order:
    match = asked.match
    data = callback_data.about_item(item, action["id"])
    data["user_id"] = user_id
    data["options"] = said(asked.effect.ban)
    return action_order(
        action,
        _id("order", item, asked, action["id"]),
        item["id"],
        user_id,
        dict(data),
        {"rule_id": match.rule_id, "rule_version": match.version, "rule_name": match.name},
        caused_at=item.get("content_at", 0),
    )


def _id(what: str, item: Item, asked: UserEffect, *name: str) -> str:
    return derived_id("rule's effect", what, asked.match.rule_id, cause_of(item), *name)
