"""Documents as they are stored, made readable: with one read for all keys that are not at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from common.configuration.data_keys import DataKeys, User
from common.domain.data_key import (
    DataKey,
    Encrypted,
    Tampered,
    decrypt,
    is_encrypted,
    read,
    unescaped,
)
from common.domain.personal_fields import PERSONAL, Personal
from common.store.store import Document, Key


class _Closed(NamedTuple):
    """A value that is encrypted, and the object whose member `name` it is."""

    document: Document[Any]
    field: Personal
    within: dict[str, Any]
    name: str
    value: Encrypted

    @property
    def user(self) -> User:
        return self.document.key.app, self.value.user


async def make_readable(keys: DataKeys, documents: Iterable[Document[Any]]) -> list[Key[Any]]:
    """In place; `under` says afterwards whose keys they are under. What is under a key that is no
    more becomes empty; the answer names what somebody has tampered with. Raises CannotOpen.
    """
    closed: list[_Closed] = []
    damaged: list[Key[Any]] = []
    for document in documents:
        if document.key.collection in PERSONAL:
            try:
                closed += _closed(document)
            except Tampered:
                damaged.append(document.key)
    if closed:
        found = await _keys_of(keys, closed)
        for each in closed:
            try:
                _open(each, found.get(each.user))
            except Tampered:
                damaged.append(each.document.key)
    return list(dict.fromkeys(damaged))


async def _keys_of(keys: DataKeys, closed: list[_Closed]) -> dict[User, DataKey]:
    """One at hand that is another than what was used may be older than that."""
    found = dict((await keys.of({each.user for each in closed})).keys)
    others = {each.user for each in closed if _is_other(found.get(each.user), each)}
    if others:
        for user in others:
            keys.forget(user)
        found.update((await keys.of(others)).keys)
    return found


def _is_other(key: DataKey | None, closed: _Closed) -> bool:
    return key is not None and key.name != closed.value.name


def _open(closed: _Closed, key: DataKey | None) -> None:
    """Raises Tampered."""
    document, field = closed.document, closed.field
    document.under[field.name] = closed.value.user
    if key is not None and key.name == closed.value.name:
        closed.within[closed.name] = decrypt(key, document.key, field.place, closed.value)
        return
    empty = field.empty()
    if empty is None:
        closed.within.pop(closed.name, None)
    else:
        closed.within[closed.name] = empty


def _closed(document: Document[Any]) -> Iterator[_Closed]:
    """Raises Tampered."""
    for field in PERSONAL[document.key.collection]:
        value = document.data.get(field.name)
        if not value:
            continue
        holders = value if field.inner else (document.data,)
        name = field.inner or field.name
        for within in holders:
            text = within.get(name)
            if is_encrypted(text):
                yield _Closed(document, field, within, name, read(text))
            elif isinstance(text, str):
                within[name] = unescaped(text)
