"""The unit of work: documents and messages that change together, committed once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from common.queue.messages import Later, Message, Outgoing
from common.store.store import (
    Conflict,
    Create,
    D,
    Data,
    Delete,
    Document,
    Key,
    Store,
    Update,
    Write,
)


class UnitOfWork:
    """Documents are read once and changed in place: whoever gets one assigns to its fields, and
    `commit` writes what differs, on the version that was read. A nested value is replaced, not
    changed.
    """

    def __init__(self, store: Store, known: Iterable[Document[Any]] = ()) -> None:
        self._store = store
        self._read: dict[Key[Any], Document[Any] | None] = {}
        self._now: dict[Key[Any], Data] = {}
        self._anew: dict[Key[Any], Collection[str]] = {}
        self._others: list[Write] = []
        self.messages: list[Outgoing] = []
        for document in known:
            self._keep(document.key, document)

    async def read(self, keys: Sequence[Key[Any]]) -> None:
        """Fetches at once what several `get`s will ask for."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._read]
        if missing:
            found = await self._store.get(missing)
            for key, document in zip(missing, found, strict=True):
                self._keep(key, document)

    async def get(self, key: Key[D]) -> D | None:
        """The document as it will be after the commit."""
        await self.read([key])
        return cast("D | None", self._now.get(key))

    def held(self, key: Key[D]) -> D | None:
        """The same, where it was read or made here."""
        return cast("D | None", self._now.get(key))

    async def have(self, key: Key[D]) -> D:
        """For one that must be there: what refers to it was read in the same state."""
        document = await self.get(key)
        if document is None:
            raise Conflict(key)
        return document

    def create(self, key: Key[D], document: D) -> D:
        """Conflicts at the commit when the document exists."""
        created: Any = document
        self._read[key] = None
        self._now[key] = created
        return document

    async def put(self, key: Key[D], document: D) -> None:
        """In the place of what there is, or as a new one."""
        await self.read([key])
        put: Any = document
        self._now[key] = put

    def delete(self, key: Key[Any]) -> None:
        """Of a document that was read here."""
        del self._now[key]

    def write_anew(self, key: Key[Any], fields: Collection[str]) -> None:
        """Of a document that was read here, although they do not differ."""
        self._anew[key] = fields

    def add(self, *writes: Write) -> None:
        """Of documents that are not read here."""
        self._others += writes

    def send(self, message: Message, delay: float = 0.0) -> None:
        """Published with the commit, not before `delay` seconds have passed."""
        self.messages.append(Later(message, delay) if delay > 0 else message)

    def writes(self) -> list[Write]:
        """Only what differs, and only if nobody else has changed it meanwhile."""
        found = [self._write(key, document) for key, document in self._read.items()]
        return [*(write for write in found if write is not None), *self._others]

    async def commit(self) -> None:
        """Raises Conflict when another was faster; whoever decided then decides again."""
        await self._store.commit(self.writes(), self.messages)

    def _keep(self, key: Key[Any], document: Document[Any] | None) -> None:
        self._read[key] = document
        if document is not None:
            self._now[key] = dict(document.data)

    def _write(self, key: Key[Any], read: Document[Any] | None) -> Write | None:
        now = self._now.get(key)
        if read is None:
            return Create(key, now) if now is not None else None
        if now is None:
            return Delete(key, read.version, read)
        before, anew = read.data, self._anew.get(key, ())
        changed = {k: v for k, v in now.items() if k in anew or k not in before or before[k] != v}
        gone = tuple(name for name in dict.fromkeys((*before, *anew)) if name not in now)
        if not changed and not gone:
            return None
        return Update(key, set=changed, remove=gone, version=read.version, read=read)
