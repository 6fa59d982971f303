"""Rate limits per app, platform, user and operation, shared by all instances of all functions.

An instance takes a twentieth of a limit at a time from the minute's common count, and gives it out
from memory. So never more calls than the limit are let through in a minute, whatever the number of
instances; one that takes its part and is not called again keeps up to a twentieth from the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.errors import TryAgain
from common.domain.rate_limit import (
    DEFAULTS,
    PLATFORMS,
    Platform,
    RateLimits,
    RateWindow,
    limit_of,
    window_key,
)
from common.domain.times import MINUTE, SECOND
from common.http.auth import Caller
from common.http.errors import HTTPError
from common.store.deciding import until_committed
from common.store.store import Create, Document, Key, Put

_PARTS = 20
_ATTEMPTS = 30
_SHARES = 20_000


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a caller is in the current minute; `reset` is its end, in seconds since 1970."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> tuple[tuple[str, str], ...]:
        return (
            ("x-ratelimit-limit", str(self.limit)),
            ("x-ratelimit-remaining", str(self.remaining)),
            ("x-ratelimit-reset", str(self.reset)),
        )


@dataclass(slots=True)
class _Share:
    """What this instance has of a minute: `left` of its own, and all that was `taken` by anybody
    when it took that.
    """

    window: int
    left: int
    taken: int


class RateLimiter:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._shares: Cache[Key[RateWindow], _Share] = Cache(_SHARES)
        self._refilling: dict[Key[RateWindow], asyncio.Task[None]] = {}

    async def limits(self, app: str) -> RateLimits:
        """What the app set, a moment ago at the latest."""
        settings = await self._context.configurations.settings_of(app)
        return settings.get("rate_limits") or DEFAULTS

    async def take(
        self, caller: Caller, operation: str, platform: Platform, now: int
    ) -> Standing | None:
        """One call of the narrowest limit there is, None where there is none. Raises HTTPError 429,
        code 9.
        """
        narrowest: Standing | None = None
        for by, limit in self._applying(await self.limits(caller.app), caller, operation, platform):
            standing = await self._take(window_key(caller.app, by, operation), limit, now)
            if narrowest is None or standing.remaining < narrowest.remaining:
                narrowest = standing
        return narrowest

    async def standing(
        self, app: str, operation: str, platforms: Sequence[Platform], now: int
    ) -> dict[Platform, Standing]:
        """Of the platforms that have a limit for the operation, as all instances know it."""
        limits = await self.limits(app)
        limited = {each: _platform_limit(limits, operation, each) for each in platforms}
        keys = {each: window_key(app, each, operation) for each, n in limited.items() if n}
        found = await self._context.store.get(list(keys.values())) if keys else []
        taken = {each: _taken(document, now) for each, document in zip(keys, found, strict=True)}
        return {
            each: _standing(limit, taken.get(each, 0), now)
            for each, limit in limited.items()
            if limit is not None
        }

    def _applying(
        self, limits: RateLimits, caller: Caller, operation: str, platform: Platform
    ) -> list[tuple[str, int]]:
        found = [(str(platform), _platform_limit(limits, operation, platform))]
        if caller.user_id is not None:
            found.append((f"user:{caller.user_id}", limit_of(limits["per_user"], operation)))
        return [(by, limit) for by, limit in found if limit is not None]

    async def _take(self, key: Key[RateWindow], limit: int, now: int) -> Standing:
        window = now // MINUTE
        share = self._share(key, window)
        while share is None or share.left == 0:
            if share is not None and share.taken >= limit:
                raise _too_many(limit, now)
            await self._refilled(key, limit, window)
            share = self._share(key, window)
        share.left -= 1
        return _standing(limit, share.taken - share.left, now)

    def _share(self, key: Key[RateWindow], window: int) -> _Share | None:
        share = self._shares.get(key, None)
        return share if share is not None and share.window == window else None

    async def _refilled(self, key: Key[RateWindow], limit: int, window: int) -> None:
        """Many calls that come at once wait for one part, and take the next when it is gone."""
        running = self._refilling.get(key)
        if running is None or running.get_loop() is not asyncio.get_running_loop():
            running = asyncio.get_running_loop().create_task(self._refill(key, limit, window))
            self._refilling[key] = running
            running.add_done_callback(lambda _: self._refilling.pop(key, None))
        await running

    async def _refill(self, key: Key[RateWindow], limit: int, window: int) -> None:
        async def attempt() -> _Share:
            (found,) = await self._context.store.get([key])
            # Another instance may be in the next minute: its clock is ahead.
            counted = found.data["window"] if found else window
            is_counted = counted in (window, window + 1)
            taken = found.data["taken"] if found and is_counted else 0
            part = max(0, min(-(-limit // _PARTS), limit - taken))
            current = counted if is_counted else window
            after: RateWindow = {"window": current, "taken": taken + part}
            if part:
                write = Put(key, after, found.version) if found else Create(key, after)
                await self._context.store.commit([write])
            return _Share(window, part, taken + part)

        busy = TryAgain("calls are counted just now")
        self._shares.put(key, await until_committed(attempt, _ATTEMPTS, busy))


def platform_of(caller: Caller, client: str) -> Platform:
    """`client` is what the header X-Stream-Client says."""
    if caller.user_id is None:
        return "server_side"
    said = client.lower()
    for platform in PLATFORMS[1:]:
        if platform in said:
            return platform
    return "ios" if "swift" in said else "web"


def _platform_limit(limits: RateLimits, operation: str, platform: Platform) -> int | None:
    named = limits["server_side" if platform == "server_side" else "client_side"]
    return limit_of(named, operation)


def _taken(document: Document[RateWindow] | None, now: int) -> int:
    """By a clock that is ahead of this one, too."""
    is_current = document is not None and document.data["window"] >= now // MINUTE
    return document.data["taken"] if document is not None and is_current else 0


def _standing(limit: int, used: int, now: int) -> Standing:
    return Standing(limit, max(0, limit - used), (now // MINUTE + 1) * MINUTE // SECOND)


def _too_many(limit: int, now: int) -> HTTPError:
    standing = _standing(limit, limit, now)
    wait = max(1, standing.reset - now // SECOND)
    headers = {"retry-after": str(wait), **dict(standing.headers())}
    message = f"too many calls: {limit} a minute are allowed, try again in {wait} s"
    return HTTPError(429, 9, message, headers=headers)
