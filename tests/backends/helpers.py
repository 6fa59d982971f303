from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from common.domain.indexes import INDEXES as PRODUCT
from common.domain.rule_version import RULE_VERSIONS
from common.store.store import Collection, Data, Document, DocumentStore, Index, Key

T = TypeVar("T")

APP = "app-1"
OTHER_APP = "app-2"
COLLECTION: Collection = Collection("things")

INDEXES = (
    Index(COLLECTION, "rank"),
    Index(COLLECTION, "rank", ("state",)),
    Index(COLLECTION, "rank", ("state", "kind")),
    Index(COLLECTION, "id", ("state",)),
    Index(COLLECTION, "rank", across_apps=True),
    Index(COLLECTION, "rank", ("state",), across_apps=True),
    Index(COLLECTION, "rank", each="tags"),
    *(each for each in PRODUCT if each.collection == RULE_VERSIONS),
)


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def key(id: str, app: str = APP) -> Key:
    return Key(app, COLLECTION, id)


async def found(store: DocumentStore, id: str, app: str = APP) -> Document:
    [document] = await store.get([key(id, app)])
    assert document is not None
    return document


async def data(store: DocumentStore, id: str, app: str = APP) -> Data:
    return (await found(store, id, app)).data


async def missing(store: DocumentStore, id: str, app: str = APP) -> bool:
    return await store.get([key(id, app)]) == [None]


async def ids(store: DocumentStore, app: str | None = APP, **query: Any) -> list[str]:
    """The ids of all pages."""
    return [document.key.id for document in await documents(store, app, **query)]


async def documents(store: DocumentStore, app: str | None = APP, **query: Any) -> list[Document]:
    page = await store.query(COLLECTION, app=app, **query)
    seen = list(page.documents)
    while page.cursor is not None:
        page = await store.query(COLLECTION, app=app, cursor=page.cursor, **query)
        seen += page.documents
    return seen
