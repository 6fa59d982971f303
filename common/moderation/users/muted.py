"""Whom users have muted, read to be shown with them."""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.context import Context
from common.domain.mute import ShownMutes, mutes_key, standing_mutes
from common.moderation.users.known import users_of

_MOST_OF_ONE = 100
_MOST_OF_MANY = 10


async def mutes_of(context: Context, app: str, ids: Sequence[str], now: int) -> ShownMutes:
    """The newest 100 of one user, the newest 10 of each of several. The store is
    asked once for the mutes, and once for whom they are of.
    """
    if not ids:
        return ShownMutes()
    found = await context.store.get([mutes_key(app, id) for id in dict.fromkeys(ids)])
    most = _MOST_OF_ONE if len(found) == 1 else _MOST_OF_MANY
    by_user = {}
    for document in found:
        if document is not None:
            standing = standing_mutes(document.data, now)
            newest = sorted(standing.items(), key=lambda each: -each[1]["created_at"])
            by_user[document.key.id] = dict(newest[:most])
    targets = [target for mutes in by_user.values() for target in mutes]
    return ShownMutes(by_user, await users_of(context, app, targets) if targets else {})
