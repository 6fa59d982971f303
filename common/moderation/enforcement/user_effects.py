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
from common.domain.item import Item, author_of
from common.domain.log import LogEntry
from common.domain.options import Waiting
from common.domain.times import MINUTE, SECOND
from common.domain.user import User
from common.moderation.enforcement import triggering
from common.moderation.enforcement.automatic_bans import Asked, ban_author
from common.moderation.enforcement.effects import UserEffect
from common.moderation.enforcement.firings import Firings, cause_of
from common.moderation.enforcement.user_flags import flag_user
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
    now: int,
) -> UserEffects:
    """One content makes a rule do it once, however often it is looked at."""
    done = UserEffects()
    for each in effects:
        if not author_of(item) or not firings.is_new(each.match.rule_id):
            continue
        if each.effect.type == "flag_user":
            change = await _flag(unit, app, item, each, now)
            done.flagged += [change] if change is not None else []
        else:
            made = await _ban(unit, app, item, each, now)
            if made is not None:
                done.bans.append(made)
                done.orders += _orders(item, each, made, actions)
    return done


async def _flag(
    unit: UnitOfWork, app: str, item: Item, asked: UserEffect, now: int
) -> ItemChange | None:
    match = asked.match
    flag = new_flag(_id("flag user", item, asked), "", RULE, now)
    flag["reason"], flag["labels"] = asked.effect.reason or match.name, [match.name]
    flag["custom"] = {"rule_id": match.rule_id, "item_id": item["id"]}
    return await flag_user(unit, app, author_of(item), flag, now, rule_id=match.rule_id)


async def _ban(
    unit: UnitOfWork, app: str, item: Item, asked: UserEffect, now: int
) -> RuleBan | None:
    terms = asked.effect.ban
    made = await ban_author(unit, app, item, _terms(item, asked), now)
    if made is None:
        return None
    user, entry = made
    if terms.delete_messages:
        _delete_messages(unit, app, user["id"], entry, terms, now)
    return RuleBan(user, entry, terms.delete_messages)


def _terms(item: Item, asked: UserEffect) -> Asked:
    match, terms = asked.match, asked.effect.ban
    reason = asked.effect.reason or match.name
    new = NewBan(minutes=minutes(terms), shadow=terms.shadow, reason=reason, with_address=terms.ip)
    since = max(triggering.caused_at(item, match.scope, by_replaced=False), 1)
    custom = {"rule_id": match.rule_id, **said(terms)}
    return Asked(new, since, reason, custom, ("log", "ban by rule", _id("ban", item, asked)))


def _delete_messages(
    unit: UnitOfWork, app: str, user_id: str, entry: LogEntry, terms: Ban, now: int
) -> None:
    """What the user has waiting is deleted bit by bit, as after a moderator's ban."""
    mode = Waiting(terms.delete_messages)
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


def _orders(
    item: Item, asked: UserEffect, made: RuleBan, actions: Mapping[str, Action]
) -> Sequence[Order]:
    carrying_out = that_carry_out(actions.values(), "ban")
    return [_order(item, asked, made.user["id"], action) for action in carrying_out]


def _order(item: Item, asked: UserEffect, user_id: str, action: Action) -> Order:
    data = callback_data.about_item(item, action["id"])
    data["user_id"] = user_id
    data["options"] = said(asked.effect.ban)
    return action_order(
        action,
        _id("order", item, asked, action["id"]),
        item["id"],
        user_id,
        dict(data),
        {"rule_id": asked.match.rule_id, "rule_name": asked.match.name},
        caused_at=item.get("content_at", 0),
    )


def _id(what: str, item: Item, asked: UserEffect, *name: str) -> str:
    return derived_id("rule's effect", what, asked.match.rule_id, cause_of(item), *name)
