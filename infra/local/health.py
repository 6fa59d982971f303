"""Whether the store takes writes, as the last of them showed or a new one shows now."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterable
from typing import Literal

from common.configuration.context import Context
from common.domain.probe import probe_key
from common.queue.messages import Outgoing
from common.queue.queue import Cause, QueueError
from common.store.store import Conflict, Put, Store, Unavailable, Write

_FRESH_SECONDS = 2.0
_AGAIN_SECONDS = 0.5
_ANSWER_SECONDS = 0.05


class StoreHealth:
    """Of what goes through `context` from now on.

    It writes for itself only when it is asked and no write has been seen for a while.
    """

    def __init__(self, context: Context) -> None:
        self._store = context.store = _WatchedStore(context.store)
        self._probe: asyncio.Task[None] | None = None

    async def state(self) -> Cause | Literal["ok"]:
        """At once: while a write of its own takes longer, what was known before counts."""
        if self._probe is None or self._probe.done():
            patience = _AGAIN_SECONDS if self._store.trouble else _FRESH_SECONDS
            if time.monotonic() - self._store.known_at > patience:
                self._probe = asyncio.create_task(self._write())
        if self._probe is not None:
            await asyncio.wait([self._probe], timeout=_ANSWER_SECONDS)
        return self._store.trouble or "ok"

    async def _write(self) -> None:
        with contextlib.suppress(Exception):
            await self._store.commit([Put(probe_key(), {"at": time.time_ns()})])


class _WatchedStore:
    def __init__(self, store: Store) -> None:
        self.trouble: Cause | None = None
        self.known_at = time.monotonic()
        self._store = store
        self.get = store.get
        self.query = store.query
        self.close = store.close

    async def commit(self, writes: Iterable[Write], messages: Iterable[Outgoing] = ()) -> None:
        try:
            await self._store.commit(writes, messages)
        except (Unavailable, QueueError) as error:
            self._know(error.cause)
            raise
        except Conflict:
            self._know(None)
            raise
        self._know(None)

    def _know(self, trouble: Cause | None) -> None:
        self.trouble = trouble
        self.known_at = time.monotonic()
