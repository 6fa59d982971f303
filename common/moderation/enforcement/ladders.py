"""Ladders: what so many strikes lead to, in the commit of the one that made them so many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order, action_order, that_carry_out
from common.domain.action import FLAG_FOR_REVIEW, Action
from common.domain.callback import VALUES
from common.domain.content import USER_ENTITY
from common.domain.delivery import Why
from common.domain.enforcement import Source
from common.domain.errors import NotAllowed
from common.domain.flag import RULE, new_flag
from common.domain.ids import derived_id
from common.domain.item import Item, item_key, new_item
from common.domain.log import EffectResult, LogEntry, RuleEffect, new_entry
from common.domain.rule import HeldCondition
from common.domain.second_person import action_takes_two, machines_wait
from common.domain.strikes import (
    BAN_USER,
    Change,
    Step,
    StepAction,
    Strike,
    StrikePolicy,
    shown,
)
from common.domain.user import User
from common.moderation.enforcement.automatic_bans import Asked, ban_author, can_ban
from common.moderation.enforcement.caps import is_capped
from common.moderation.enforcement.holding import stored_ban
from common.moderation.enforcement.user_flags import flag_user, user_item_id
from common.moderation.users.banning import NewBan
from common.moderation.webhooks.events import ItemChange
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork
from common.views import callback_data

if TYPE_CHECKING:
    from common.moderation.enforcement.limits import Limits

REACHED = "ladder"
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Struck:
    """`item` is the content that the strike is for, to be changed in place; `limits` are none where
    a person gives it, who is refused what takes a second person.
    """

    user: str
    item: Item | None = None
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class LadderBan:
    """The user as they are then, with the ban as the last of theirs."""

    user: User
    entry: LogEntry


@dataclass(slots=True)
class Climbed:
    """What came of strikes, still to be sent and told."""

    orders: list[Order] = field(default_factory=list)
    flagged: list[ItemChange] = field(default_factory=list)
    bans: list[LadderBan] = field(default_factory=list)
    effects: dict[str, list[RuleEffect]] = field(default_factory=dict)

    def note(self, rule_id: str, effect: RuleEffect) -> None:
        """What the log's entry of the rule that gave the strike says of it."""
        self.effects.setdefault(rule_id, []).append(effect)


