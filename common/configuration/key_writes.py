"""Data keys in the writes of histories: a new one is stored once, whoever else makes one then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from common.configuration.data_keys import FIELD, DataKeys, Found, User
from common.domain.data_key import DataKey
from common.domain.user import HISTORIES, history_key
from common.store.store import Create, Delete, Document, Key, Put, Update, Write


@dataclass(frozen=True, slots=True)
class NewKeys:
    """By the keys of the histories that are to have them, and those as they were found."""

    made: Mapping[Key[Any], DataKey] = field(default_factory=dict)
    histories: Mapping[Key[Any], Document[Any] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, made: Mapping[User, DataKey], found: Found) -> NewKeys:
        histories = {history_key(*user): history for user, history in found.histories.items()}
        return cls({history_key(*user): key for user, key in made.items()}, histories)

    def within(self, writes: Sequence[Write]) -> Sequence[Write]:
        """Each in the write of its history, where there is one. They conflict where the history is
        not as it was found.
        """
        if not self.made:
            return writes
        left = dict(self.made)
        ready = [*writes]
        for number, write in enumerate(writes):
            if write.key in left:
                stored = left.pop(write.key).stored
                ready[number] = _with_key(write, stored, self.histories[write.key])
        for key, made in left.items():
            ready.append(_with_key(Update(key, upsert=True), made.stored, self.histories[key]))
        return ready


def puts_histories(writes: Sequence[Write]) -> bool:
    return any(isinstance(each, Put) and each.key.collection == HISTORIES for each in writes)


async def keeping_keys(keys: DataKeys, writes: Sequence[Write]) -> list[Write]:
    """Who puts a history whole does not know the key that it has."""
    put = [w for w in writes if isinstance(w, Put) and w.key.collection == HISTORIES]
    found = await keys.of((write.key.app, write.key.id) for write in put)
    return [_with_its_key(write, found) for write in writes]


def _with_key(write: Write, stored: str, history: Document[Any] | None) -> Write:
    """A deletion stays one: nobody shall read what comes with it."""
    if isinstance(write, Delete):
        return write
    if isinstance(write, Create):
        return Create(write.key, {**write.data, FIELD: stored})
    version = write.version
    if version is None and history is not None:
        version = history.version
    if isinstance(write, Put):
        data = {**write.data, FIELD: stored}
        return Create(write.key, data) if version is None else Put(write.key, data, version)
    if version is None and write.upsert:
        added = {name: [*members] for name, members in write.union.items()}
        return Create(write.key, {**write.set, **write.increment, **added, FIELD: stored})
    return replace(write, set={**write.set, FIELD: stored}, version=version)


def _with_its_key(write: Write, found: Found) -> Write:
    if not isinstance(write, Put) or write.key.collection != HISTORIES:
        return write
    key = found.keys.get((write.key.app, write.key.id))
    if key is None:
        return write
    return Put(write.key, {**write.data, FIELD: key.stored}, write.version)
