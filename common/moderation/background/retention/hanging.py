"""What hangs on items that are gone goes as in an erasure of who would have made them: the table of
places is the erasure's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from common.domain.delivery import DELIVERIES, is_on_its_way
from common.domain.enforcement import HELD_ENFORCEMENTS
from common.domain.item import item_key
from common.domain.task import TASKS, is_finished
from common.moderation.background.erasure.person import Person
from common.moderation.background.erasure.places import PLACES, Place
from common.moderation.background.erasure.walking import Walking
from common.moderation.background.retention.page import Page
from common.store.store import Collection, Document

HANGING = tuple(place for place in PLACES if place.items is not None)
_NOBODY = "\x00"
"""No user has that id."""
_KEEPS = frozenset(("conclusions", "deliveries"))
"""What was decided about a string, and when a rule fired last, hold for others too; that something
went out has a time of its own."""


async def step(page: Page, cursor: str) -> str | None:
    """A page of one place."""
    number, _, rest = (cursor or "0:").partition(":")
    place = HANGING[int(number)]
    collection: Collection[Any] = Collection(place.collection)
    found = await page.job.context.store.query(
        collection, app=page.job.app, limit=place.at_once, cursor=rest or None
    )
    settled = [each for each in found.documents if not _is_at_work(each)]
    await _treat(page, place, await page.free(settled))
    if found.cursor is not None:
        return f"{number}:{found.cursor}"
    following = int(number) + 1
    return f"{following}:" if following < len(HANGING) else None


async def _treat(page: Page, place: Place, documents: list[Document[Any]]) -> None:
    job = page.job
    assert place.items is not None
    named = {each.key.id: {*place.items(job.app, each.data)} for each in documents}
    gone = await _gone(page, set().union(*named.values()))
    walking = Walking(job, Person(job.app, _NOBODY, str, gone), _KEEPS)
    for document in documents:
        if _is_old_analysis(page, document):
            page.delete("clean_items", document)
        elif gone.isdisjoint(named[document.key.id]):
            continue
        elif place.treat is not None:
            place.treat(walking, document)
        elif place.treat_with_others is not None:
            await place.treat_with_others(walking, document)


async def _gone(page: Page, ids: Iterable[str]) -> frozenset[str]:
    asked = sorted(ids)
    found = await page.job.context.store.get([item_key(page.job.app, id) for id in asked])
    return frozenset(id for id, each in zip(asked, found, strict=True) if each is None)


def _is_at_work(document: Document[Any]) -> bool:
    data, collection = document.data, document.key.collection
    if collection == DELIVERIES:
        return is_on_its_way(data)
    return "due_at" in data or (collection == HELD_ENFORCEMENTS and data["status"] == "held")


def _is_old_analysis(page: Page, document: Document[Any]) -> bool:
    """One of what is no item, which is as old as clean items get."""
    data = document.data
    return (
        document.key.collection == TASKS
        and "analysis" in data
        and not data["item_id"]
        and page.days("clean_items") is not None
        and is_finished(data)
        and data["updated_at"] < page.before("clean_items")
    )