@dataclass(frozen=True, slots=True)
class Ladder:
    """One step that was reached."""

    unit: UnitOfWork
    configuration: Configuration
    policy: StrikePolicy
    subject: Struck
    strike: Strike
    step: Step
    change: Change
    now: int

    async def climb(self, climbed: Climbed) -> None:
        self.unit.add(self._entry())
        for number, asked in enumerate(self.step["actions"]):
            action = self.configuration.actions.get(asked["action"])
            if asked["action"] == FLAG_FOR_REVIEW:
                await self._flag(climbed)
            elif asked["action"] == BAN_USER:
                await self._ban(climbed, asked, number)
            elif action is None:
                self.unit.add(self._missing(asked["action"], number))
            else:
                order = self._order(action, self._id("action", str(number)), asked["values"])
                is_held = await self._is_held(order, is_capped(action))
                self._note(climbed, action["id"], order.id, "held" if is_held else "done")
                climbed.orders += [] if is_held else [order]

    async def _is_held(self, order: Order, counts_for_app: bool) -> bool:
        """For a person, because the rule that gave the strike, or the app, has reached its cap."""
        limits, configuration = self.subject.limits, self.configuration
        if limits is None:
            action = configuration.actions[order.action_id]
            self._check_alone(action["id"], waits=action_takes_two(action, configuration.settings))
            return False
        return await limits.holds_order(order, self._rule, self._held, counts_for_app)

    def _check_alone(self, action: str, *, waits: bool) -> None:
        if waits:
            reached = (
                f"{self.step['strikes']} strikes lead to {action}, which takes a second person"
            )
            raise NotAllowed(reached, {"policy": "leads to what takes a second person"})

    def _order(self, action: Action, id: str, values: Mapping[str, Any]) -> Order:
        item = self.subject.item
        return action_order(
            action,
            id,
            item["id"] if item is not None else "",
            self.subject.user,
            self._data(action, values),
            self._why,
            caused_at=item.get("content_at", 0) if item is not None else 0,
        )

    async def _flag(self, climbed: Climbed) -> None:
        flag = new_flag(self._id("flag"), "", RULE, self.now)
        flag["reason"], flag["labels"] = self._reason, [self.policy["name"]]
        flag["custom"] = {**self._custom}
        app, policy = self.configuration.app, self.policy["id"]
        flagged = await flag_user(
            self.unit, app, self.subject.user, flag, self.now, strike_policy=policy
        )
        if flagged is not None:
            climbed.flagged.append(flagged)
            self._note(climbed, FLAG_FOR_REVIEW, flag["id"], "done")

    async def _ban(self, climbed: Climbed, asked: StepAction, number: int) -> None:
        item = self.subject.item or await self._users_item()
        values, app = asked["values"], self.configuration.app
        actions = self.configuration.actions.values()
        terms = self._terms(item, values, number)
        orders = [
            self._order(action, self._id("ban", str(number), action["id"]), _said(values))
            for action in that_carry_out(actions, "ban")
        ]
        limits = self.subject.limits
        if limits is None:
            waits = machines_wait("ban", actions, self.configuration.settings)
            self._check_alone(BAN_USER, waits=waits)
        if limits is not None and await can_ban(self.unit, app, item, terms, self.now):
            stored = stored_ban(terms, "")
            if await limits.holds_ban(orders, self._rule, self._held, stored):
                self._note(climbed, BAN_USER, stored["derived_from"][-1], "held")
                return
        made = await ban_author(self.unit, app, item, terms, self.now)
        if made is not None:
            climbed.bans.append(LadderBan(*made))
            climbed.orders += orders
            ids = [order.id for order in orders]
            self._note(climbed, BAN_USER, made[1]["id"], "done", ids)

    def _note(
        self,
        climbed: Climbed,
        action: str,
        id: str,
        result: EffectResult,
        deliveries: Sequence[str] = (),
    ) -> None:
        effect: RuleEffect = {"action": action, "result": result, "id": id}
        if deliveries:
            effect["deliveries"] = [*deliveries]
        climbed.note(self.strike.get("rule_id", ""), effect)

    def _terms(self, item: Item, values: Mapping[str, Any], number: int) -> Asked:
        new = NewBan(
            minutes=values.get("timeout"),
            shadow=bool(values.get("shadow")),
            reason=self._reason,
        )
        since = item.get("content_at") or self.now
        custom = {**self._custom, **_said(values)}
        derived_from = ("log", "ban", self._id("ban", str(number)))
        return Asked(new, since, self._reason, custom, derived_from)

    async def _users_item(self) -> Item:
        app = self.configuration.app
        key = item_key(app, user_item_id(app, self.subject.user))
        known = await self.unit.get(key)
        made = new_item(app, USER_ENTITY, self.subject.user, self.subject.user, self.now)
        return known if known is not None else self.unit.create(key, made)

    def _data(self, action: Action, values: Mapping[str, Any]) -> dict[str, Any]:
        user, item, id = self.subject.user, self.subject.item, action["id"]
        if item is None:
            data: dict[str, Any] = {**callback_data.about_user(user, id)}
        else:
            data = {**callback_data.about_item(item, id), "user_id": user}
        if action.get("takes"):
            data[VALUES] = {**values}
        return {**data, "options": {**values}} if values else data

    @property
    def _rule(self) -> Source:
        """Whose cap it counts for."""
        rule_id, version = self.strike.get("rule_id", ""), self.strike.get("rule_version", 0)
        return Source(rule_id, self._reason, version)

    @property
    def _held(self) -> list[HeldCondition]:
        text = f"at least {self.step['strikes']} strikes of {self.policy['id']}"
        values = {"strikes": self.change.after}
        return [{"type": "strikes", "text": text, "values": values, "negated": False}]

    @property
    def _reason(self) -> str:
        return f"{self.policy['name']}: {self.change.after} strikes"

    @property
    def _custom(self) -> dict[str, Any]:
        return {
            "strike_policy": self.policy["id"],
            "threshold": self.step["strikes"],
            "strikes": self.change.after,
        }

    @property
    def _why(self) -> Why:
        why: Why = {
            "strike_policy": self.policy["id"],
            "threshold": self.step["strikes"],
            "strikes": [shown(each) for each in self._own[-_MOST_SHOWN:]],
            "reason": self._reason,
        }
        if "rule_id" in self.strike:
            why["rule_id"] = self.strike["rule_id"]
            why["rule_version"] = self.strike.get("rule_version", 0)
        return why

    @property
    def _own(self) -> Sequence[Strike]:
        return [each for each in self.change.strikes if each["policy"] == self.policy["id"]]

    def _entry(self) -> Create[LogEntry]:
        item = self.subject.item
        custom = {
            **self._custom,
            "actions": [each["action"] for each in self.step["actions"]],
            "given": [shown(each) for each in self._own[-_MOST_SHOWN:]],
        }
        return new_entry(
            self.configuration.app,
            "strike",
            REACHED,
            self.now,
            user_id=self.subject.user,
            item_id=item["id"] if item is not None else "",
            reason=self._reason,
            custom=custom,
            derived_from=("log", self._id("entry")),
        )

    def _missing(self, action: str, number: int) -> Create[LogEntry]:
        return new_entry(
            self.configuration.app,
            "delivery",
            "failed",
            self.now,
            user_id=self.subject.user,
            reason=f"the action {action!r} of the policy {self.policy['id']!r} does not exist",
            result="dead",
            unread=True,
            custom=self._custom,
            derived_from=("log", self._id("missing", str(number))),
        )

    def _id(self, *name: str) -> str:
        """The same strike that reaches the same step is one."""
        cause = (self.strike["id"], str(self.strike["at"]), str(self.step["strikes"]))
        return derived_id("ladder", self.subject.user, *cause, *name)


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"shadow": False, **values}
