"""Keeping what a cap stops, or what takes a second person, until a person releases or drops it,
and telling that person once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from common.delivery.outbox import Order
from common.domain.enforcement import CapKind, HeldBan, HeldEnforcement, Source, held_key
from common.domain.flag import RULE, Flag, name_entity, new_flag
from common.domain.ids import derived_id, ordered_id
from common.domain.item import Item, author_of
from common.domain.log import log_key, new_entry
from common.domain.rule import HeldCondition
from common.domain.times import HOUR
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.moderation.enforcement.automatic_bans import Asked

STOPPED = {
    "app": "the app's cap of an hour is reached",
    "rule": "the rule's cap of an hour is reached",
    "loop": "the rule has acted too often on the same item within an hour",
    "second_person": "it takes a second person",
}


class Holding:
    """Of one evaluation of one item; `flags` are those that tell a moderator of it."""

    def __init__(self, unit: UnitOfWork, app: str, item: Item, now: int) -> None:
        self._unit = unit
        self._app = app
        self._item = item
        self._now = now
        self.flags: list[Flag] = []

    async def hold(
        self,
        id: str,
        action: str,
        source: Source,
        why: Sequence[HeldCondition],
        cap: CapKind,
        orders: Iterable[Order],
        ban: HeldBan | None = None,
    ) -> str:
        """Its id. Of a loop one is held an hour, as all of it are the same action on the same
        item.
        """
        if cap == "loop":
            hour = str(self._now // HOUR)
            id = derived_id("loop", self._item["id"], source.rule_id, action, hour)
        key = held_key(self._app, id)
        if await self._unit.get(key) is None:
            held: HeldEnforcement = {
                "id": id,
                "at": self._now,
                "status": "held",
                "cap": cap,
                "action": action,
                "rule_id": source.rule_id,
                "rule_name": source.name,
                "rule_version": source.version,
                "item_id": self._item["id"],
                "entity_type": self._item["entity_type"],
                "entity_id": self._item["entity_id"],
                "user_id": author_of(self._item),
                "why": list(why),
                "orders": [stored(order) for order in orders],
            }
            if ban is not None:
                held["ban"] = ban
            if source.engine:
                held["engine"] = source.engine
            self._unit.create(key, held)
        await self._tell(source, cap)
        return id

    async def _tell(self, source: Source, cap: CapKind) -> None:
        """Once for a rule and hour: in the log, and by the item before the moderators."""
        custom = {**naming(source), "cap": cap}
        if not await self.notice("held", source, STOPPED[cap], custom):
            return
        flag = new_flag(
            derived_id("held", self._item["id"], str(self._item["revision"]), *_name(source)),
            self._item["id"],
            source.engine or RULE,
            self._now,
        )
        name_entity(flag, self._item)
        flag["reason"], flag["labels"] = f"{source.name}: {STOPPED[cap]}", [source.name]
        flag["custom"] = {**custom, "held": []}
        self.flags.append(flag)

    async def notice(self, type: str, source: Source, problem: str, custom: dict[str, Any]) -> bool:
        """One unread entry of the log for a rule and hour; whether this is the one."""
        hour = self._now - self._now % HOUR
        id = ordered_id(hour, "rule's notice", type, *_name(source))
        key = log_key(self._app, id)
        if await self._unit.get(key) is not None:
            return False
        entry = new_entry(
            self._app,
            "rule",
            type,
            self._now,
            item_id=self._item["id"],
            user_id=self._item["creator_id"],
            reason=f"{source.name}: {problem}",
            result=type,
            unread=True,
            custom=custom,
        ).data
        entry["id"] = id
        self._unit.create(key, entry)
        return True


def naming(source: Source) -> dict[str, Any]:
    """As entries of the log have it."""
    if source.engine:
        return {"engine": source.engine}
    return {"rule_id": source.rule_id, "rule_version": source.version}


def _name(source: Source) -> tuple[str, ...]:
    return ("of an engine", source.engine) if source.engine else (source.rule_id,)


def stored(order: Order) -> dict[str, Any]:
    return {**asdict(order), "reverses": list(order.reverses)}


def order_of(kept: dict[str, Any]) -> Order:
    return Order(**{**kept, "reverses": tuple(kept["reverses"])})


def stored_ban(asked: Asked, delete_messages: str) -> HeldBan:
    return {
        "new": asdict(asked.ban),
        "since": asked.since,
        "reason": asked.reason,
        "custom": dict(asked.custom),
        "derived_from": list(asked.derived_from),
        "delete_messages": delete_messages,
    }
