"""The log of actions: looked through as Stream's clients ask, and added to from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from common.configuration.context import Context
from common.domain.filters import compile_plain_filter
from common.domain.ids import ordered_id
from common.domain.item import is_queued, item_id, item_key, new_item
from common.domain.item_lists import add_ids
from common.domain.log import LOG, LogEntry, engine_of, log_key, new_entry, reporter_type_of
from common.domain.review_item import ReviewItem
from common.domain.times import MINUTE
from common.domain.user import User, user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.filtering.operators import (
    ALL,
    EQUAL,
    check_operators,
    text_of,
    texts_of,
)
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Equal, Scan
from common.moderation.filtering.sorting import sorting
from common.moderation.review_items import review_items
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

_TEXTS = {
    "ai_providers": frozenset(("$in",)),
    "entity_id": EQUAL,
    "moderation_category": EQUAL,
    "reason": EQUAL,
    "reporter_type": EQUAL,
    "resource_type": EQUAL,
    "id": ALL,
    "reporter_id": ALL,
    "review_queue_item_id": ALL,
    "target_user_id": ALL,
    "type": ALL,
}
FIELDS = frozenset((*_TEXTS, "created_at", "date_range"))
_INDEXED = {
    "review_queue_item_id": "item_id",
    "entity_id": "entity_id",
    "reporter_id": "by",
    "target_user_id": "user_id",
    "type": "type",
}


@dataclass(frozen=True, slots=True)
class Acted:
    """An action with the item and the users that it names, as far as they are known."""

    entry: LogEntry
    review_item: ReviewItem | None
    by: User | None
    target: User | None


async def query(context: Context, app: str, asked: Asked) -> Paged[Acted]:
    """The newest first unless it is sorted otherwise. By item, entity, reporter, target and type
    there are indexes; of other fields it looks through at most 2,000 a call.
    """
    filter = asked.filter or {}
    check_operators(filter, _TEXTS)
    matches = compile_plain_filter(filter, FIELDS)
    _, descending = sorting(asked.sort, ("created_at",))
    id = text_of(filter, "id")
    page = await Scan(
        context.store,
        LOG,
        app,
        "acted_at",
        descending,
        lambda entry: "acted_at" in entry and matches(_fields(entry)),
        _equal(app, filter),
        log_key(app, id) if id is not None else None,
        asked,
    ).page()
    return Paged(await _acted(context, app, page.documents), page.next, page.prev)


def _fields(entry: LogEntry) -> dict[str, Any]:
    """As filters name them."""
    return {
        "id": entry["id"],
        "type": entry["type"],
        "created_at": entry["at"],
        "reason": entry["reason"],
        "reporter_id": entry["by"],
        "reporter_type": reporter_type_of(entry),
        "target_user_id": entry.get("user_id", ""),
        "review_queue_item_id": entry.get("item_id", ""),
        "entity_id": entry.get("entity_id", ""),
        "resource_type": entry.get("entity_type", ""),
        "moderation_category": engine_of(entry),
        "ai_providers": entry.get("ai_providers", []),
    }


def _equal(app: str, filter: Mapping[str, Any]) -> Equal | Sequence[Equal]:
    """The most selective equality that there is an index for; the filter itself does the rest."""
    entity = text_of(filter, "entity_id"), text_of(filter, "resource_type")
    if entity[0] is not None and entity[1] is not None:
        return {"item_id": item_id(app, entity[1], entity[0])}
    for name, indexed in _INDEXED.items():
        texts = texts_of(filter, name)
        if texts is not None:
            return [{indexed: each} for each in texts]
    return {}


async def _acted(context: Context, app: str, entries: Sequence[LogEntry]) -> list[Acted]:
    ids = dict.fromkeys(entry["item_id"] for entry in entries if "item_id" in entry)
    items = [
        found.data
        for found in await context.store.get([item_key(app, id) for id in ids])
        if found is not None
    ]
    shown = {each.item["id"]: each for each in await review_items(context, app, items)}
    names = {entry["by"] for entry in entries} | {entry.get("user_id", "") for entry in entries}
    known = await context.store.get([user_key(app, name) for name in sorted(names) if name])
    users = {found.key.id: found.data for found in known if found is not None}
    return [
        Acted(
            entry,
            shown.get(entry.get("item_id", "")),
            users.get(entry["by"]),
            users.get(entry.get("user_id", "")),
        )
        for entry in entries
    ]


@dataclass(frozen=True, slots=True)
class OutsideAction:
    """What was done elsewhere, and by whom."""

    type: str
    entity_type: str
    entity_id: str
    creator_id: str
    reason: str
    reporter_type: str
    reporter_id: str
    custom: Mapping[str, Any]

    def parts(self) -> tuple[str, ...]:
        said = orjson.dumps(self.custom, option=orjson.OPT_SORT_KEYS).decode()
        named = (self.type, self.entity_type, self.entity_id, self.creator_id, self.reason)
        return (*named, self.reporter_type, self.reporter_id, said)


async def insert(context: Context, app: str, action: OutsideAction, now: int) -> None:
    """Writes it into the log and among the actions of the entity's item, which is made if need be
    and does not come before moderators for it. The same, sent again within a minute, is one.
    """
    id = item_id(app, action.entity_type, action.entity_id)
    key = item_key(app, id)
    minute = now - now % MINUTE
    parts = ("outside action", *action.parts())
    before = log_key(app, ordered_id(minute - MINUTE, *parts))

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        same = log_key(app, ordered_id(minute, *parts))
        await unit.read([key, same, before])
        earlier = unit.held(before)
        if unit.held(same) or (earlier is not None and earlier["at"] > now - MINUTE):
            return
        item = unit.held(key)
        if item is None:
            made = new_item(app, action.entity_type, action.entity_id, action.creator_id, now)
            item = unit.create(key, made)
        entry = new_entry(
            app,
            "action",
            action.type,
            now,
            user_id=action.creator_id,
            by=action.reporter_id,
            reason=action.reason,
            custom=action.custom,
            about=item,
        ).data
        entry["id"] = same.id
        if action.reporter_type:
            entry["reporter_type"] = action.reporter_type
        unit.create(same, entry)
        add_ids(item, actions=[same.id])
        item["updated_at"] = now
        if is_queued(item):
            item["queue_updated_at"] = now
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())
