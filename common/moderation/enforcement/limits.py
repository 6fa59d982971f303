"""What keeps a rule from doing too much: caps, how often it acts on the same item, and what takes
a second person.

A rule's effects never have rules evaluated again by themselves. What a customer's server makes of
a call may, by sending the content anew, so a rule that goes on acting on one item is stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order
from common.domain.action import FLAG_FOR_REVIEW
from common.domain.enforcement import BAN_USER, CapKind, HeldBan, Source
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import RuleEffect
from common.domain.rule import HeldCondition, firing_name
from common.domain.second_person import action_takes_two, machines_wait, rules_wait
from common.domain.times import HOUR
from common.moderation.enforcement.caps import Caps, is_capped
from common.moderation.enforcement.effects import UserEffect
from common.moderation.enforcement.holding import Holding, naming
from common.moderation.enforcement.naming import reasons
from common.moderation.enforcement.outcome import Outcome
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.rules.evaluator import Match

MOST_ON_ITEM = 50
"""Times an hour that a rule may have actions called for one item."""


class Limits:
    """Of one evaluation. `item` is changed in place: it counts how often rules act on it."""

    def __init__(
        self, unit: UnitOfWork, configuration: Configuration, item: Item, now: int
    ) -> None:
        self._actions, self._settings = configuration.actions, configuration.settings
        self._caps = Caps(unit, configuration, item["id"], now)
        self._holding = Holding(unit, configuration.app, item, now)
        self._item = item
        self._now = now
        self._effects: dict[tuple[str, str], RuleEffect] = {}

    async def of(self, outcome: Outcome) -> Outcome:
        """What is left of its orders and flags."""
        self._effects = dict(outcome.effects)
        looping = self._looping({order.why["rule_id"] for order in outcome.orders})
        orders = [each for each in outcome.orders if await self._goes(each, looping)]
        flags = [each for each in outcome.flags if await self._is_raised(each)]
        return replace(outcome, orders=orders, flags=flags)

    def finished(self, outcome: Outcome) -> Outcome:
        """With the flags that tell of what is held, where the rule has not flagged the item."""
        raised = {flag["custom"]["rule_id"] for flag in outcome.flags}
        of_rules = [flag for flag in self._holding.flags if "rule_id" in flag["custom"]]
        telling = {flag["custom"]["rule_id"]: flag for flag in of_rules}
        told = [flag for flag in self._holding.flags if "rule_id" not in flag["custom"]]
        for entry in (create.data for create in outcome.entries):
            results = {each["result"] for each in entry.get("effects", ())}
            if len(results) == 1 and (only := results.pop()) in ("held", "folded"):
                entry["result"] = only
            rule_id = entry.get("rule_id", "")
            if rule_id in telling and rule_id not in raised:
                told.append(telling[rule_id])
                made = self._flagged(rule_id, told[-1]["id"])
                entry["effects"] = [*entry.get("effects", ()), made]
        return replace(outcome, flags=[*outcome.flags, *told], effects=self._effects)

    def _flagged(self, rule_id: str, id: str) -> RuleEffect:
        made: RuleEffect = {"action": FLAG_FOR_REVIEW, "result": "done", "id": id}
        self._effects[rule_id, FLAG_FOR_REVIEW] = made
        return made

    def effect(self, rule_id: str, action: str) -> RuleEffect:
        """What the log says of it, to be changed in place."""
        return self._effects[rule_id, action]

    async def stop_ban(self, rule_id: str) -> CapKind | None:
        if machines_wait("ban", self._actions.values(), self._settings):
            return "second_person"
        return await self._caps.take(rule_id, counts_for_app=True)

    async def hold_ban(
        self, asked: UserEffect, orders: Iterable[Order], ban: HeldBan, cap: CapKind
    ) -> None:
        match, action = asked.match, asked.effect.type
        id, why = ban["derived_from"][-1], reasons(match)
        id = await self._holding.hold(id, action, _rule(match), why, cap, orders, ban)
        self.effect(match.rule_id, action).update({"result": "held", "id": id})

    async def holds_order(
        self,
        order: Order,
        source: Source,
        why: Sequence[HeldCondition],
        counts_for_app: bool,
    ) -> bool:
        """Of what strikes led to, which no entry of a rule tells of."""
        cap: CapKind | None = "second_person"
        if not action_takes_two(self._actions[order.action_id], self._settings):
            cap = await self._caps.take(source.rule_id, counts_for_app=counts_for_app)
        if cap is not None:
            await self._holding.hold(order.id, order.action_id, source, why, cap, [order])
        return cap is not None

    async def holds_ban(
        self,
        orders: Iterable[Order],
        source: Source,
        why: Sequence[HeldCondition],
        ban: HeldBan,
        id: str = "",
    ) -> bool:
        """Under an `id` that the ban's entry of the log ends with, where none is given."""
        cap = await self.stop_ban(source.rule_id)
        if cap is not None:
            id = id or ban["derived_from"][-1]
            await self._holding.hold(id, BAN_USER, source, why, cap, orders, ban)
        return cap is not None

    async def _goes(self, order: Order, looping: frozenset[str]) -> bool:
        why, action = order.why, order.action_id
        id = why["rule_id"]
        cap: CapKind | None = "loop" if id in looping else None
        if rules_wait(self._actions[action], self._settings):
            cap = "second_person"
        if cap is None:
            cap = await self._caps.take(id, counts_for_app=is_capped(self._actions[action]))
        if cap is None:
            return True
        source = Source(id, why["rule_name"], why["rule_version"])
        held = await self._holding.hold(order.id, action, source, why["held"], cap, [order])
        self.effect(id, action).update({"result": "held", "id": held})
        return False

    async def _is_raised(self, flag: Flag) -> bool:
        custom = flag["custom"]
        if await self._caps.take_flag(custom["rule_id"]):
            return True
        source = Source(custom["rule_id"], flag["labels"][0], custom["rule_version"])
        problem = "its cap of flags an hour is reached, and others are folded"
        await self._holding.notice("folded", source, problem, naming(source))
        for effect in self._effects.values():
            if effect["id"] == flag["id"]:
                effect["result"] = "folded"
        return False

    def _looping(self, rules: Iterable[str]) -> frozenset[str]:
        """Of those that ask for calls, which have done so too often; the others are counted."""
        known = {
            name: each
            for name, each in self._item.get("acted", {}).items()
            if each["since"] > self._now - HOUR
        }
        looping: set[str] = set()
        for rule in sorted(rules):
            name = firing_name(rule)
            before = known.get(name, {"since": self._now, "count": 0})
            if before["count"] >= MOST_ON_ITEM:
                looping.add(rule)
            else:
                known[name] = {**before, "count": before["count"] + 1}
        if rules:
            self._item["acted"] = known
        return frozenset(looping)


def _rule(match: Match) -> Source:
    return Source(match.rule_id, match.name, match.version)
