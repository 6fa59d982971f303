"""Items that have had their time: looked for by going through all of them, so that a check costs
nothing for it. Where work is open on one, it stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from common.domain.appeal import appeal_key, is_open, out_of_court_state
from common.domain.approval import APPROVALS
from common.domain.delivery import DELIVERIES
from common.domain.delivery import is_open as is_to_be_sent
from common.domain.enforcement import HELD_ENFORCEMENTS
from common.domain.item import ITEMS, Item, is_queued
from common.domain.item_age import item_goes_at, item_kind
from common.domain.rule_input import rule_input_key
from common.domain.second_look import second_look_id, second_look_key
from common.moderation.background.retention.page import Page
from common.store.store import Collection, Delete, Document, Key
from common.store.walking import documents

_AT_ONCE = 40
_MOST_WRITES = 70
"""Beside which a commit has the counts of the shards that change."""
_INPUTS = 60
"""The latest evaluations of an item: earlier ones go in their own time."""


async def step(page: Page, after: str) -> str | None:
    job = page.job
    found = await job.context.store.query(
        ITEMS, app=job.app, limit=_AT_ONCE, after=(after, after) if after else None
    )
    due = [each for each in found.documents if _is_due(page, each.data)]
    going = {each.key.id for each in await _settled(page, await page.free(due))}
    writes, last = 0, after
    for document in found.documents:
        if document.key.id in going:
            inputs = _inputs(job.app, document.data)
            writes += 1 + len(inputs)
            if writes > _MOST_WRITES and last != after:
                return last
            page.delete(item_kind(document.data), document)
            job.unit.add(*(Delete(key) for key in inputs))
        last = document.key.id
    return last if found.cursor is not None else None


def _is_due(page: Page, item: Item) -> bool:
    goes_at = item_goes_at(item, page.settings)
    return goes_at is not None and goes_at <= page.known["began_at"] and not _is_worked_on(item)


def _is_worked_on(item: Item) -> bool:
    return (
        "pending_since" in item
        or item["status"] == "partial"
        or (is_queued(item) and not item["queue_reviewed"])
        or item.get("appeal_status") == "submitted"
    )


def _inputs(app: str, item: Item) -> list[Key[Any]]:
    revisions = range(max(0, item["revision"] - _INPUTS + 1), item["revision"] + 1)
    return [rule_input_key(app, item["id"], revision) for revision in revisions]


async def _settled(page: Page, due: Sequence[Document[Item]]) -> list[Document[Item]]:
    """Those on which nothing waits elsewhere."""
    if not due:
        return []
    held = await _waiting(page, HELD_ENFORCEMENTS, {"status": "held"}, "at")
    asked = await _waiting(page, APPROVALS, {"state": "waiting"}, "asked_at")
    if held is None:
        due = [each for each in due if item_kind(each.data) == "clean_items"]
    if asked is None:
        return []
    busy = (held or set()) | asked | await _looked_at(page, due)
    free = [each for each in due if each.key.id not in busy]
    return [each for each in free if not await _is_sent_about(page, each.key.id)]


async def _waiting(
    page: Page, collection: Collection[Any], equal: Mapping[str, str], order: str
) -> set[str] | None:
    """Items on which something waits for a person; None where those are too many to know."""
    job, found = page.job, set[str]()
    cursor: str | None = None
    for _ in range(10):
        waiting = await job.context.store.query(
            collection, app=job.app, equal=equal, order=order, cursor=cursor
        )
        found.update(each.data["item_id"] for each in waiting.documents)
        cursor = waiting.cursor
        if cursor is None:
            return found
    return None


async def _looked_at(page: Page, due: Sequence[Document[Item]]) -> set[str]:
    """Those with an appeal that is not over, or a second look that nobody has had."""
    app, store, busy = page.job.app, page.job.context.store, set[str]()
    appealed = [each for each in due if "appeal_id" in each.data]
    appeals = await store.get([appeal_key(app, each.data["appeal_id"]) for each in appealed])
    for document, appeal in zip(appealed, appeals, strict=True):
        if appeal is not None and (
            is_open(appeal.data) or out_of_court_state(appeal.data) == "open"
        ):
            busy.add(document.key.id)
    decided = [each for each in due if item_kind(each.data) == "flagged_items"]
    keys = [second_look_key(app, second_look_id(app, each.data)) for each in decided]
    for document, look in zip(decided, await store.get(keys), strict=True):
        if look is not None and look.data["state"] == "open":
            busy.add(document.key.id)
    return busy


async def _is_sent_about(page: Page, item: str) -> bool:
    deliveries = documents(
        page.job.context.store,
        DELIVERIES,
        app=page.job.app,
        equal={"item_id": item},
        order="created_at",
        descending=True,
    )
    async for each in deliveries:
        if is_to_be_sent(each.data):
            return True
    return False
