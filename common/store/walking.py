"""All documents of a query, read page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from common.store.store import Collection, D, Document, Store


async def documents(
    store: Store,
    collection: Collection[D],
    *,
    app: str,
    equal: Mapping[str, Any] | None = None,
    order: str = "id",
    descending: bool = False,
    low: Any = None,
    high: Any = None,
    at_once: int = 100,
) -> AsyncIterator[Document[D]]:
    """As `Store.query` has them; the next page is read when the last document of one was taken."""
    cursor: str | None = None
    while True:
        page = await store.query(
            collection,
            app=app,
            equal=equal,
            order=order,
            descending=descending,
            low=low,
            high=high,
            limit=at_once,
            cursor=cursor,
        )
        for document in page.documents:
            yield document
        cursor = page.cursor
        if cursor is None:
            return
