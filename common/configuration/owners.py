"""Whose what is written is: the user's whom it names, or the author's of the item that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from common.configuration.data_keys import User
from common.domain.cache import Cache
from common.domain.item import ITEMS, Item, author_of, item_key
from common.domain.personal_fields import NOBODY, Owner, Personal, Whose
from common.store.store import Create, Delete, Document, Key, Put, Store, Update, Write

_ITEMS_REMEMBERED = 4_096
_SECONDS = 30.0
"""How long a process goes on with the author of an item that was deleted in another."""
_TELLING = frozenset(("creator_id", "user_id", "item_id", "subject", "kind"))
"""Fields by which it changes whose a document is."""


Giving = Create[Any] | Put[Any] | Update[Any]


class Asked(NamedTuple):
    """A write, with what it gives that is personal."""

    write: Giving
    fields: Sequence[Personal]

    @property
    def has_texts(self) -> bool:
        """Which might pass for what is encrypted."""
        given = given_by(self.write)
        return any(each.inner or isinstance(given[each.name], str) for each in self.fields)


def given_by(write: Giving) -> Mapping[str, Any]:
    fields: Mapping[str, Any] = write.set if isinstance(write, Update) else write.data
    return fields


class Owners:
    """Who writes about an item has read it, or writes it in the same commit, so an author is hardly
    ever looked for.
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._authors: Cache[Key[Item], str] = Cache(_ITEMS_REMEMBERED, _SECONDS, clock)

    def note(self, item: Document[Any]) -> None:
        if "creator_id" in item.data:
            self._authors.put(item.key, author_of(item.data))

    def forget(self, item: Key[Any]) -> None:
        """That it is deleted."""
        self._authors.forget(item)

    async def of(self, writes: Iterable[Write], asked: Sequence[Asked]) -> list[list[User | None]]:
        """For each field of each that is asked for; None for what is nobody's."""
        whose = [_whose(each) or await self._looked_for(each) for each in asked]
        items = {
            item_key(each.write.key.app, one.item)
            for each, several in zip(asked, whose, strict=True)
            for one in several
            if one.item
        }
        authors = await self._authors_of(items, writes) if items else {}

        def user(app: str, one: Whose) -> User | None:
            id = one.user or (authors.get(item_key(app, one.item), "") if one.item else "")
            return (app, id) if id else None

        return [
            [user(each.write.key.app, one) for one in several]
            for each, several in zip(asked, whose, strict=True)
        ]

    async def _looked_for(self, asked: Asked) -> list[Whose]:
        """The write does not tell, so the document does."""
        key = asked.write.key
        (stored,) = await self._store.get([key])
        written = _whole(asked.write)
        if stored is not None:
            written = {**stored.data, **written}
        return [field.whose(key, written) for field in asked.fields]

    async def _authors_of(
        self, items: Iterable[Key[Item]], writes: Iterable[Write]
    ) -> dict[Key[Item], str]:
        found: dict[Key[Item], str] = {}
        for write in writes:
            if write.key.collection == ITEMS and not isinstance(write, Delete):
                item: Any = _whole(write)
                if "creator_id" in item:
                    found[write.key] = author_of(item)
        for key in items:
            if key not in found and (author := self._authors.get(key, None)) is not None:
                found[key] = author
        missing = [key for key in items if key not in found]
        if missing:
            for document in await self._store.get(missing):
                if document is not None:
                    self.note(document)
                    found[document.key] = author_of(document.data)
        return found


def with_what_moves(write: Giving) -> Giving:
    """Where a document becomes another's, what it has under the former one's key is written anew.
    It would be gone with that key, and name whose it was.
    """
    if not isinstance(write, Update) or write.read is None or not write.read.under:
        return write
    if write.version is None:
        return write
    changed = {*write.set, *write.remove}
    left = write.read.under.keys() - changed
    if not left or _TELLING.isdisjoint(changed):
        return write
    read = write.read.data
    values = {name: read[name] for name in left if name in read}
    lost = (name for name in left if name not in read)
    return replace(write, set={**values, **write.set}, remove=(*write.remove, *lost))


def _whose(asked: Asked) -> list[Whose] | None:
    """None where the write does not tell."""
    write, written = asked.write, _whole(asked.write)
    found: list[Whose] = []
    last: Owner | None = None
    for field in asked.fields:
        # Mostly all fields of a document are of one.
        found.append(found[-1] if field.whose is last else field.whose(write.key, written))
        last = field.whose
    if isinstance(write, Update) and write.read is None and NOBODY in found:
        return None
    return found


def _whole(write: Giving) -> Mapping[str, Any]:
    """The document as far as the write tells it."""
    if not isinstance(write, Update):
        return write.data  # type: ignore[no-any-return]
    return write.set if write.read is None else {**write.read.data, **write.set}
