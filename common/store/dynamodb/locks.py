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
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    takers: int = 0


class Turns:
    """Between event loops nobody waits; there the versions decide."""

    def __init__(self) -> None:
        self._turns: dict[tuple[asyncio.AbstractEventLoop, Key], _Turn] = {}

    @asynccontextmanager
    async def of(self, keys: Iterable[Key]) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            # In one order, so that no two wait for each other.
            for key in sorted(keys, key=lambda key: (key.app, key.collection, key.id)):
                await stack.enter_async_context(self._turn(key))
            yield

    @asynccontextmanager
    async def _turn(self, key: Key) -> AsyncIterator[None]:
        place = asyncio.get_running_loop(), key
        turn = self._turns.setdefault(place, _Turn())
        turn.takers += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.takers -= 1
            if not turn.takers:
                del self._turns[place]
