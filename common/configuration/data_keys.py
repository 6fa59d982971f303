"""The data keys of users: one each, random, sealed with the operator's key, in the user's history.

A check writes that document anyway, and reads it where rules look at it. Nobody above the store's
wrapper (`encrypting.py`) sees the key.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from common.domain.cache import Cache
from common.domain.data_key import DataKey, new_secret
from common.domain.user import history_key
from common.domain.vault import Vault
from common.store.deciding import until_committed
from common.store.store import Conflict, Delete, Document, Store, Update

FIELD = "data_key"
KEY_SECONDS = 30.0
"""How long a process goes on with a key that was dropped in another."""
GONE_AFTER = 2 * KEY_SECONDS
"""When no process writes with it any more: a commit that was encrypted before may be on its way."""
_KEYS_REMEMBERED = 4_096
_ATTEMPTS = 20

User = tuple[str, str]
"""An app, and a user's id there."""


@dataclass(frozen=True, slots=True)
class Found:
    """`histories` are of those who have no key, as they were found."""

    keys: Mapping[User, DataKey]
    histories: Mapping[User, Document[dict[str, int]] | None]


class DataKeys:
    """Of a store with documents as they are stored. With `is_on` new content is encrypted, where
    the vault has a key to seal with; what is encrypted is read in any case.
    """

    def __init__(
        self,
        store: Store,
        vault: Vault,
        *,
        is_on: bool,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """The clock is the wall's: that of an instance which was frozen may have stood."""
        self._store = store
        self._vault = vault
        self._held: Cache[User, _Held] = Cache(_KEYS_REMEMBERED, KEY_SECONDS, clock)
        self.clock = clock
        self.is_on = is_on and vault.has_key

    async def has(self, app: str, user: str) -> bool:
        """As it is stored now. Where it is False, what was encrypted for the user is unreadable."""
        (history,) = await self._store.get([history_key(app, user)])
        return history is not None and FIELD in history.data

    async def drop(self, app: str, user: str) -> bool:
        """For good; False where there was none. Other processes may go on with it, until
        `GONE_AFTER` seconds from now. Raises Conflict where the history keeps changing.
        """
        key = history_key(app, user)

        async def attempt() -> bool:
            (history,) = await self._store.get([key])
            if history is None or FIELD not in history.data:
                return False
            alone = Delete(key, history.version)
            await self._store.commit(
                [alone if is_key_alone(history) else Update(key, remove=(FIELD,))]
            )
            return True

        dropped = await until_committed(attempt, _ATTEMPTS, Conflict(key))
        self.forget((app, user))
        return dropped

    def note(self, user: User, history: Document[Any] | None) -> None:
        """How it was found just now."""
        stored = history.data.get(FIELD) if history is not None else None
        if stored is None:
            self._held.forget(user)
            return
        held = self._held.get(user, None)
        is_same = held is not None and held.stored == stored
        self._held.put(user, held if held is not None and is_same else _Held(stored))

    def forget(self, user: User) -> None:
        """That the history may have another key now, or none."""
        self._held.forget(user)

    def hold(self, user: User, key: DataKey) -> None:
        """That the key is stored now."""
        self._held.put(user, _Held(key.stored, key))

    async def of(self, users: Iterable[User]) -> Found:
        """Those that are not at hand in one read. Raises CannotOpen for one that the operator's
        keys do not open.
        """
        keys: dict[User, DataKey] = {}
        missing: list[User] = []
        for user in users:
            held = self._held.get(user, None)
            if held is None:
                missing.append(user)
            else:
                keys[user] = held.key or self._opened(user, held)
        histories: dict[User, Document[dict[str, int]] | None] = {}
        if missing:
            found = await self._store.get([history_key(*user) for user in missing])
            for user, history in zip(missing, found, strict=True):
                self.note(user, history)
                held = self._held.get(user, None)
                if held is None:
                    histories[user] = history
                else:
                    keys[user] = self._opened(user, held)
        return Found(keys, histories)

    def new(self, user: User) -> DataKey:
        secret = new_secret()
        text = base64.b64encode(secret).decode()
        return DataKey(secret, self._vault.seal(history_key(*user), FIELD, text))

    def _opened(self, user: User, held: _Held) -> DataKey:
        if held.key is None:
            secret = base64.b64decode(self._vault.open(history_key(*user), FIELD, held.stored))
            held.key = DataKey(secret, held.stored)
        return held.key


@dataclass(slots=True)
class _Held:
    """`key` is there once somebody has needed it."""

    stored: str
    key: DataKey | None = None


def is_key_alone(history: Document[Any]) -> bool:
    """Whether there would be no such document but for the key."""
    return {*history.data} == {FIELD}
