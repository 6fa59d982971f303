"""Taking back what one entry of the log says that a rule did, in one unit of work."""

from __future__ import annotations

from collections.abc import Iterator

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.action import FLAG_FOR_REVIEW
from common.domain.enforcement import BAN_USER, HeldEnforcement, held_key
from common.domain.item import Item, author_of, item_key
from common.domain.log import LOG, LogEntry, RuleEffect, log_key, new_entry
from common.domain.recommendation import strongest
from common.domain.rule import firing_name
from common.domain.settings import are_statements_made
from common.domain.undo import Refusal, Taken, Undo
from common.moderation.enforcement.clearing import clear
from common.moderation.enforcement.effects import RECOMMENDED, is_bounce
from common.moderation.enforcement.firings import cause_of, key_of
from common.moderation.enforcement.stated import effect_id, still_restricts
from common.moderation.enforcement.stated_by_people import released_ids
from common.moderation.enforcement.strikes import STRIKE
from common.moderation.rules import held
from common.moderation.rules.inverses import Inverses
from common.moderation.rules.lifted_bans import LiftedBans
from common.moderation.rules.raised_flags import RaisedFlags
from common.moderation.statements.stating import Stating
from common.moderation.webhooks.events import WebhookEvents
from common.store.store import Key
from common.store.unit_of_work import UnitOfWork

_OF_ITEM = 200
DELETE_MESSAGES = "delete_messages"
"""What is told of messages that went with a ban."""


