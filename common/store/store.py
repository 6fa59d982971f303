"""The store's three verbs and the writes they take.

A backend holds documents and knows nothing of moderation. Documents are JSON objects; field
operations work on top-level fields only, because that is what all three backends do atomically.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol

from typing_extensions import TypeVar

from common.queue.queue import Cause

if TYPE_CHECKING:
    from common.queue.messages import Outgoing

Data = dict[str, Any]
Version = int | str
Place = tuple[str | int | float, str]
"""Where a document stands in an order within its app: the value of the order field, and its id."""
D = TypeVar("D", bound=Mapping[str, Any], default=Data)
"""The type of a document: one of the TypedDicts in common/domain. It travels with the key."""


class Collection(str, Generic[D]):
    """The name of a collection, with the type of its documents."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Key(Generic[D]):
    """`app` is empty for the few documents that stand above all apps."""

    app: str
    collection: str
    id: str


@dataclass(frozen=True, slots=True)
class Document(Generic[D]):
    """`under` says of fields that are stored encrypted under whose key they are. Backends know of
    none (common/configuration/encrypting.py).
    """

    key: Key[D]
    data: D
    version: Version
    under: dict[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Create(Generic[D]):
    """Conflicts when the document exists."""

    key: Key[D]
    data: D


@dataclass(frozen=True, slots=True)
class Put(Generic[D]):
    """Replaces the whole document; with `version`, only when it is still at that version."""

    key: Key[D]
    data: D
    version: Version | None = None


@dataclass(frozen=True, slots=True)
class Update(Generic[D]):
    """Changes single fields; conflicts when the document is missing, unless `upsert`.

    `increment` counts from zero where the field is missing. `union` adds strings to a list that
    holds each once; the list keeps no order. No field may stand in two of the four operations.
    `read` is the document as it was found. Backends do not need it: what is kept of an item
    follows from what it was and will be (common/configuration/keeping.py).
    """

    key: Key[D]
    set: Mapping[str, Any] = field(default_factory=dict)
    increment: Mapping[str, int] = field(default_factory=dict)
    union: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remove: Sequence[str] = ()
    version: Version | None = None
    upsert: bool = False
    read: Document[D] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Delete(Generic[D]):
    """Deleting what is missing is no error, unless `version` asks for it; `read` as in Update."""

    key: Key[D]
    version: Version | None = None
    read: Document[D] | None = field(default=None, compare=False, repr=False)


Write = Create[Any] | Put[Any] | Update[Any] | Delete[Any]


@dataclass(frozen=True, slots=True)
class Index:
    """One query shape: equality on `equal`, sorted by `order` (both directions) within the app.

    Only documents that carry `order` and every field of `equal` are found. `across_apps` drops the
    app from the index, for the sweep. Sorting by "id" within an app needs no declaration.

    `each` is a field that holds a list of texts, each of them once: a query names one of them as
    equal, and finds the documents that have it. Such an index has no `equal` besides, lies within
    an app and is not by "id".
    """

    collection: str
    order: str
    equal: tuple[str, ...] = ()
    across_apps: bool = False
    each: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[D]):
    documents: list[Document[D]]
    cursor: str | None


class StoreError(Exception):
    """Anything the store refuses or cannot do."""

    cause: Cause = "busy"


class Conflict(StoreError):
    """A condition did not hold; nothing of the commit was written."""

    def __init__(self, key: Key[Any]) -> None:
        super().__init__(f"{key.collection}/{key.id} changed or exists")
        self.key = key


class TooLarge(ValueError):
    """The backend cannot hold a document, or a commit, of that size. Nothing was written."""


class MissingIndex(StoreError):
    """The query's shape is not declared."""


class BadCursor(StoreError):
    """The cursor was not made by this query."""


class Unavailable(StoreError):
    """The backend did not do it; trying again may help, if not at once."""

    def __init__(self, text: str, cause: Cause = "busy") -> None:
        super().__init__(text)
        self.cause = cause


class Damaged(StoreError):
    """Stored documents are there and cannot be read; `page` has what a query found beside them."""

    cause: Cause = "corrupt"

    def __init__(self, keys: Sequence[Key[Any]], page: Page[Any] | None = None) -> None:
        super().__init__(", ".join(f"{key.app or '-'}/{key.collection}/{key.id}" for key in keys))
        self.keys = keys
        self.page = page


class DocumentStore(Protocol):
    """The three verbs, on documents alone."""

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        """Documents in the order of `keys`, None where there is none."""
        ...

    async def query(
        self,
        collection: Collection[D],
        *,
        app: str | None,
        equal: Mapping[str, Any] | None = None,
        order: str = "id",
        descending: bool = False,
        low: Any = None,
        high: Any = None,
        limit: int = 100,
        cursor: str | None = None,
        after: Place | None = None,
    ) -> Page[D]:
        """One page in order, `low` <= order field < `high`.

        The shape must be declared as an Index (`app=None` asks for one across apps), else
        MissingIndex. A cursor continues after the last document seen, whatever was written
        meanwhile; ties on the order field are broken by id, in the same direction. `after` does the
        same from any place, in either direction, also from one where no document stands; it needs
        an app, and takes the place of a cursor.
        `Page.cursor` is None on the last page. Unless sorted by id, a query may miss what was
        written within the last moments, and a page other than the last may be short for it.
        """
        ...

    async def commit(self, writes: Iterable[Write]) -> None:
        """All or nothing, durable when it returns; at most 100 writes, one per document.

        Raises Conflict when a condition fails, ValueError when two writes name one document.
        """
        ...

    def close(self) -> None: ...


class Store(DocumentStore, Protocol):
    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        """One unit of work: its documents, as in a DocumentStore, and its messages.

        A unit that is refused sends nothing. When this returns, the messages are published too.
        Where the queue is another system than the store, they follow the documents, and QueueError
        says that the documents are stored and a message was not published.
        """
        ...
