"""Act: a moderator's decision on an item or a user (contract section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Order, Outbox, action_order, that_carry_out
from common.domain.content import USER_ENTITY, is_user
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.ids import derived_id
from common.domain.item import is_queued, item_id, item_key
from common.domain.log import new_entry
from common.domain.user import is_banned, user_key
from common.moderation.content.checks import ATTEMPTS
from common.moderation.enforcement.enforcements import callback_data
from common.moderation.review.decisions.effects import EFFECTS, Effect, Subject
from common.moderation.webhooks.events import Notices
from common.store.deciding import decide
from common.store.store import Create, Data, Document, Update, Write


@dataclass(frozen=True, slots=True)
class Decision:
    """`options` is the object named like the action; either an item or a direct target is named."""

    action_type: str
    moderator: str
    item_id: str | None
    options: Mapping[str, Any]
    reason: str = ""


async def act(context: Context, app: str, decision: Decision, now: int) -> Data | None:
    """Returns the item as it is afterwards, None where only a user was named."""

    async def attempt() -> Data | None:
        item = await _item(context, app, decision)
        user_id = _target(decision, item.data if item else None)
        (user,) = await context.store.get([user_key(app, user_id)]) if user_id else [None]
        acting = _Acting(context, app, decision, item, user_id, user, now)
        writes = await acting.writes()
        await context.store.commit(writes, acting.outbox.messages)
        return acting.item_after

    return await decide(attempt, ATTEMPTS, TryAgain("the item is being changed by many at once"))


async def _item(context: Context, app: str, decision: Decision) -> Document | None:
    id = decision.item_id
    entity_type = decision.options.get("entity_type")
    if not id and decision.options.get("entity_id"):
        if not entity_type:
            raise Invalid.field(f"{decision.action_type}.entity_type", "is required with entity_id")
        id = item_id(app, entity_type, decision.options["entity_id"])
    if not id:
        if _named_user(decision):
            return None
        raise Invalid.field("item_id", "is required")
    (document,) = await context.store.get([item_key(app, id)])
    if document is None and not decision.item_id and _named_user(decision):
        return None
    if document is None:
        raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
    return document


def _named_user(decision: Decision) -> str:
    """The user whom the options name, by themselves or as the entity, where no item is named."""
    options = decision.options
    if options.get("target_user_id"):
        return str(options["target_user_id"])
    is_entity = not decision.item_id and is_user(options.get("entity_type") or "")
    return str(options.get("entity_id") or "") if is_entity else ""


def _target(decision: Decision, item: Data | None) -> str:
    named = _named_user(decision)
    if named:
        return named
    if item is None:
        return ""
    return str(item["entity_id"] if is_user(item["entity_type"]) else item["creator_id"])


class _Acting:
    def __init__(
        self,
        context: Context,
        app: str,
        decision: Decision,
        item: Document | None,
        user_id: str,
        user: Document | None,
        now: int,
    ) -> None:
        self._context = context
        self._app = app
        self._decision = decision
        self._item = item
        self._user_id = user_id
        self._user = user
        self._now = now
        self.item_after: Data | None = None
        self.outbox = Outbox(context, app, now)

    async def writes(self) -> list[Write]:
        user = self._user.data if self._user else {}
        subject = Subject(
            self._item.data if self._item else {}, user, is_banned(user, self._now), self._now
        )
        effect = EFFECTS[self._decision.action_type](
            subject, self._decision.options, self._decision.moderator
        )
        entry = self._entry()
        writes: list[Write] = [*self._item_write(effect), *self._user_write(effect), entry]
        configuration = await self._context.configurations.of(self._app)
        for order in self._orders(configuration):
            await self.outbox.add(order)
        if self.item_after is not None:
            notices = Notices(self._context, configuration, self.outbox, self._now)
            await notices.of_decision(self.item_after, entry.data)
        return [*writes, *self.outbox.writes()]

    def _item_write(self, effect: Effect) -> list[Write]:
        if self._item is None:
            return []
        known = self._item.data
        fields = {
            "updated_at": self._now,
            "latest_moderator_action": self._decision.action_type,
            "actions_count": known.get("actions_count", 0) + 1,
            **effect.item,
        }
        if effect.reviews:
            fields.update(reviewed_at=self._now, reviewed_by=self._decision.moderator)
        if is_queued(known):
            fields["queue_updated_at"] = self._now
            fields["queue_reviewed"] = effect.reviews or known["queue_reviewed"]
        self.item_after = {k: v for k, v in known.items() if k not in effect.item_remove}
        self.item_after.update(fields)
        return [
            Update(
                self._item.key, set=fields, remove=effect.item_remove, version=self._item.version
            )
        ]

    def _user_write(self, effect: Effect) -> list[Write]:
        if not effect.user and not effect.user_increment:
            return []
        if not self._user_id:
            raise Invalid.field("item_id", "names content without a creator")
        known = self._user.data if self._user else {"created_at": self._now}
        fields = {**known, **effect.user, "id": self._user_id, "updated_at": self._now}
        for name, count in effect.user_increment.items():
            fields[name] = known.get(name, 0) + count
        key = user_key(self._app, self._user_id)
        if self._user is None:
            return [Create(key, fields)]
        return [Update(key, set=fields, version=self._user.version)]

    def _entry(self) -> Create:
        options = {k: v for k, v in self._decision.options.items() if v is not None}
        escalation = self._decision.action_type in ("escalate", "de_escalate")
        reviewed = self._decision.action_type == "mark_reviewed"
        return new_entry(
            self._app,
            "escalation" if escalation else "review" if reviewed else "action",
            self._decision.action_type,
            self._now,
            item_id=self._item.key.id if self._item else "",
            user_id=self._user_id,
            by=self._decision.moderator,
            reason=self._decision.reason,
            custom=options,
        )

    def _orders(self, configuration: Configuration) -> list[Order]:
        """A moderator's use of the app's own actions: delivered like a rule's."""
        actions = configuration.documents["action"]
        if self._decision.action_type != "custom":
            chosen = that_carry_out(actions.values(), self._decision.action_type)
            return [self._order(action) for action in chosen]
        id = str(self._decision.options.get("id") or "")
        if id not in actions:
            raise Invalid.field("custom.id", f"names {id!r}, which is not an action of the app")
        if self._item is None:
            raise Invalid.field("item_id", "is required for a custom action")
        return [self._order(actions[id])]

    def _order(self, action: Data) -> Order:
        decision = self._decision
        item_id = self._item.key.id if self._item else ""
        names = (item_id or self._user_id, action["id"], decision.moderator, str(self._now))
        why = {"moderator_id": decision.moderator, "reason": decision.reason}
        data = {**self._data(action["id"]), "moderator_id": decision.moderator}
        id = derived_id("moderator's action", *names)
        return action_order(action, id, item_id, self._user_id, data, why)

    def _data(self, action: str) -> dict[str, Any]:
        """What the moderator said goes along: how long a ban is, and why."""
        options = self._decision.options
        if self._decision.action_type == "custom":
            options = options.get("options") or {}
        named = {"options": dict(options)} if options else {}
        if self._item is not None:
            about = {"user_id": self._user_id} if self._user_id else {}
            return {**callback_data(self._item.data, action), **about, **named}
        about = {"entity_type": USER_ENTITY, "entity_id": self._user_id}
        return {"user_id": self._user_id, **about, "action": action, **named}
