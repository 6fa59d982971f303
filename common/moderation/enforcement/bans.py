"""Bans that a policy asks for, once to a user, in the commit that records the evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.delivery.outbox import Order, action_order, that_carry_out
from common.domain.action import Action
from common.domain.enforcement import Source
from common.domain.ids import derived_id
from common.domain.item import Item, author_of
from common.domain.labels import BanTerms, LabelDocument
from common.domain.log import LogEntry
from common.domain.user import User
from common.moderation.enforcement.automatic_bans import Asked, ban_author, can_ban
from common.moderation.enforcement.holding import stored_ban
from common.moderation.enforcement.limits import Limits
from common.moderation.users.banning import NewBan
from common.store.unit_of_work import UnitOfWork
from common.views import callback_data


@dataclass(frozen=True, slots=True)
class MadeBan:
    """The user as they are then, with the ban as the last of theirs."""

    user: User
    entry: LogEntry
    orders: list[Order]


@dataclass(frozen=True, slots=True)
class _Asked:
    engine: str
    label: str
    terms: BanTerms


async def ban_creator(
    unit: UnitOfWork,
    app: str,
    item: Item,
    labels: Iterable[LabelDocument],
    actions: Mapping[str, Action],
    limits: Limits,
    now: int,
) -> MadeBan | None:
    """Where the labels ask for it, which the item has or had. None for who is banned already, for
    moderators and those whose content passes unmoderated, where a moderator has lifted a ban
    since what it is for, and where the app's cap holds it for a person.
    """
    user_id, asked = author_of(item), _asked(labels)
    if asked is None or not user_id:
        return None
    terms = _terms(item, asked)
    carrying_out = that_carry_out(actions.values(), "ban")
    orders = [_order(item, user_id, action, asked) for action in carrying_out]
    if await can_ban(unit, app, item, terms, now):
        source = Source("", f"{asked.engine}: {asked.label}", 0, asked.engine)
        id = derived_id("engine's ban", item["id"], str(item["revision"]))
        if await limits.holds_ban(orders, source, (), stored_ban(terms, ""), id):
            return None
    made = await ban_author(unit, app, item, terms, now)
    return MadeBan(*made, orders) if made is not None else None


def _asked(labels: Iterable[LabelDocument]) -> _Asked | None:
    """The hardest: a ban before a shadow ban, the longest of them."""
    found = [_Asked(each["engine"], each["name"], each["ban"]) for each in labels if "ban" in each]
    return max(found, key=lambda each: _weight(each.terms), default=None)


def _weight(terms: BanTerms) -> tuple[bool, float]:
    minutes = terms["minutes"]
    return not terms["shadow"], float("inf") if minutes is None else minutes


def _terms(item: Item, asked: _Asked) -> Asked:
    terms = asked.terms
    new = NewBan(
        minutes=terms["minutes"],
        shadow=terms["shadow"],
        reason=f"{asked.engine}: {asked.label}",
        with_address=bool(terms.get("ip")),
    )
    custom = {"engine": asked.engine, **_said(terms)}
    derived_from = ("log", "ban", item["id"], str(item["revision"]))
    return Asked(new, terms["since"], asked.label, custom, derived_from)


def _order(item: Item, user_id: str, action: Action, asked: _Asked) -> Order:
    data = callback_data.about_item(item, action["id"])
    data["user_id"] = user_id
    data["options"] = _said(asked.terms)
    return action_order(
        action,
        derived_id("engine's ban", item["id"], str(item["revision"]), action["id"]),
        item["id"],
        user_id,
        dict(data),
        {"reason": f"{asked.engine}: {asked.label}"},
        caused_at=item.get("content_at", 0),
    )


def _said(terms: BanTerms) -> dict[str, object]:
    timeout = {} if terms["minutes"] is None else {"timeout": terms["minutes"]}
    by_address = {"ip_ban": True} if terms.get("ip") else {}
    return {**timeout, "shadow": terms["shadow"], **by_address}
