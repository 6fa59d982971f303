"""Looking through the review queue in order, for what matches a filter, page by page."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from common.configuration.context import Context
from common.domain.item import ITEMS, Item, is_queued, item_id, item_key
from common.moderation.filtering.filters import Predicate, compile_filter
from common.moderation.filtering.sorting import sorting
from common.store.store import BadCursor, Document, Page

DEFAULT_LIMIT = 25
_PAGE = 100
_SCANNED_MOST = 2_000
_ORDERS = {"created_at": "queue_created_at", "updated_at": "queue_updated_at", "id": "queue_id"}
_INDEXED = {"reviewed": "queue_reviewed", "entity_type": "entity_type"}
_INDEXED_FIRST = {"entity_creator_id": "creator_id"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the queue, in which order, how much, and where to go on."""

    filter: Mapping[str, Any] | None = None
    sort: Any = None
    limit: int | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    context: Context
    app: str
    equal: Mapping[str, str | bool]
    order: str
    descending: bool
    matches: Predicate
    direct: str | None
    cursor: str | None

    @classmethod
    def of(cls, context: Context, app: str, asked: Asked) -> Scan:
        filter, matches = asked.filter or {}, compile_filter(asked.filter)
        order, descending = sorting(asked.sort, _ORDERS)
        direct = _direct(app, filter)
        return cls(
            context,
            app,
            _equal(filter),
            _ORDERS[order],
            descending,
            matches,
            direct,
            asked.cursor,
        )

    def narrowed(self, also: Predicate) -> Scan:
        """Of what matches `also`, too."""
        matches = self.matches
        return replace(self, matches=lambda item: matches(item) and also(item))

    async def run(self, wanted: int, cursor: str | None = None) -> tuple[list[Item], str | None]:
        """Goes on at `cursor`, else where it was asked to. Looks through at most 2,000 items."""
        if self.direct is not None:
            return await self._direct(self.direct), None
        page_cursor, after = _decoded(cursor or self.cursor)
        found: list[Item] = []
        scanned = 0
        # Where nearly all match, which is the usual case, no more is read than is shown.
        limit = min(wanted, _PAGE, _SCANNED_MOST)
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

    async def _direct(self, id: str) -> list[Item]:
        (document,) = await self.context.store.get([item_key(self.app, id)])
        found = document is not None and is_queued(document.data) and self.matches(document.data)
        return [document.data] if document is not None and found else []

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
