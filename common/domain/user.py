"""The user document: who somebody is on the customer's platform and what was done to them.

Histories live in documents of their own (`history`), because every check writes one.
"""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.store.store import Collection, Key

MODERATOR_ROLES = frozenset({"admin", "moderator", "global_admin", "global_moderator"})


class Ban(TypedDict):
    """`expires` is None for good; a ban with a channel leaves the account alone."""

    created_at: int
    expires: int | None
    reason: str
    shadow: bool
    created_by: str
    channel_cid: NotRequired[str]


class User(TypedDict):
    """Times are nanoseconds. `bans` are the last so many, those of channels among them; `banned`,
    `shadow_banned` and `ban_expires` are the account's own ban, which may have expired.
    """

    id: str
    created_at: NotRequired[int]
    updated_at: int
    name: NotRequired[str]
    image: NotRequired[str]
    role: NotRequired[str]
    language: NotRequired[str]
    invisible: NotRequired[bool]
    teams: NotRequired[list[str]]
    custom: NotRequired[dict[str, Any]]
    bans: NotRequired[list[Ban]]
    banned: NotRequired[bool]
    shadow_banned: NotRequired[bool]
    ban_expires: NotRequired[int | None]
    ban_count: NotRequired[int]
    flagged_count: NotRequired[int]
    deleted_content_count: NotRequired[int]
    bypass_moderation: NotRequired[bool]
    deleted_at: NotRequired[int]
    hard_deleted: NotRequired[bool]
    messages_deleted_at: NotRequired[int]
    messages_deleted_mode: NotRequired[str | None]


class Profile(TypedDict, total=False):
    """What a server-side call may say about a user; it names the `id` in any case."""

    id: str
    name: str
    image: str
    role: str
    language: str
    invisible: bool
    teams: list[str]
    custom: dict[str, Any]


USERS: Collection[User] = Collection("user")
HISTORIES: Collection[dict[str, int]] = Collection("history")


def user_key(app: str, user_id: str) -> Key[User]:
    return Key(app, USERS, user_id)


def history_key(app: str, user_id: str) -> Key[dict[str, int]]:
    return Key(app, HISTORIES, user_id)


def is_banned(user: User | None, now: int) -> bool:
    if user is None or not user.get("banned"):
        return False
    expires = user.get("ban_expires")
    return expires is None or expires > now
