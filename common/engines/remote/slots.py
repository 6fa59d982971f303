"""How many calls to one provider a process may have under way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from common.engines.remote.adapter import NotJudged


class Slots:
    """Of each event loop its own, since one loop cannot wait for another's."""

    def __init__(self) -> None:
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, _Limit] = WeakKeyDictionary()

    @asynccontextmanager
    async def one(self, most: int, seconds: float) -> AsyncIterator[None]:
        """Raises NotJudged where none became free in so many seconds."""
        loop = asyncio.get_running_loop()
        limit = self._loops.get(loop)
        if limit is None or limit.most != most:
            limit = self._loops[loop] = _Limit(most)
        try:
            async with asyncio.timeout(seconds):
                await limit.free.acquire()
        except TimeoutError:
            raise NotJudged("busy", "all calls that the provider allows are under way") from None
        try:
            yield
        finally:
            limit.free.release()


class _Limit:
    def __init__(self, most: int) -> None:
        self.most = most
        self.free = asyncio.Semaphore(most)
