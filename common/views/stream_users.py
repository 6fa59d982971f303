"""Users and bans as Stream's clients read them (contract appendix A)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.mute import Mute, ShownMutes
from common.domain.user import BanRecord, User, is_banned, is_shadow_banned


class UserAnswer(TypedDict):
    """Times are as the dialect has them; `ban_expires` is the end of the ban that stands, of the
    shadow ban where there is no other, of the last one where both have ended. It is missing where
    what stands is for good.
    """

    id: str
    role: str
    custom: dict[str, Any]
    created_at: int
    updated_at: int
    banned: bool
    shadow_banned: bool
    online: bool
    invisible: bool
    language: str
    teams: list[str]
    blocked_user_ids: list[str]
    bypass_moderation: bool
    name: NotRequired[str]
    image: NotRequired[str]
    ban_expires: NotRequired[int]
    deactivated_at: NotRequired[int]
    deleted_at: NotRequired[int]
    revoke_tokens_issued_before: NotRequired[int]


class MuteAnswer(TypedDict):
    """Without `expires` it is for good."""

    created_at: int
    updated_at: int
    user: UserAnswer
    target: UserAnswer
    expires: NotRequired[int]


class FullUserAnswer(UserAnswer):
    """With the newest `mutes`, and what Gavel, which is no chat, has nothing of."""

    channel_mutes: list[Any]
    devices: list[Any]
    mutes: list[MuteAnswer]
    total_unread_count: int
    unread_channels: int
    unread_count: int
    unread_threads: int


class CreatorAnswer(UserAnswer):
    """`removed_content_count` is what Stream's sample dashboard calls the deleted content."""

    ban_count: int
    deleted_content_count: int
    removed_content_count: int
    flagged_count: int


class BanAnswer(TypedDict):
    """Without `expires` a ban is for good."""

    created_at: int
    reason: str
    shadow: bool
    expires: NotRequired[int]
    channel_cid: NotRequired[str]
    user: NotRequired[CreatorAnswer]
    created_by: NotRequired[UserAnswer]


def user_answer(id: str, user: User | None, now: int) -> UserAnswer:
    """Of somebody of whom nothing is known as well: then all of it has just begun."""
    updated = user["updated_at"] if user is not None else now
    known: User = user if user is not None else {"id": id, "updated_at": updated}
    return _user_answer(id, known, known.get("created_at", updated), now)


def _user_answer(id: str, user: User, created_at: int, now: int) -> UserAnswer:
    answer: UserAnswer = {
        "id": id,
        "role": user.get("role", "user"),
        "custom": _custom(user),
        "created_at": created_at,
        "updated_at": user["updated_at"],
        "banned": is_banned(user, now),
        "shadow_banned": is_shadow_banned(user, now),
        "online": False,
        "invisible": bool(user.get("invisible")),
        "language": user.get("language", ""),
        "teams": user.get("teams", []),
        "blocked_user_ids": user.get("blocked_user_ids", []),
        "bypass_moderation": bool(user.get("bypass_moderation")),
    }
    if name := user.get("name"):
        answer["name"] = name
    if image := user.get("image"):
        answer["image"] = image
    if expires := _ban_expires(user, now):
        answer["ban_expires"] = expires
    if deactivated := user.get("deactivated_at"):
        answer["deactivated_at"] = deactivated
    if deleted := user.get("deleted_at"):
        answer["deleted_at"] = deleted
    if revoked := user.get("revoke_tokens_issued_before"):
        answer["revoke_tokens_issued_before"] = revoked
    return answer


def _ban_expires(user: User, now: int) -> int | None:
    if is_banned(user, now):
        return user.get("ban_expires")
    if is_shadow_banned(user, now):
        return user.get("shadow_ban_expires")
    return max(user.get("ban_expires") or 0, user.get("shadow_ban_expires") or 0)


def mute_answer(
    user: UserAnswer, target: str, mute: Mute, users: Mapping[str, User], now: int
) -> MuteAnswer:
    answer: MuteAnswer = {
        "created_at": mute["created_at"],
        "updated_at": mute["updated_at"],
        "user": user,
        "target": user_answer(target, users.get(target), now),
    }
    if mute["expires"] is not None:
        answer["expires"] = mute["expires"]
    return answer


def full_user_answer(id: str, user: User | None, mutes: ShownMutes, now: int) -> FullUserAnswer:
    return of_full_user(user_answer(id, user, now), mutes, now)


def of_full_user(user: UserAnswer, mutes: ShownMutes, now: int) -> FullUserAnswer:
    made = mutes.by_user.get(user["id"], {})
    return {
        **user,
        "channel_mutes": [],
        "devices": [],
        "mutes": [mute_answer(user, id, mute, mutes.users, now) for id, mute in made.items()],
        "total_unread_count": 0,
        "unread_channels": 0,
        "unread_count": 0,
        "unread_threads": 0,
    }


def _custom(user: User) -> dict[str, Any]:
    """The clients look for name and image at the top level or in `custom`: both have them."""
    name = {"name": user["name"]} if user.get("name") else {}
    image = {"image": user["image"]} if user.get("image") else {}
    return {**name, **image, **(user.get("custom") or {})}


def creator_answer(id: str, user: User | None, since: int, now: int) -> CreatorAnswer:
    """`since` is when there was something of theirs at the latest."""
    known: User = user if user is not None else {"id": id, "updated_at": since}
    return {
        **_user_answer(id, known, known.get("created_at", since), now),
        "ban_count": known.get("ban_count", 0),
        "deleted_content_count": known.get("deleted_content_count", 0),
        "removed_content_count": known.get("deleted_content_count", 0),
        "flagged_count": known.get("flagged_count", 0),
    }


def ban_answer(ban: BanRecord, creator: CreatorAnswer | None) -> BanAnswer:
    answer: BanAnswer = {
        "created_at": ban["created_at"],
        "reason": ban["reason"],
        "shadow": ban["shadow"],
    }
    if ban["expires"] is not None:
        answer["expires"] = ban["expires"]
    if "channel_cid" in ban:
        answer["channel_cid"] = ban["channel_cid"]
    if creator is not None:
        answer["user"] = creator
    if ban["created_by"]:
        answer["created_by"] = user_answer(ban["created_by"], None, ban["created_at"])
    return answer
