"""The store in which what users wrote lies encrypted, each under a key of its own.

Nobody above this module knows: documents go in and come out plain, and a history's key does not
come out at all. What an earlier release stored is read as it is, and encrypted when it is next
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from common.configuration.data_keys import FIELD, DataKeys, User, is_key_alone
from common.configuration.key_writes import NewKeys, keeping_keys, puts_histories
from common.configuration.owners import Asked, Giving, Owners, given_by, with_what_moves
from common.configuration.readable import make_readable
from common.domain.data_key import DataKey, encrypt, escaped
from common.domain.item import ITEMS
from common.domain.personal_fields import PERSONAL
from common.domain.user import HISTORIES
from common.store.store import (
    Collection,
    Conflict,
    Create,
    D,
    Damaged,
    Delete,
    Document,
    Key,
    Page,
    Put,
    Store,
    Write,
)
from common.store.writes import MAX_WRITES

if TYPE_CHECKING:
    from common.queue.messages import Outgoing

_ATTEMPTS = 20
_NO_NEW_KEYS = NewKeys()


class EncryptingStore:
    """`keys` are those of `store`, which has documents as they are stored."""

    def __init__(self, store: Store, keys: DataKeys) -> None:
        self._store = store
        self._keys = keys
        self._owners = Owners(store, keys.clock)
        self.close = store.close

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        found = await self._store.get(keys)
        for number, key in enumerate(keys):
            if key.collection == HISTORIES:
                self._keys.note((key.app, key.id), found[number])
                found[number] = _without_key(found[number])
        damaged = await self._open(document for document in found if document is not None)
        if damaged:
            raise Damaged(damaged)
        return found

    async def query(self, collection: Collection[D], **asked: Any) -> Page[D]:
        damaged: list[Key[Any]] = []
        try:
            page = await self._store.query(collection, **asked)
        except Damaged as error:
            if error.page is None:
                raise
            page, damaged = error.page, [*error.keys]
        documents = page.documents
        if collection == HISTORIES:
            documents = [each for each in map(_without_key, documents) if each is not None]
        lost = await self._open(documents)
        if lost:
            damaged += lost
            documents = [each for each in documents if each.key not in lost]
        page = Page(documents, page.cursor)
        if damaged:
            raise Damaged(damaged, page)
        return page

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        """A user's first content comes with the user's key, made in the same commit; where another
        was faster, that one is taken.
        """
        writes, messages = [*writes], [*messages]
        for attempt in range(_ATTEMPTS):
            changed, keys = await self._encrypted(writes)
            try:
                await self._commit(changed, keys, messages)
            except Conflict as error:
                is_of_key = error.key in keys.histories
                if not is_of_key or attempt == _ATTEMPTS - 1:
                    raise
            else:
                self._settle(writes, keys)
                return

    async def _commit(
        self, writes: Sequence[Write], keys: NewKeys, messages: Iterable[Outgoing]
    ) -> None:
        ready = keys.within(writes)
        if len(ready) > MAX_WRITES >= len(writes):
            # Keys without content harm nobody.
            alone = keys.within(())
            for start in range(0, len(alone), MAX_WRITES):
                await self._store.commit(alone[start : start + MAX_WRITES])
            ready = writes
        await self._store.commit(ready, messages)

    def _settle(self, writes: Iterable[Write], keys: NewKeys) -> None:
        for key, made in keys.made.items():
            self._keys.hold((key.app, key.id), made)
        for write in writes:
            if isinstance(write, Delete):
                if write.key.collection == HISTORIES:
                    self._keys.forget((write.key.app, write.key.id))
                elif write.key.collection == ITEMS:
                    self._owners.forget(write.key)

    async def _encrypted(self, writes: Sequence[Write]) -> tuple[Sequence[Write], NewKeys]:
        """With the keys that are to be stored for it."""
        changed = await keeping_keys(self._keys, writes) if puts_histories(writes) else [*writes]
        asked: dict[int, Asked] = {}
        for number, write in enumerate(changed):
            if write.key.collection in PERSONAL and not isinstance(write, Delete):
                changed[number] = moved = with_what_moves(write)
                if (one := _asked(moved)) is not None:
                    asked[number] = one
        if not self._keys.is_on:
            for number, each in asked.items():
                if each.has_texts:
                    changed[number] = _changed(each, [None] * len(each.fields), {})
            return changed, _NO_NEW_KEYS
        if not asked:
            return changed, _NO_NEW_KEYS
        owners = await self._owners.of(changed, [*asked.values()])
        users = {user for several in owners for user in several if user is not None}
        found = await self._keys.of(users)
        made = {user: self._keys.new(user) for user in found.histories}
        known = {**found.keys, **made} if made else found.keys
        for (number, each), several in zip(asked.items(), owners, strict=True):
            changed[number] = _changed(each, several, known)
        return changed, NewKeys.of(made, found) if made else _NO_NEW_KEYS

    async def _open(self, documents: Iterable[Document[Any]]) -> list[Key[Any]]:
        documents = [*documents]
        for document in documents:
            if document.key.collection == ITEMS:
                self._owners.note(document)
        return await make_readable(self._keys, documents)


def _asked(write: Giving) -> Asked | None:
    """None where the write gives nothing that is personal."""
    given = given_by(write)
    personal = PERSONAL[write.key.collection]
    fields = [field for field in personal if given.get(field.name) and field.is_in(given)]
    return Asked(write, fields) if fields else None


def _changed(asked: Asked, owners: Sequence[User | None], keys: Mapping[User, DataKey]) -> Write:
    write = asked.write
    given = dict(given_by(write))
    for field, user in zip(asked.fields, owners, strict=True):
        name = field.name
        if user is None:
            given[name] = field.changed(given[name], escaped)
        elif not field.inner:
            given[name] = encrypt(keys[user], user[1], write.key, name, given[name])
        else:
            change = partial(encrypt, keys[user], user[1], write.key, field.place)
            given[name] = field.changed(given[name], change)
    if isinstance(write, Create):
        return Create(write.key, given)
    if isinstance(write, Put):
        return Put(write.key, given, write.version)
    return replace(write, set=given)


def _without_key(history: Document[Any] | None) -> Document[Any] | None:
    """None where there would be no such document but for the key."""
    if history is None or is_key_alone(history):
        return None
    history.data.pop(FIELD, None)
    return history
