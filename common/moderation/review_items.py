"""Items with what stands around them, a page at a time.

Creators, flags, actions and appeals are fetched together by their keys. Only of an item that does
not name all flags and actions (it has too many, or is older than the lists) they are looked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from common.configuration.context import Context
from common.domain.appeal import Appeal, appeal_key
from common.domain.flag import FLAGS, Flag, flag_key, is_of_item
from common.domain.item import Item
from common.domain.item_lists import complete
from common.domain.log import KINDS, LOG, LogEntry, log_key
from common.domain.review_item import ReviewItem
from common.domain.user import User, user_key
from common.store.store import D, Key

_SHOWN = 100
_AT_ONCE = 500


async def review_items(context: Context, app: str, items: Sequence[Item]) -> list[ReviewItem]:
    keys = dict.fromkeys(key for item in items for key in _keys(app, item))
    known = await _fetched(context, list(keys))
    return list(await asyncio.gather(*(_review_item(context, app, i, known) for i in items)))


async def _fetched(context: Context, keys: Sequence[Key[Any]]) -> dict[Key[Any], Any]:
    known: dict[Key[Any], Any] = {}
    for start in range(0, len(keys), _AT_ONCE):
        found = await context.store.get(keys[start : start + _AT_ONCE])
        known.update((document.key, document.data) for document in found if document is not None)
        # Many keys must not keep others from the loop.
        await asyncio.sleep(0)
    return known


def _keys(app: str, item: Item) -> list[Key[Any]]:
    creator = [user_key(app, item["creator_id"])] if item["creator_id"] else []
    flags = [flag_key(app, id) for id in complete(item.get("flag_ids")) or ()]
    actions = [log_key(app, id) for id in complete(item.get("action_ids")) or ()]
    locker = [user_key(app, item["locked_by"])] if "locked_by" in item else []
    appeal = [appeal_key(app, item["appeal_id"])] if "appeal_id" in item else []
    return [*creator, *flags, *actions, *locker, *appeal]


async def _review_item(
    context: Context, app: str, item: Item, known: dict[Key[Any], Any]
) -> ReviewItem:
    creator: User | None = known.get(user_key(app, item["creator_id"]))
    flags = await _flags(context, app, item, known)
    actions = await _actions(context, app, item, known)
    locker: User | None = known.get(user_key(app, item.get("locked_by", "")))
    appeal: Appeal | None = known.get(appeal_key(app, item.get("appeal_id", "")))
    return ReviewItem(item, creator, flags, actions, locker, appeal)


async def _flags(context: Context, app: str, item: Item, known: dict[Key[Any], Any]) -> list[Flag]:
    ids = complete(item.get("flag_ids"))
    if ids is not None:
        kept: list[Flag] = _known(known, [flag_key(app, id) for id in ids])
        return sorted(kept, key=lambda flag: (flag["created_at"], flag["id"]), reverse=True)
    if not item["flags_count"]:
        return []
    page = await context.store.query(
        FLAGS,
        app=app,
        equal={"item_id": item["id"]},
        order="created_at",
        descending=True,
        limit=_SHOWN,
    )
    return [document.data for document in page.documents if is_of_item(document.data)]


async def _actions(
    context: Context, app: str, item: Item, known: dict[Key[Any], Any]
) -> list[LogEntry]:
    ids = complete(item.get("action_ids"))
    if ids is not None:
        kept: list[LogEntry] = _known(known, [log_key(app, id) for id in ids])
        return sorted(kept, key=lambda entry: (entry["at"], entry["id"]), reverse=True)
    page = await context.store.query(
        LOG, app=app, equal={"item_id": item["id"]}, order="at", descending=True, limit=_SHOWN
    )
    return [entry.data for entry in page.documents if KINDS[entry.data["kind"]].is_action]


def _known(known: dict[Key[Any], Any], keys: Sequence[Key[D]]) -> list[D]:
    return [known[key] for key in keys if key in known]
