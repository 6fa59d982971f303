"""The user document: who somebody is on the customer's platform and what was done to them.

Histories live in documents of their own (`history`), because every check writes one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

MODERATOR_ROLES = frozenset({"admin", "moderator", "global_admin", "global_moderator"})


class BanRecord(TypedDict):
    """`expires` is None for good; a ban with a channel leaves the account alone. There is one at
    most of a channel, or of the account, and one shadow ban beside it. `address` is the network
    address that it takes along.
    """

    created_at: int
    expires: int | None
    reason: str
    shadow: bool
    created_by: str
    channel_cid: NotRequired[str]
    address: NotRequired[str]


class User(TypedDict):
    """Times are nanoseconds. `bans` are those that were made and not lifted, of channels as well,
    which may have expired. `banned` with `ban_expires` is the account's own ban,
    `shadow_banned` with `shadow_ban_expires` its shadow ban; either may stand without the other,
    and `is_banned` and `is_shadow_banned` say whether it still does. `unbanned_at` is when a
    moderator lifted them last. `future_bans` are of channels that those who made them will create.
    `appealed_at` is when somebody appealed against one of the bans last.

    Tokens of the user that were issued before `revoke_tokens_issued_before` are worth nothing, and
    so are all of one who was deactivated or deleted. `blocked_user_ids` are those whom the user
    does not want to meet. `name_key` is what the name is looked for by.
    """

    id: str
    created_at: NotRequired[int]
    updated_at: int
    name: NotRequired[str]
    name_key: NotRequired[str]
    image: NotRequired[str]
    role: NotRequired[str]
    language: NotRequired[str]
    invisible: NotRequired[bool]
    teams: NotRequired[list[str]]
    custom: NotRequired[dict[str, Any]]
    bans: NotRequired[list[BanRecord]]
    future_bans: NotRequired[list[BanRecord]]
    banned: NotRequired[bool]
    shadow_banned: NotRequired[bool]
    ban_expires: NotRequired[int | None]
    shadow_ban_expires: NotRequired[int | None]
    ban_count: NotRequired[int]
    flagged_count: NotRequired[int]
    deleted_content_count: NotRequired[int]
    unbanned_at: NotRequired[int]
    appealed_at: NotRequired[int]
    bypass_moderation: NotRequired[bool]
    blocked_user_ids: NotRequired[list[str]]
    revoke_tokens_issued_before: NotRequired[int | None]
    deactivated_at: NotRequired[int]
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
    revoke_tokens_issued_before: int | None


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What is set and what goes: of the profile, and of what the app keeps in its `custom`."""

    set: Profile
    set_custom: Mapping[str, Any]
    unset: Sequence[str]
    unset_custom: Sequence[str]


_SHADOW = frozenset({"shadow_banned", "shadow_ban_expires"})
_OWN = frozenset({"blocked_user_ids", "bypass_moderation", "revoke_tokens_issued_before"})
USERS: Collection[User] = Collection("user")
HISTORIES: Collection[dict[str, int]] = Collection("history")


def user_key(app: str, user_id: str) -> Key[User]:
    return Key(app, USERS, user_id)


def history_key(app: str, user_id: str) -> Key[dict[str, int]]:
    return Key(app, HISTORIES, user_id)


def name_key(name: str) -> str:
    """What names are looked for by: long ones by how they begin."""
    return name.lower()[:64]


def is_gone(user: Mapping[str, Any]) -> bool:
    """Who was deactivated or deleted, and may come back."""
    return "deleted_at" in user or "deactivated_at" in user


def address_history_key(app: str, address: str) -> Key[dict[str, int]]:
    """What was posted from a network address, counted as a user's history is."""
    return Key(app, HISTORIES, derived_id("address", address))


def as_told(user: User, to: str) -> User:
    """What a user is told of themselves or of another: of shadow bans nothing, and of another
    neither whom they block nor how the app treats them.
    """
    hidden = _SHADOW if user["id"] == to else _SHADOW | _OWN
    return cast(User, {name: value for name, value in user.items() if name not in hidden})


def is_banned(user: User | None, now: int) -> bool:
    if user is None or not user.get("banned"):
        return False
    return _is_ahead(user.get("ban_expires"), now)


def is_shadow_banned(user: User | None, now: int) -> bool:
    if user is None or not user.get("shadow_banned"):
        return False
    return _is_ahead(user.get("shadow_ban_expires"), now)


def is_standing(ban: BanRecord, now: int) -> bool:
    return _is_ahead(ban["expires"], now)


def _is_ahead(expires: int | None, now: int) -> bool:
    return expires is None or expires > now


def is_moderator(user: User, now: int, claimed: str | None = None) -> bool:
    """Not who is gone, banned or shadow banned. `claimed` is the role that a token names, which
    counts as long as the user was given none.
    """
    if is_gone(user) or is_banned(user, now) or is_shadow_banned(user, now):
        return False
    return user.get("role", claimed) in MODERATOR_ROLES
