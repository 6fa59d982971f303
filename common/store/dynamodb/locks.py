"""Commits of one process that count in the same document take turns.

Each would read it, and all but one would be refused and begin again: a batch of a queue's messages
is often about one author.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from common.store.store import Key


@dataclass(slots=True)
class _Lock:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    takers: int = 0


class Locks:
    """Between event loops nobody waits; there the versions decide."""

    def __init__(self) -> None:
        self._locks: dict[tuple[asyncio.AbstractEventLoop, Key], _Lock] = {}

    @asynccontextmanager
    async def of(self, keys: Iterable[Key]) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            # In one order, so that no two wait for each other.
            for key in sorted(keys, key=lambda key: (key.app, key.collection, key.id)):
                await stack.enter_async_context(self._lock(key))
            yield

    @asynccontextmanager
    async def _lock(self, key: Key) -> AsyncIterator[None]:
        place = asyncio.get_running_loop(), key
        held = self._locks.setdefault(place, _Lock())
        held.takers += 1
        try:
            async with held.lock:
                yield
        finally:
            held.takers -= 1
            if not held.takers:
                del self._locks[place]
