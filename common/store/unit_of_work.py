"""Documents and messages that belong together: each document read once, all committed at once, on
what was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from common.queue.messages import Later, Message, Outgoing
from common.store.store import Conflict, Create, Data, Delete, Document, Key, Store, Update, Write


class Draft:
    def __init__(self, store: Store, known: Iterable[Document] = ()) -> None:
        self._store = store
        self._read: dict[Key, Document | None] = {document.key: document for document in known}
        self._now: dict[Key, Data] = {key: dict(d.data) for key, d in self._read.items() if d}
        self.messages: list[Outgoing] = []

    async def get(self, key: Key) -> Data | None:
        """As it will be after the commit."""
        if key not in self._read:
            (found,) = await self._store.get([key])
            self._read[key] = found
            if found is not None:
                self._now[key] = dict(found.data)
        return self._now.get(key)

    async def have(self, key: Key) -> Data:
        """For one that must be there: what refers to it was read in the same state."""
        data = await self.get(key)
        if data is None:
            raise Conflict(key)
        return data

    def create(self, key: Key, data: Data) -> None:
        """Conflicts at the commit when the document exists."""
        self._read[key] = None
        self._now[key] = data

    def change(self, key: Key, fields: dict[str, Any], remove: Iterable[str] = ()) -> None:
        """Of a document that was read or created here."""
        data = self._now[key]
        data.update(fields)
        for name in remove:
            data.pop(name, None)

    def delete(self, key: Key) -> None:
        """Of a document that was read here."""
        del self._now[key]

    def send(self, message: Message, delay: float = 0.0) -> None:
        """Published with the commit, to be delivered not before `delay` seconds have passed."""
        self.messages.append(Later(message, delay) if delay > 0 else message)

    async def commit(self) -> None:
        """Raises Conflict when somebody else has changed what was read here."""
        await self._store.commit(self.writes(), self.messages)

    def writes(self) -> list[Write]:
        """Only what differs, and only if nobody else has changed it meanwhile."""
        found = [self._write(key, document) for key, document in self._read.items()]
        return [write for write in found if write is not None]

    def _write(self, key: Key, read: Document | None) -> Write | None:
        data = self._now.get(key)
        if read is None:
            return Create(key, data) if data is not None else None
        if data is None:
            return Delete(key, read.version)
        changed = {k: v for k, v in data.items() if k not in read.data or read.data[k] != v}
        gone = tuple(name for name in read.data if name not in data)
        if not changed and not gone:
            return None
        return Update(key, set=changed, remove=gone, version=read.version)
