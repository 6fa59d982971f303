"""The user document: who somebody is on the customer's platform and what was done to them.

Histories live in documents of their own (`history`), because every check writes one.
"""

from __future__ import annotations

from typing import Any

from common.store.store import Data, Key

MODERATOR_ROLES = frozenset({"admin", "moderator", "global_admin", "global_moderator"})


def user_key(app: str, user_id: str) -> Key:
    return Key(app, "user", user_id)


def history_key(app: str, user_id: str) -> Key:
    return Key(app, "history", user_id)


def profile_fields(profile: dict[str, Any], now: int) -> Data:
    """What a server-side call says about a user, as fields to set; nothing else changes."""
    known = ("name", "image", "role", "language", "invisible", "teams", "custom")
    fields: Data = {name: profile[name] for name in known if profile.get(name) is not None}
    return {**fields, "id": profile["id"], "updated_at": now}


def is_banned(user: Data, now: int) -> bool:
    expires = user.get("ban_expires")
    return bool(user.get("banned")) and (expires is None or expires > now)