class TakingBack:
    """`unit` may be of one entry, to be committed, or of many that are only looked at."""

    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        unit: UnitOfWork,
        undo: Undo,
        now: int,
    ) -> None:
        app = configuration.app
        self._context = context
        self._configuration = configuration
        self._app = app
        self._unit = unit
        self._undo = undo
        self._now = now
        self._inverses = Inverses(context, configuration, unit, undo, now)
        self._flags = RaisedFlags(context, app, unit, now)
        self._bans = LiftedBans(context, configuration, unit, undo, now)

    async def of(self, key: Key[LogEntry]) -> list[Taken]:
        """What this very undo has taken back before is so, and is not done twice."""
        entry = await self._unit.get(key)
        if entry is None or "effects" not in entry:
            return []
        mine, before = self._undone(entry)
        item = await self._unit.get(item_key(self._app, entry.get("item_id", "")))
        found: list[Taken] = []
        for effect in sorted(entry["effects"], key=_later):
            if effect["action"] in mine:
                found.append(Taken(effect["action"]))
            elif effect["action"] in before:
                found.append(Taken(effect["action"], "undone_already"))
            elif item is None:
                found.append(Taken(effect["action"], "gone"))
            else:
                found += await self._take_back(entry, effect, item)
        done = [each.action for each in found if each.refused is None and each.action not in mine]
        if done and item is not None:
            await self._finish(entry, item, list(dict.fromkeys(done)))
            entry["undone"] = {
                "undo_id": self._undo.id,
                "at": self._now,
                "actions": list(dict.fromkeys([*mine, *done])),
                "earlier": before,
            }
        return found

    def _undone(self, entry: LogEntry) -> tuple[list[str], list[str]]:
        """By this undo, and by others before it."""
        undone = entry.get("undone")
        if undone is None:
            return [], []
        if undone["undo_id"] == self._undo.id:
            return undone["actions"], undone["earlier"]
        return [], [*undone["earlier"], *undone["actions"]]

    async def _take_back(self, entry: LogEntry, effect: RuleEffect, item: Item) -> list[Taken]:
        action, at = effect["action"], entry["at"]
        if effect["result"] == "held":
            return await self._held(entry, effect, item)
        if effect["result"] != "done":
            return [Taken(action, "not_done")]
        if action == STRIKE:
            return [Taken(action, await self._strike(effect["id"], item))]
        if action == BAN_USER:
            return await self._ban(entry, item, at, effect["id"], effect.get("deliveries", ()))
        if action in RECOMMENDED:
            return [Taken(action, await self._recommended(entry, effect, item))]
        if action in (FLAG_FOR_REVIEW, "flag_user"):
            before = effect.get("before")
            return [Taken(action, await self._flags.take_back(effect["id"], at, before))]
        if action not in self._configuration.actions and not effect["id"]:
            return [Taken(action, "not_done")]
        return [Taken(action, await self._inverses.take_back(effect["id"]))]

    async def _strike(self, id: str, item: Item) -> Refusal | None:
        undo = self._undo
        gone = await clear(
            self._unit,
            self._app,
            author_of(item),
            lambda each: each["id"] == id,
            self._now,
            by=undo.by,
            reason=undo.reason or f"undone: {undo.id}",
        )
        return None if gone else "gone"

    async def _held(self, entry: LogEntry, effect: RuleEffect, item: Item) -> list[Taken]:
        action = effect["action"]
        known = await self._unit.get(held_key(self._app, effect["id"]))
        if known is None:
            return [Taken(action, "gone")]
        if known["status"] == "held":
            reason = f"undone: {self._undo.id}"
            settled = held.Settled("drop", self._undo.by, reason)
            await held.drop_in(self._unit, self._app, known, settled, self._now)
            return [Taken(action)]
        if known["status"] == "dropped":
            return [Taken(action, "not_done")]
        return await self._released(entry, known, item)

    async def _released(self, entry: LogEntry, known: HeldEnforcement, item: Item) -> list[Taken]:
        """What a person let go is undone as what went by itself."""
        ids = [order["id"] for order in known["orders"]]
        if "ban" in known:
            at, deletes = known.get("decided_at", 0), known["ban"]["delete_messages"]
            return await self._ban(entry, item, at, "", ids, deletes=bool(deletes))
        return [Taken(known["action"], await self._inverses.take_back(id)) for id in ids]

    async def _ban(
        self,
        entry: LogEntry,
        item: Item,
        at: int,
        id: str,
        deliveries: Iterator[str] | list[str] | tuple[str, ...],
        *,
        deletes: bool = False,
    ) -> list[Taken]:
        found = [Taken(BAN_USER, await self._bans.take_back(entry, item, at))]
        if found[0].refused is None:
            for delivery in deliveries:
                refused = await self._inverses.take_back(delivery)
                if refused is not None:
                    found.append(Taken(f"{BAN_USER}: delivery", refused))
        made = await self._unit.get(log_key(self._app, id)) if id else None
        if deletes or (made is not None and made["custom"].get(DELETE_MESSAGES)):
            found.append(Taken(DELETE_MESSAGES, "irreversible"))
        return found

    async def _recommended(self, entry: LogEntry, effect: RuleEffect, item: Item) -> Refusal | None:
        """What is recommended without the rule: by the policy, and by the other rules that held."""
        at = entry["at"]
        if item.get("decided_at", 0) > at:
            return "decided_since"
        if effect["id"]:
            refused = await self._flags.take_back(effect["id"], at, effect.get("before"))
            if refused not in (None, "undone_already"):
                return refused
        if item.get("content_at", 0) > at:
            return "content_changed" if not effect["id"] else None
        base = item.get("policy_recommends", item["recommended_action"])
        others = await self._recommended_by_others(entry, item)
        before, after = item["recommended_action"], strongest([base, *others])
        item["recommended_action"], item["updated_at"] = after, self._now
        if is_bounce(before) and not is_bounce(after) and item.get("bounce_count"):
            item["bounce_count"] -= 1
        return None

    async def _recommended_by_others(self, entry: LogEntry, item: Item) -> list[str]:
        page = await self._context.store.query(
            LOG,
            app=self._app,
            equal={"item_id": item["id"]},
            order="at",
            descending=True,
            low=item.get("content_at", 0),
            limit=_OF_ITEM,
        )
        found: list[str] = []
        for document in page.documents:
            if document.key.id == entry["id"] or "effects" not in document.data:
                continue
            other = await self._unit.get(document.key)
            found += _recommended_by(other) if other is not None else ()
        return found

    async def _finish(self, entry: LogEntry, item: Item, done: list[str]) -> None:
        await self._flags.settle()
        await self._unfire(entry, item)
        custom = {
            "undo_id": self._undo.id,
            "rule_id": self._undo.rule_id,
            "rule_version": entry["custom"].get("rule_version", 0),
            "enforcement": entry["id"],
            "actions": done,
        }
        self._unit.add(
            new_entry(
                self._app,
                "rule",
                "undone",
                self._now,
                about=item,
                user_id=author_of(item),
                by=self._undo.by,
                reason=self._undo.reason or entry["reason"],
                custom=custom,
                derived_from=("undone", self._undo.id, entry["id"]),
            )
        )
        outbox = Outbox(self._unit, self._app, self._now)
        await self._inverses.send(outbox)
        events = WebhookEvents(self._context, self._configuration, outbox, self._now)
        await self._bans.tell(events)
        if are_statements_made(self._configuration.settings):
            stating = Stating(self._context, self._unit, self._configuration, self._now)
            for effect in entry["effects"]:
                if effect["action"] in done:
                    ids = await self._stated(entry, effect, item)
                    await stating.reverse_these(ids, self._undo.by, self._undo.id)
            await stating.tell(events.announcer)

    async def _stated(self, entry: LogEntry, effect: RuleEffect, item: Item) -> list[str]:
        """The ids of what may have been stated of it. What others ask for as well stands."""
        action = effect["action"]
        if effect["result"] == "held":
            known = await self._unit.get(held_key(self._app, effect["id"]))
            return released_ids(known) if known is not None else []
        if action not in RECOMMENDED:
            return [effect["id"]]
        if still_restricts(item, action):
            return []
        return [effect_id(item["id"], entry.get("revision", 0), entry.get("rule_id", ""), action)]

    async def _unfire(self, entry: LogEntry, item: Item) -> None:
        """A violation of a rule that counts them is none any more."""
        if not entry["custom"].get("violation"):
            return
        known = await self._unit.get(key_of(self._app, item))
        name = firing_name(self._undo.rule_id)
        firing = known["by_rule"].get(name) if known is not None else None
        if known is None or firing is None:
            return
        others = {key: each for key, each in known["by_rule"].items() if key != name}
        if firing["count"] > 1:
            causes = [each for each in firing["causes"] if each != cause_of(item)]
            count = firing["count"] - 1
            others[name] = {"count": count, "at": firing["at"], "causes": causes}
        known["by_rule"] = others


def _later(effect: RuleEffect) -> bool:
    """Calls come after the bans that they may be about."""
    return effect["action"] != BAN_USER


def _recommended_by(entry: LogEntry) -> Iterator[str]:
    undone = [*entry["undone"]["earlier"], *entry["undone"]["actions"]] if "undone" in entry else []
    for effect in entry.get("effects", ()):
        is_done = effect["result"] == "done" and effect["action"] not in undone
        if is_done and effect["action"] in RECOMMENDED:
            yield RECOMMENDED[effect["action"]]  # type: ignore[index]
