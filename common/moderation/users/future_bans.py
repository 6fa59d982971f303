"""Reading back who is banned from the channels that somebody will create.

Gavel makes no channels: the app's chat asks for these when it makes one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from common.configuration.context import Context
from common.domain.ban import FUTURE_BANS, FutureBan, future_ban_key, record_of
from common.domain.user import User, is_standing
from common.moderation.users.known import users_of
from common.moderation.users.looking import Bounds, Look

DEFAULT_LIMIT = 100
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class FutureBanQuery:
    """`by` and `user_id` are empty for whoever bans and whoever is banned."""

    by: str = ""
    user_id: str = ""
    only_standing: bool = False
    limit: int | None = None
    offset: int | None = None
    created: Bounds = field(default_factory=Bounds)
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class FoundFutureBans:
    """The newest first; `total` stops at 10,000, and is None where it was not asked for."""

    bans: list[FutureBan]
    users: dict[str, User]
    total: int | None


async def query(context: Context, app: str, asked: FutureBanQuery, now: int) -> FoundFutureBans:
    start = asked.offset or 0
    most = DEFAULT_LIMIT if asked.limit is None else asked.limit
    wanted = MOST_COUNTED if asked.is_counted else start + most
    found = await _found(context, app, asked, wanted, now)
    page = found[start : start + most]
    ids = [id for ban in page for id in (ban["user_id"], ban["banned_by_id"])]
    total = len(found) if asked.is_counted else None
    return FoundFutureBans(page, await users_of(context, app, ids), total)


async def _found(
    context: Context, app: str, asked: FutureBanQuery, wanted: int, now: int
) -> list[FutureBan]:
    def matches(ban: FutureBan) -> bool:
        return not asked.only_standing or is_standing(record_of(ban), now)

    if asked.by and asked.user_id:
        (document,) = await context.store.get([future_ban_key(app, asked.user_id, asked.by)])
        ban = document.data if document is not None else None
        is_meant = ban is not None and asked.created.has(ban["created_at"]) and matches(ban)
        return [ban] if ban is not None and is_meant else []
    equal = {"banned_by_id": asked.by, "user_id": asked.user_id}
    look: Look[FutureBan] = Look(context.store, FUTURE_BANS, app, "created_at", True, asked.created)
    return await look.first(wanted, matches, {k: v for k, v in equal.items() if v})
