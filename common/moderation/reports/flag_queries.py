"""Flags, looked for as Stream's clients ask: those of engines, people and rules alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from common.configuration.context import Context
from common.domain.filters import compile_plain_filter
from common.domain.flag import FLAGS, Flag
from common.domain.flag_count import TOTAL, flag_count_key, type_field
from common.domain.item import item_id, item_key
from common.domain.review_item import ReviewItem
from common.domain.user import User, user_key
from common.moderation.filtering.operators import ALL, check_operators, text_of, texts_of
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Equal, Scan
from common.moderation.filtering.sorting import sorting
from common.moderation.review_items import review_items

_TEXTS = dict.fromkeys(("entity_id", "entity_type", "labels", "review_queue_item_id"), ALL)
FIELDS = frozenset((*_TEXTS, "created_at"))
_INDEXED = {
    "review_queue_item_id": "item_id",
    "entity_id": "entity_id",
    "entity_type": "entity_type",
}
Found = tuple[Flag, ReviewItem]


async def query(context: Context, app: str, asked: Asked) -> Paged[Found]:
    """The newest first unless it is sorted otherwise. By item and entity there are indexes; of
    other fields it looks through at most 2,000 a call.
    """
    filter = asked.filter or {}
    check_operators(filter, _TEXTS)
    matches = compile_plain_filter(filter, FIELDS)
    _, descending = sorting(asked.sort, ("created_at",))
    page = await Scan(
        context.store,
        FLAGS,
        app,
        "created_at",
        descending,
        lambda flag: (
            "invalid_at" not in flag and matches({**flag, "review_queue_item_id": flag["item_id"]})
        ),
        _equal(app, filter),
        asked=asked,
    ).page()
    ids = dict.fromkeys(flag["item_id"] for flag in page.documents)
    items = [
        found.data
        for found in await context.store.get([item_key(app, id) for id in ids])
        if found is not None
    ]
    shown = {each.item["id"]: each for each in await review_items(context, app, items)}
    found = [(flag, shown[flag["item_id"]]) for flag in page.documents if flag["item_id"] in shown]
    return Paged(found, page.next, page.prev)


async def count(context: Context, app: str, creator: str, entity_type: str | None) -> int:
    """Of the flags against what the user has created, as of its items' last evaluation."""
    (found,) = await context.store.get([flag_count_key(app, creator)])
    name = TOTAL if entity_type is None else type_field(entity_type)
    return found.data.get(name, 0) if found is not None else 0


def _equal(app: str, filter: Mapping[str, Any]) -> Equal | Sequence[Equal]:
    entity = text_of(filter, "entity_id"), text_of(filter, "entity_type")
    if entity[0] is not None and entity[1] is not None:
        return {"item_id": item_id(app, entity[1], entity[0])}
    for name, indexed in _INDEXED.items():
        texts = texts_of(filter, name)
        if texts is not None:
            return [{indexed: each} for each in texts]
    return {}


async def reporters(context: Context, app: str, ids: Sequence[str]) -> dict[str, User]:
    """Those that are known, by id."""
    keys = [user_key(app, id) for id in dict.fromkeys(ids) if id]
    return {found.key.id: found.data for found in await context.store.get(keys) if found}
