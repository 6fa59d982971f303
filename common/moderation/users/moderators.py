"""Who of an app's users is a moderator."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.user import User, is_moderator, user_key


async def moderates(context: Context, app: str, id: str, claimed: str | None, now: int) -> bool:
    """`claimed` is the role that the user's token names."""
    (found,) = await context.store.get([user_key(app, id)])
    user: User = found.data if found else {"id": id, "updated_at": now}
    return is_moderator(user, now, claimed)
