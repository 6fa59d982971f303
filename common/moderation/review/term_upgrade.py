"""Items from before the queue was found by terms get theirs, page by page.

A release that knows terms writes them with each item. What earlier ones wrote is written again as
moderators ask: each question that terms could answer does a page of it, and is answered by looking
through the queue until all are done. Nobody has to run anything.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from typing_extensions import TypedDict

from common.configuration.context import Context
from common.domain.item import ITEMS, Item
from common.store.store import Conflict, Document, Key, Put, Store, Update

_PAGE = 100
VERSION = 2
"""Of the terms there are: one that later releases add is to be missed in no item either."""


class TermUpgrade(TypedDict):
    """How far it is, in the order of the items' ids; `is_done` for all of `version`."""

    version: int
    after: str
    is_done: bool


def upgrade_key(app: str) -> Key[TermUpgrade]:
    return Key(app, "configuration", "queue_terms")


def done() -> TermUpgrade:
    return {"version": VERSION, "after": "", "is_done": True}


async def has_terms(context: Context, app: str) -> bool:
    """Whether every item of the queue has its terms; does a part of it where not."""
    done = context.one(_done)
    if app not in done and await _goes_on(context.store, app):
        done.add(app)
    return app in done


async def _goes_on(store: Store, app: str) -> bool:
    (known,) = await store.get([upgrade_key(app)])
    state: TermUpgrade = {"version": VERSION, "after": "", "is_done": False}
    if known is not None and known.data["version"] == VERSION:
        state = known.data
    if state["is_done"]:
        return True
    page = await store.query(
        ITEMS,
        app=app,
        order="queue_id",
        limit=_PAGE,
        after=(state["after"], state["after"]) if state["after"] else None,
    )
    await asyncio.gather(*(_rewrite(store, document) for document in page.documents))
    last = page.documents[-1].key.id if page.documents else state["after"]
    after: TermUpgrade = {"version": VERSION, "after": last, "is_done": page.cursor is None}
    # Two may do the same page; neither leaves out what the other has not done.
    with suppress(Conflict):
        await store.commit([Put(upgrade_key(app), after, known.version if known else None)])
    return after["is_done"]


async def _rewrite(store: Store, document: Document[Item]) -> None:
    """Who changed it meanwhile has written its terms."""
    same = {"queue_id": document.data["id"]}
    update = Update(document.key, set=same, version=document.version, read=document)
    with suppress(Conflict):
        await store.commit([update])


def _done(_: Context) -> set[str]:
    return set()
