"""The review queue: what moderators look at, page by page, and how much of it there is."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.errors import NotFound
from common.domain.item import ITEMS, Item, item_id, item_key, kind_of
from common.domain.review_item import ReviewItem
from common.moderation.filtering.filters import Predicate, compile_filter
from common.moderation.filtering.sorting import sorting
from common.moderation.review_items import review_items
from common.store.store import BadCursor, Document, Page

DEFAULT_LIMIT = 25
STATS_MOST = 1_000
_PAGE = 100
_SCANNED_MOST = 2_000
_STATS_SECONDS = 5.0
_STATS_APPS = 1_000
_ORDERS = {"created_at": "queue_created_at", "updated_at": "queue_updated_at", "id": "queue_id"}
_INDEXED = {"reviewed": "queue_reviewed", "entity_type": "entity_type"}
_INDEXED_FIRST = {"entity_creator_id": "creator_id"}


@dataclass(frozen=True, slots=True)
class Found:
    """`next` is set when there may be more; a page can be shorter than asked for."""

    review_items: list[ReviewItem]
    next: str | None


async def query(
    context: Context,
    app: str,
    filter: Mapping[str, Any] | None,
    sort: Any,
    limit: int | None,
    cursor: str | None,
) -> Found:
    """Looks through at most 2,000 items a call; what is rare is found by following `next`."""
    matches = compile_filter(filter)
    order, descending = sorting(sort, _ORDERS)
    wanted = limit or DEFAULT_LIMIT
    direct = _direct(app, filter or {})
    if direct is not None:
        (document,) = await context.store.get([item_key(app, direct)])
        items = [document.data] if document and "queue_id" in document.data else []
        return Found(await review_items(context, app, [i for i in items if matches(i)]), None)
    scan = _Scan(context, app, _equal(filter or {}), _ORDERS[order], descending, matches)
    items, following = await scan.run(wanted, cursor)
    return Found(await review_items(context, app, items), following)


async def get(context: Context, app: str, id: str) -> ReviewItem:
    (document,) = await context.store.get([item_key(app, id)])
    if document is None:
        raise NotFound(f"there is no item {id!r}", {"id": "does not exist"})
    return (await review_items(context, app, [document.data]))[0]


def _direct(app: str, filter: Mapping[str, Any]) -> str | None:
    if isinstance(filter.get("id"), str):
        return str(filter["id"])
    entity = filter.get("entity_type"), filter.get("entity_id")
    if all(isinstance(part, str) for part in entity):
        return item_id(app, str(entity[0]), str(entity[1]))
    return None


def _equal(filter: Mapping[str, Any]) -> dict[str, str | bool]:
    """The most selective plain equality there is an index for; the filter itself does the rest."""
    for name, indexed in (_INDEXED_FIRST | _INDEXED).items():
        value = filter.get(name)
        if isinstance(value, dict) and set(value) == {"$eq"}:
            value = value["$eq"]
        if isinstance(value, str | bool):
            return {indexed: value}
    return {}


@dataclass(frozen=True, slots=True)
class _Scan:
    context: Context
    app: str
    equal: Mapping[str, str | bool]
    order: str
    descending: bool
    matches: Predicate

    async def run(self, wanted: int, cursor: str | None) -> tuple[list[Item], str | None]:
        page_cursor, after = _decoded(cursor)
        found: list[Item] = []
        scanned = 0
        # Where nearly all match, which is the usual case, no more is read than is shown.
        limit = min(wanted, _PAGE)
        while True:
            page = await self.context.store.query(
                ITEMS,
                app=self.app,
                equal=self.equal,
                order=self.order,
                descending=self.descending,
                limit=limit,
                cursor=page_cursor,
            )
            for document in page.documents:
                if after is not None and not self._is_after(document, after):
                    continue
                if self.matches(document.data):
                    found.append(document.data)
                if len(found) == wanted:
                    return found, self._following(page_cursor, page, document)
            scanned += len(page.documents)
            if page.cursor is None:
                return found, None
            page_cursor, limit = page.cursor, min(_PAGE, _SCANNED_MOST - scanned)
            if limit == 0:
                # What was inserted before `after` meanwhile may fill all of these pages.
                return found, _encoded(page_cursor, after)

    def _following(
        self, page_cursor: str | None, page: Page[Item], document: Document[Item]
    ) -> str | None:
        """Where to go on after `document` of the page that begins at `page_cursor`."""
        if document is not page.documents[-1]:
            return _encoded(page_cursor, self._position(document))
        return None if page.cursor is None else _encoded(page.cursor, None)

    def _position(self, document: Document[Item]) -> list[Any]:
        fields: Mapping[str, Any] = document.data
        return [fields[self.order], document.key.id]

    def _is_after(self, document: Document[Item], after: list[Any]) -> bool:
        position = self._position(document)
        try:
            return position < after if self.descending else position > after
        except TypeError:
            raise BadCursor("the cursor is of another sorting") from None


def _encoded(page_cursor: str | None, after: list[Any] | None) -> str:
    return base64.urlsafe_b64encode(orjson.dumps([page_cursor, after])).decode()


def _decoded(cursor: str | None) -> tuple[str | None, list[Any] | None]:
    if not cursor:
        return None, None
    try:
        page_cursor, after = orjson.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, TypeError, binascii.Error):
        raise BadCursor("not a cursor") from None
    well_formed = isinstance(after, list) and len(after) == 2 and isinstance(after[1], str)
    if not (page_cursor is None or isinstance(page_cursor, str)):
        raise BadCursor("not a cursor")
    if not (after is None or well_formed):
        raise BadCursor("not a cursor")
    return page_cursor, after


async def stats(context: Context, app: str) -> dict[str, int]:
    """How many items wait, by kind, counted up to a thousand.

    A long queue's counts are remembered for five seconds.
    """
    remembered = context.one(_remembered_stats)
    held = remembered.get(app, None)
    if held is not None:
        return held
    counts = {"texts": 0, "users": 0, "media": 0}
    cursor: str | None = None
    while sum(counts.values()) < STATS_MOST:
        page = await context.store.query(
            ITEMS,
            app=app,
            equal={"queue_reviewed": False},
            order="queue_created_at",
            descending=True,
            limit=_PAGE,
            cursor=cursor,
        )
        for document in page.documents:
            counts[kind_of(document.data)] += 1
        cursor = page.cursor
        if cursor is None:
            break
    if sum(counts.values()) > _PAGE:
        remembered.put(app, counts)
    return counts


def _remembered_stats(_: Context) -> Cache[str, dict[str, int]]:
    return Cache(_STATS_APPS, _STATS_SECONDS)
