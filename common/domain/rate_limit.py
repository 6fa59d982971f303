"""Rate limits: how often an operation may be called in a minute, and who has called it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

Platform = Literal["server_side", "android", "ios", "web", "unity"]
"""Where a call comes from: a server, or one of Stream's kinds of clients (contract 3.5)."""
PLATFORMS: tuple[Platform, ...] = get_args(Platform)
EVERY = "*"
"""Stands for all operations that are not named."""

ByOperation = Mapping[str, int | None]
"""Calls a minute; None for as many as one likes."""


class RateLimits(TypedDict):
    """`client_side` holds for each platform apart, `per_user` for each user with a token of theirs
    beside it.
    """

    server_side: dict[str, int | None]
    client_side: dict[str, int | None]
    per_user: dict[str, int | None]


DEFAULTS: RateLimits = {
    "server_side": {},
    "client_side": dict.fromkeys(("ban", "flag", "mute", "unban", "unmute"), 300),
    "per_user": {EVERY: 60},
}
"""Stream's published ones for clients. An app's own server is limited where the app says so."""


class RateWindow(TypedDict):
    """`taken` calls were given out for the minute `window`, counted since 1970."""

    window: int
    taken: int


RATE_WINDOWS: Collection[RateWindow] = Collection("rate_window")


def limit_of(limits: ByOperation, operation: str) -> int | None:
    return limits[operation] if operation in limits else limits.get(EVERY)


def window_key(app: str, by: str, operation: str) -> Key[RateWindow]:
    """`by` is a platform, or "user:" and a user's id."""
    return Key(app, RATE_WINDOWS, derived_id("rate", app, by, operation))
