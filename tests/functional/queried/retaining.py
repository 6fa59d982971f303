"""A retention of all there is, with a hold and an appeal."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any

from common.configuration.context import Context
from common.domain.item import item_id, item_key, new_item
from common.domain.item_age import new_retention, retention_id
from common.domain.log import new_entry
from common.domain.log_tree import LogRoot, day_of, leaves_key, new_leaves, root_key
from common.domain.retention import KINDS
from common.domain.settings import settings_key
from common.domain.task import task_key
from common.domain.times import DAY
from common.moderation import authority_orders, holds
from common.moderation.background.holding import Holds
from common.store.store import Create, Put
from tests.functional.retaining import retained

_APP = "app"
_AT = 10**18


def retaining(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield holds.place(context, _APP, "user", "held", "mo", "why", _AT)
    yield holds.query(context, _APP, 10, None)
    yield _retain(context)
    yield holds.lift(context, _APP, "user", "held", "mo", "over", _AT)
    yield _hold_what_many_have_reported(context)
    yield authority_orders.query(context, _APP, 10, None)


async def _hold_what_many_have_reported(context: Context) -> None:
    item = new_item(_APP, "retained", "reported", "who", _AT)
    item["more_reporters"] = True
    await context.store.commit([Create(item_key(_APP, item["id"]), item)])
    await holds.place(context, _APP, "item", item["id"], "mo", "why", _AT)
    found = await Holds.of(context.store, _APP)
    assert not await found.keep(context.store, _APP, "nobody")
    await holds.lift(context, _APP, "item", item["id"], "mo", "over", _AT)


async def _retain(context: Context) -> None:
    day, id = day_of(_AT), item_id(_APP, "retained", "clean")
    entry = new_entry(_APP, "note", "note", _AT)
    root: LogRoot = {
        "day": day,
        "entries": 1,
        "chunks": [""],
        "lasts": [entry.key.id],
        "tree": "",
        "previous": "",
        "root": "",
        "key": "",
        "signature": "",
        "closed_at": _AT,
    }
    leaves = new_leaves(day, 0)
    leaves["ids"] = [entry.key.id]
    await context.store.commit(
        [
            Put(settings_key(_APP), {"retention_days": dict.fromkeys(KINDS, 200)}),
            Put(task_key(_APP, retention_id(_APP)), new_retention(_APP, _AT)),
            Create(item_key(_APP, id), new_item(_APP, "retained", "clean", "who", _AT)),
            entry,
            Put(root_key(_APP, day), root),
            Put(leaves_key(_APP, day, 0), leaves),
        ]
    )
    await retained(context, _APP, _AT + 202 * DAY)
