"""Taking back what an app's action was called for: by the action that reverses it, in order."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery import ordering
from common.delivery.log_entries import closing_entry
from common.delivery.outbox import Order, Outbox, action_order
from common.domain.action import Action
from common.domain.delivery import (
    DELIVERIES,
    Delivery,
    delivery_key,
    is_being_sent,
    is_open,
    item_subject,
    ordering_key,
)
from common.domain.ids import derived_id
from common.domain.item import item_key
from common.domain.second_person import action_takes_two
from common.domain.undo import Refusal, Undo
from common.domain.user import is_banned, user_key
from common.store.unit_of_work import UnitOfWork

_LOOKED_AT = 100
_BAN, _UNBAN = "ban", "unban"


class Inverses:
    """Of one undo, in one unit. What is to be sent is added to `orders`; `sent` sends it, once all
    else has been decided.
    """

    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        unit: UnitOfWork,
        undo: Undo,
        now: int,
    ) -> None:
        self._context = context
        self._app = configuration.app
        self._actions = configuration.actions
        self._settings = configuration.settings
        self._unit = unit
        self._undo = undo
        self._now = now
        self._orders: dict[str, Order] = {}

    async def take_back(self, id: str) -> Refusal | None:
        """What never went out is closed. What may have arrived is followed by its inverse."""
        delivery = await self._unit.get(delivery_key(self._app, id))
        if delivery is None:
            return "gone"
        action = self._actions.get(delivery["action_id"])
        inverse = self._inverse(action) if action is not None else None
        if inverse is not None and await self._is_sent(delivery, inverse):
            return None
        if not delivery["attempts"]:
            return await self._close(delivery)
        if await ordering.is_undone(self._unit, delivery):
            return "undone_already"
        if action is None:
            return "unknown_action"
        if action.get("irreversible"):
            return "irreversible"
        if await self._is_decided_since(delivery):
            return "decided_since"
        if inverse is None:
            return "no_inverse"
        if await self._is_ordered_by_others(delivery):
            return "ordered_by_others"
        if action_takes_two(inverse, self._settings):
            return "second_person"
        self._orders[self._id(delivery, inverse)] = self._order(delivery, inverse)
        return None

    async def send(self, outbox: Outbox) -> None:
        for order in self._orders.values():
            await outbox.add(order)
        self._orders = {}

    async def _close(self, delivery: Delivery) -> Refusal | None:
        if not is_open(delivery):
            return "not_done"
        reason = f"undone: {self._undo.id}"
        await ordering.stop(self._unit, delivery, "cancelled", reason, self._now)
        if not is_open(delivery):
            self._unit.add(closing_entry(delivery, self._now, by=self._undo.by))
        return None

    def _inverse(self, action: Action) -> Action | None:
        """About the same subject, so that the two go out in order."""
        same = [each for each in self._actions.values() if each["kind"] == action["kind"]]
        found = [each for each in same if action["id"] in (each.get("reverses") or ())]
        if not found and _BAN in (action.get("carries_out") or ()):
            found = [each for each in same if _UNBAN in (each.get("carries_out") or ())]
        return min(found, key=lambda each: each["id"], default=None)

    def _id(self, delivery: Delivery, inverse: Action) -> str:
        """One for all that this undo takes back of one action on one subject."""
        undone = (delivery["subject"], delivery["action_id"])
        return derived_id("undo", self._undo.id, inverse["id"], *undone)

    async def _is_sent(self, delivery: Delivery, inverse: Action) -> bool:
        id = self._id(delivery, inverse)
        if id in self._orders:
            return True
        known = await self._unit.get(delivery_key(self._app, id))
        return known is not None and known["sequence"] > delivery["sequence"]

    async def _is_decided_since(self, delivery: Delivery) -> bool:
        subject, at = delivery["subject"], delivery["created_at"]
        known = await self._unit.get(ordering_key(self._app, subject))
        if known is not None and known.get("decided_at", 0) > at:
            return True
        if not delivery["item_id"] or subject != item_subject(delivery["item_id"]):
            return False
        item = await self._unit.get(item_key(self._app, delivery["item_id"]))
        return item is not None and item.get("decided_at", 0) > at

    async def _is_ordered_by_others(self, delivery: Delivery) -> bool:
        """Whether the same was done to the subject for another reason, and not undone since."""
        if await self._is_still_banned(delivery):
            return True
        known = await self._unit.get(ordering_key(self._app, delivery["lane"]))
        undone = known["reversed"].get(delivery["action_id"], 0) if known is not None else 0
        page = await self._context.store.query(
            DELIVERIES,
            app=self._app,
            equal={"subject": delivery["subject"]},
            order="created_at",
            descending=True,
            limit=_LOOKED_AT,
        )
        for found in page.documents:
            other = await self._unit.get(found.key)
            if other is not None and self._is_other(delivery, other, undone):
                return True
        return False

    async def _is_still_banned(self, delivery: Delivery) -> bool:
        """Of what bans: whether a ban of the user stands in Gavel for another reason."""
        action, user_id = self._actions[delivery["action_id"]], delivery["data"].get("user_id")
        if _BAN not in (action.get("carries_out") or ()) or not user_id:
            return False
        return is_banned(await self._unit.get(user_key(self._app, user_id)), self._now)

    def _is_other(self, delivery: Delivery, other: Delivery, undone: int) -> bool:
        is_same = other["action_id"] == delivery["action_id"] and other["id"] != delivery["id"]
        if not is_same or other["sequence"] <= undone or self._is_own(other):
            return False
        return is_open(other) or is_being_sent(other) or other["attempts"] > 0

    def _is_own(self, other: Delivery) -> bool:
        """Whether this undo takes it back as well."""
        undo, why = self._undo, other["why"]
        is_of_rule = why.get("rule_id") == undo.rule_id and "undo_id" not in why
        is_of_version = undo.version in (None, why.get("rule_version"))
        return is_of_rule and is_of_version and undo.since <= other["created_at"] < undo.until

    def _order(self, delivery: Delivery, inverse: Action) -> Order:
        why, undo = delivery["why"], self._undo
        return action_order(
            inverse,
            self._id(delivery, inverse),
            delivery["item_id"],
            delivery["data"].get("user_id") or "",
            {**delivery["data"], "action": inverse["id"]},
            {
                "rule_id": why.get("rule_id", undo.rule_id),
                "rule_version": why.get("rule_version", 0),
                "rule_name": why.get("rule_name", ""),
                "undo_id": undo.id,
                "reason": undo.reason or "what the rule did is undone",
            },
            caused_at=delivery["created_at"],
        )
