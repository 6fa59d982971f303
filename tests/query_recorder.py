"""Records which queries a test run issues, and says which of them no index serves.

Google's emulator answers queries that production refuses for want of an index. What serves what is
worked out here from the file that is deployed, independently of what generates it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from common.domain.indexes import INDEXES
from common.settings import Settings
from common.store.store import Collection, D, Document, Key, Page, Store, Write

LISTS = frozenset(index.each for index in INDEXES if index.each)
"""Fields of which queries ask for one member."""


@dataclass(frozen=True, slots=True)
class Issued:
    collection: str
    across_apps: bool
    equal: frozenset[str]
    order: str
    descending: bool


@dataclass(slots=True)
class Records:
    """Kept in a file of the process in `folder` too, if there is one, as soon as they are new: a
    process under test may be killed at any time.
    """

    folder: Path | None = None
    queries: set[Issued] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def add_query(self, query: Issued) -> None:
        if query not in self.queries:
            self.queries.add(query)
            self._keep(["query", *astuple(query)])

    def add_written(self, collections: Iterable[str]) -> None:
        for collection in set(collections) - self.written:
            self.written.add(collection)
            self._keep(["written", collection])

    def read(self, folder: Path) -> None:
        """Adds what the processes kept there."""
        for path in folder.glob("*.jsonl"):
            for line in path.read_text().splitlines():
                kind, *values = json.loads(line)
                if kind == "written":
                    self.written.add(*values)
                else:
                    collection, across_apps, equal, *order = values
                    self.queries.add(Issued(collection, across_apps, frozenset(equal), *order))

    def _keep(self, record: list[Any]) -> None:
        if self.folder is not None:
            with (self.folder / f"{os.getpid()}.jsonl").open("a") as file:
                file.write(json.dumps(record, default=sorted) + "\n")

    def unserved(self, definition: Mapping[str, Any]) -> list[Issued]:
        return [query for query in self.queries if not is_served(query, definition)]

    def indexed_by_default(self, definition: Mapping[str, Any]) -> set[str]:
        """Collections that were written and whose every field Firestore would index."""
        exempt = {
            override["collectionGroup"]
            for override in definition["fieldOverrides"]
            if override["fieldPath"] == "*" and not override["indexes"]
        }
        return self.written - exempt


def recorded(open_store: Callable[[Settings], Any], records: Records) -> Any:
    """The function that opens a store which is recorded."""
    return lambda settings: QueryRecorder(open_store(settings), records)


class QueryRecorder:
    """A store that passes everything on to another one."""

    def __init__(self, store: Store, records: Records) -> None:
        self._store = store
        self._records = records

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        return await self._store.get(keys)

    async def query(self, collection: Collection[D], **shape: Any) -> Page[D]:
        self._records.add_query(
            Issued(
                collection,
                shape["app"] is None,
                frozenset(shape.get("equal") or ()),
                shape.get("order", "id"),
                shape.get("descending", False),
            )
        )
        return await self._store.query(collection, **shape)

    async def commit(self, writes: Iterable[Write], *messages: Any) -> None:
        """Messages come only where the store takes them."""
        writes = list(writes)
        self._records.add_written(write.key.collection for write in writes)
        await self._store.commit(writes, *messages)

    def close(self) -> None:
        self._store.close()


def is_served(query: Issued, definition: Mapping[str, Any]) -> bool:
    """By one index; Firestore can also merge several, which nothing here relies on."""
    if not query.equal and query.order == "id" and not query.descending:
        return not query.across_apps
    direction = "DESCENDING" if query.descending else "ASCENDING"
    scope = "COLLECTION_GROUP" if query.across_apps else "COLLECTION"
    if not query.equal:
        return any(
            override["collectionGroup"] == query.collection
            and override["fieldPath"] == query.order
            and {"order": direction, "queryScope": scope} in override["indexes"]
            for override in definition["fieldOverrides"]
        )
    return any(
        (index["collectionGroup"], index["queryScope"]) == (query.collection, scope)
        and {each["fieldPath"] for each in index["fields"][:-1]} == query.equal
        and all("order" in each or each["fieldPath"] in LISTS for each in index["fields"])
        and index["fields"][-1] == {"fieldPath": query.order, "order": direction}
        for index in definition["indexes"]
    )
