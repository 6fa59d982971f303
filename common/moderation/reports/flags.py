"""Flags by people: what a user, a moderator or the customer's own model says, kept once each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.content import Payload, payload_hash
from common.domain.flag import USER_REPORT, Flag, flag_key, new_flag
from common.domain.ids import derived_id
from common.domain.item import (
    REPORTERS_KEPT,
    Item,
    added_ids,
    first_flag_fields,
    is_first_flag,
    is_queued,
    item_id,
    item_key,
    new_item,
    pending_fields,
    queue_fields,
    report_increments,
)
from common.domain.log import LogEntry, new_entry
from common.domain.recommendation import KEEP
from common.domain.user import MODERATOR_ROLES, user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement.triggering import REPORTED
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.webhooks.events import ItemChange, WebhookEvents
from common.queue.messages import Trigger
from common.store.deciding import until_committed
from common.store.store import Create, Document, Key, Update
from common.store.unit_of_work import UnitOfWork
from common.store.writes import updated


@dataclass(frozen=True, slots=True)
class NewFlag:
    """`categories` count for the report rules; `type` is the flag's provider.

    `is_decision` makes it an entry of the item's actions: a moderator chose the action `flag`.
    """

    entity_type: str
    entity_id: str
    reporter_id: str
    creator_id: str = ""
    reason: str = ""
    categories: tuple[str, ...] = ()
    reporter_type: str = "user"
    type: str = USER_REPORT
    labels: tuple[str, ...] = ()
    custom: dict[str, Any] = field(default_factory=dict)
    payload: Payload = field(default_factory=Payload)
    reviewable: bool = True
    is_decision: bool = False


async def flag(context: Context, app: str, new_flags: list[NewFlag], now: int) -> Item:
    """Records flags on one entity and returns its item, made if need be.

    The same reporter, categories and reason count once. A reporter without a name cannot be told
    from another, so each of those counts.
    """
    configuration = await context.configurations.of(app)
    known = configuration.report_categories
    new_flags = [_in_categories(each, known) for each in new_flags]
    id = item_id(app, new_flags[0].entity_type, new_flags[0].entity_id)
    trigger = Trigger(app, id, configuration.version)

    async def attempt() -> Item:
        flagging = await _read(context, app, id, new_flags, now)
        if flagging.is_news:
            unit = flagging.unit(context)
            unit.send(trigger)
            events = WebhookEvents(context, configuration, Outbox(unit, app, now), now)
            await events.of_change(flagging.change)
            await unit.commit()
        elif "pending_since" in flagging.after:
            await context.queue.publish(trigger)
        return flagging.after

    return await until_committed(attempt, ATTEMPTS, too_busy())


def new_flag_of(
    options: FlagOptions, reporter: str, reporter_type: str, *, is_decision: bool = False
) -> NewFlag:
    """The reason counts as a report category where the app has one of that key."""
    return NewFlag(
        options.entity_type,
        options.entity_id,
        reporter,
        creator_id=options.entity_creator_id or "",
        reason=options.reason or "",
        categories=(options.reason,) if options.reason else (),
        reporter_type=reporter_type,
        custom=options.custom or {},
        payload=options.payload(),
        is_decision=is_decision,
    )


async def reporter_type(context: Context, app: str, user_id: str) -> str:
    (user,) = await context.store.get([user_key(app, user_id)])
    role = user.data.get("role", "") if user else ""
    return role.removeprefix("global_") if role in MODERATOR_ROLES else "user"


def _in_categories(new: NewFlag, known: Mapping[str, object]) -> NewFlag:
    """Free reasons are not counted one by one: their number has no bound."""
    counted = tuple(name for name in new.categories if name in known)
    return replace(new, categories=counted)


async def _read(
    context: Context, app: str, id: str, new_flags: list[NewFlag], now: int
) -> _Flagging:
    by_id = {_flag_id(id, new, now): new for new in new_flags}
    keys: list[Key[Any]] = [item_key(app, id), *(flag_key(app, flag) for flag in by_id)]
    known, *present = await context.store.get(keys)
    fresh = {
        flag: new
        for (flag, new), document in zip(by_id.items(), present, strict=True)
        if document is None
    }
    return _Flagging(app, known, new_flags[0], fresh, now)


class _Flagging:
    """What becomes of an item when the flags of `fresh`, by their ids, are raised on it."""

    def __init__(
        self,
        app: str,
        known: Document[Item] | None,
        first: NewFlag,
        fresh: Mapping[str, NewFlag],
        now: int,
    ) -> None:
        self._app = app
        self._is_known = known is not None
        self._before = (
            known.data
            if known is not None
            else new_item(app, first.entity_type, first.entity_id, first.creator_id, now)
        )
        self._fresh = fresh
        self._now = now
        self.is_news = bool(fresh) or not self._is_known
        self._flags = [_flag(id, self._before["id"], new, now) for id, new in fresh.items()]
        self._decisions = [
            _decision(app, self._before, id, new, now)
            for id, new in fresh.items()
            if new.is_decision
        ]
        self._update = self._updating() if self.is_news else None
        self.after = self._before if self._update is None else updated(self._before, self._update)

    def unit(self, context: Context) -> UnitOfWork:
        unit, update = UnitOfWork(context.store), self._update
        assert update is not None
        unit.add(update if self._is_known else Create(update.key, self.after))
        unit.add(*(Create(flag_key(self._app, flag["id"]), flag) for flag in self._flags))
        unit.add(*self._decisions)
        return unit

    @property
    def change(self) -> ItemChange:
        """What does not come before the moderators is no news to them."""
        shown = self._flags if is_queued(self.after) else []
        id = derived_id(*(flag["id"] for flag in self._flags))
        return ItemChange(id, self.after, flags=shown, is_first=is_first_flag(self._before))

    def _updating(self) -> Update[Item]:
        """Increments and unions rather than a version: many may flag at once without a conflict."""
        item, fresh = self._before, list(self._fresh.values())
        ids = added_ids(item, [*self._fresh], [entry.data["id"] for entry in self._decisions])
        return Update(
            item_key(self._app, item["id"]),
            set=_fields(item, fresh, self._now),
            increment=_increments(fresh),
            union={**_unions(item, fresh), **ids},
        )


def _flag(id: str, item: str, new: NewFlag, now: int) -> Flag:
    flag = new_flag(id, item, new.type, now)
    flag.update(
        {
            "user_id": new.reporter_id,
            "reason": new.reason,
            "labels": list(new.labels),
            "custom": new.custom,
        }
    )
    if new.payload:
        flag["payload"] = new.payload
    return flag


def _decision(app: str, item: Item, flag: str, new: NewFlag, now: int) -> Create[LogEntry]:
    return new_entry(
        app,
        "action",
        "flag",
        now,
        item_id=item["id"],
        user_id=new.creator_id or item["creator_id"],
        by=new.reporter_id,
        reason=new.reason,
        custom=new.custom,
        derived_from=("decision", flag),
    )


def _flag_id(item: str, new: NewFlag, now: int) -> str:
    what = [*sorted(new.categories), *sorted(new.labels), new.reason]
    if new.type == USER_REPORT:
        who = new.reporter_id or f"anonymous at {now}"
        return derived_id("flag", item, new.type, who, *what)
    # A model may say the same of several images, and its own fields tell which.
    own = orjson.dumps(new.custom, option=orjson.OPT_SORT_KEYS).decode()
    return derived_id("flag", item, new.type, new.reporter_id, *what, own)


def _fields(item: Item, fresh: Sequence[NewFlag], now: int) -> Mapping[str, object]:
    fields: dict[str, object] = {**pending_fields(now)}
    first = fresh[0]
    if first.reviewable:
        fields.update(queue_fields(item, now), **first_flag_fields(item, now))
        if item["recommended_action"] == KEEP:
            fields["recommended_action"] = "flag"
    if first.payload and not item.get("payload"):
        fields["payload"] = first.payload
        fields["payload_hash"] = payload_hash(first.payload)
    if first.creator_id and not item["creator_id"]:
        fields["creator_id"] = first.creator_id
    if first.is_decision:
        fields["latest_moderator_action"] = "flag"
    return fields


def _increments(fresh: Sequence[NewFlag]) -> dict[str, int]:
    counts: dict[str, int] = {"revision": 1, "flags_count": len(fresh)}
    for new in fresh:
        if new.type == USER_REPORT:
            for name, count in report_increments(new.categories).items():
                counts[name] = counts.get(name, 0) + count
    return counts


def _unions(item: Item, fresh: Sequence[NewFlag]) -> dict[str, list[str]]:
    unions = {
        "pending": [REPORTED],
        "flag_types": [new.type for new in fresh],
        "flag_labels": [label for new in fresh for label in new.labels],
        "reporter_types": [new.reporter_type for new in fresh],
    }
    if len(item.get("reporters", ())) < REPORTERS_KEPT:
        unions["reporters"] = [new.reporter_id for new in fresh]
    if len(item.get("report_reasons", ())) < REPORTERS_KEPT:
        unions["report_reasons"] = [new.reason for new in fresh]
    cleaned = {name: [value for value in values if value] for name, values in unions.items()}
    return {name: sorted(set(values)) for name, values in cleaned.items() if values}
