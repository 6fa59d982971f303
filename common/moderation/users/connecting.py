"""A user who opens a WebSocket: who they are, and what they say of themselves."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.user import ProfileChange, User, user_key
from common.moderation.users import profiles

NOT_THEIRS = frozenset(
    {
        *User.__annotations__,
        "anon",
        "blocked_user_ids",
        "channel_mutes",
        "devices",
        "last_active",
        "mutes",
        "online",
        "shadow_banned",
        "teams_role",
        "total_unread_count",
        "unread_channels",
        "unread_count",
        "unread_threads",
    }
    - {"name", "image", "language", "invisible", "custom", "id"}
)
"""Of a user's fields, what somebody else decides. Clients send back what they were once sent."""


async def connected(context: Context, app: str, id: str, change: ProfileChange, now: int) -> User:
    """The user, made or changed where they say something new of themselves."""
    (found,) = await context.store.get([user_key(app, id)])
    if found is not None and _says_nothing_new(found.data, change):
        return found.data
    (user,) = await profiles.change(context, app, [(id, change)], now)
    return user


def _says_nothing_new(user: User, change: ProfileChange) -> bool:
    custom = user.get("custom", {})
    return all(user.get(name) == each for name, each in change.set.items()) and all(
        name in custom and custom[name] == each for name, each in change.set_custom.items()
    )
