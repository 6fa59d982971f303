"""An app's budget for one day: never more goes out than it allows, whatever runs side by side.

A process takes a part of the budget from the store, on the version that it read, and spends from
that in memory. So a call seldom costs a write, and all processes together never take more than
there is; what one has taken and not spent when it ends is lost: one part in `_PARTS`, or one call.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from math import ceil, inf
from typing import cast
from weakref import WeakKeyDictionary

from common.domain.log import new_entry
from common.domain.provider import Provider
from common.domain.spending import MILLIONTHS, Limits, Spending, spending_key
from common.domain.times import HOUR, MINUTE
from common.engines.remote.adapter import NotJudged
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Document, Key, Store, StoreError, Update, Write

_PARTS = 200
_EMPTY_FOR = MINUTE
_ATTEMPTS = 10


class Amounts(dict[str, int]):
    """Of calls, tokens and money (in millionths), as far as they are counted."""

    def __missing__(self, name: str) -> int:
        return 0


class Purse:
    """Of one app. `limits` may change between two calls, as settings do."""

    def __init__(self, store: Store, app: str, clock: Callable[[], int] = time.time_ns) -> None:
        self._store = store
        self._app = app
        self._clock = clock
        self._lock = threading.Lock()
        self._limits = Amounts()
        self._day = ""
        self._left = Amounts()
        self._empty_until: float = -inf
        self._told_in = -1
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = (
            WeakKeyDictionary()
        )

    def limit(self, limits: Limits | None) -> None:
        found = _in_whole(limits)
        with self._lock:
            if found != self._limits:
                self._limits, self._empty_until = found, -inf

    async def reserve(self, provider: Provider, tokens_in: int, tokens_out: int) -> Amounts:
        """Raises NotJudged where the budget does not reach that far. What it returns is for
        `settle`, once it is known what the call took.
        """
        need = _amounts(provider, tokens_in, tokens_out)
        now = self._clock()
        key = spending_key(self._app, now)
        if not self._limits or self._take(key, need):
            return need
        async with self._turn():
            # Who was before has fetched more than it needed.
            if self._take(key, need):
                return need
            if now >= self._empty_until and await self._refill(key, need):
                return need
            self._empty_until = max(self._empty_until, now + _EMPTY_FOR)
        await self._tell(now)
        raise NotJudged("budget", "the app's budget for the day is used up")

    def settle(
        self, provider: Provider, reserved: Amounts, tokens_in: int, tokens_out: int
    ) -> None:
        """What the call took may be more than what was reserved: later ones make up for it."""
        taken = _amounts(provider, tokens_in, tokens_out)
        with self._lock:
            for name in self._limits:
                self._left[name] += reserved[name] - taken[name]

    def _take(self, key: Key[Spending], need: Amounts) -> bool:
        """From what this process has; False where that is too little."""
        with self._lock:
            if key.id != self._day:
                self._day, self._left, self._empty_until = key.id, Amounts(), -inf
            if any(self._left[name] < need[name] for name in self._limits):
                return False
            for name in self._limits:
                self._left[name] -= need[name]
            return True

    async def _refill(self, key: Key[Spending], need: Amounts) -> bool:
        """With what is needed, and some more if there is as much. False where there is neither."""

        async def attempt() -> bool:
            (found,) = await self._store.get([key])
            counted = Amounts(cast("dict[str, int]", found.data)) if found else Amounts()
            with self._lock:
                limits = self._limits
                lacking = Amounts((name, max(need[name] - self._left[name], 0)) for name in limits)
            more = Amounts((name, lacking[name] + limits[name] // _PARTS) for name in limits)
            for wanted in (more, lacking):
                total = Amounts((name, counted[name] + wanted[name]) for name in limits)
                if all(total[name] <= limits[name] for name in limits):
                    await self._store.commit([_write(key, found, total)])
                    self._add(wanted, need)
                    return True
            return False

        busy = NotJudged("busy", "others keep taking from the app's budget")
        return await until_committed(attempt, _ATTEMPTS, busy)

    def _add(self, wanted: Amounts, need: Amounts) -> None:
        with self._lock:
            for name in wanted:
                self._left[name] += wanted[name] - need[name]

    def _turn(self) -> asyncio.Lock:
        """One at a time, of those on one event loop."""
        return self._turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    async def _tell(self, now: int) -> None:
        """One entry of the log an hour, whichever process is first."""
        hour = now // HOUR
        if self._told_in == hour:
            return
        self._told_in = hour
        entry = new_entry(
            self._app,
            "engine",
            "budget",
            hour * HOUR,
            reason="the budget for providers is used up: what they were to judge is not judged",
            result="not_judged",
            unread=True,
            derived_from=("provider budget", self._app, str(hour)),
        )
        with suppress(Conflict, StoreError):
            await self._store.commit([entry])


def _write(key: Key[Spending], found: Document[Spending] | None, total: Amounts) -> Write:
    if found is None:
        return Create(key, cast(Spending, {**total}))
    return Update(key, set=total, version=found.version)


def _amounts(provider: Provider, tokens_in: int, tokens_out: int) -> Amounts:
    price = provider["price"]
    money = price["call"] * MILLIONTHS + price["input"] * tokens_in + price["output"] * tokens_out
    return Amounts(calls=1, tokens=tokens_in + tokens_out, money=ceil(money))


def _in_whole(limits: Limits | None) -> Amounts:
    found = Amounts()
    if limits is None:
        return found
    if limits["calls"] is not None:
        found["calls"] = limits["calls"]
    if limits["tokens"] is not None:
        found["tokens"] = limits["tokens"]
    if limits["money"] is not None:
        found["money"] = int(limits["money"] * MILLIONTHS)
    return found
