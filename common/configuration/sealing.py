"""The store in which no secret lies open: whatever is written, by whom ever, is sealed on its way.

What is read comes as it is stored; who sends a secret opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from common.domain.secret_fields import sealed
from common.domain.vault import Vault
from common.store.store import Collection, D, Document, Key, Page, Store, Write

if TYPE_CHECKING:
    from common.queue.messages import Outgoing


class SealingStore:
    def __init__(self, store: Store, vault: Vault) -> None:
        self._store = store
        self._vault = vault
        self.close = store.close

    async def get(self, keys: Sequence[Key[D]]) -> list[Document[D] | None]:
        return await self._store.get(keys)

    async def query(self, collection: Collection[D], **asked: Any) -> Page[D]:
        return await self._store.query(collection, **asked)

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        """Raises Invalid for a secret that cannot be kept."""
        await self._store.commit([sealed(self._vault, write) for write in writes], messages)
