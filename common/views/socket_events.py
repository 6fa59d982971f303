"""What a client that has a WebSocket open is sent (contract 12). Times are texts there.

A shadow ban is told to nobody whom it concerns.
"""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypedDict

from common.domain.mute import ShownMutes
from common.domain.user import BanRecord, User, as_told
from common.views.stream_users import FullUserAnswer, UserAnswer, of_full_user, user_answer

EVERY_CHANNEL = "*"


class SocketEvent(TypedDict):
    type: str
    cid: str
    created_at: int


class HealthCheck(SocketEvent):
    connection_id: str


class Hello(HealthCheck):
    """The first of all, with which the client is connected."""

    me: FullUserAnswer


class UserEvent(SocketEvent):
    user: UserAnswer


class BannedEvent(UserEvent):
    """`expiration` is None for good. A channel's own ban has its `cid`."""

    reason: str
    total_bans: int
    expiration: int | None


class FlaggedEvent(UserEvent):
    total_flags: int


def health_check(connection: str, now: int) -> HealthCheck:
    return {
        "type": "health.check",
        "connection_id": connection,
        "cid": EVERY_CHANNEL,
        "created_at": now,
    }


def hello(connection: str, id: str, user: User | None, mutes: ShownMutes, now: int) -> Hello:
    told = {muted: as_told(each, id) for muted, each in mutes.users.items()}
    me = of_full_user(_shown(id, user, now), ShownMutes(mutes.by_user, told), now)
    return {**health_check(connection, now), "me": me}


def _shown(id: str, user: User | None, now: int) -> UserAnswer:
    """A user as they may see themselves."""
    told = as_told(user, id) if user is not None else None
    return {**user_answer(id, told, now), "online": True}


def banned(user: User, ban: BanRecord, now: int) -> BannedEvent:
    return {
        **_about("user.banned", user, ban.get("channel_cid"), now),
        "reason": ban["reason"],
        "total_bans": user.get("ban_count", 0),
        "expiration": ban["expires"],
    }


def unbanned(user: User, channel: str, now: int) -> UserEvent:
    return _about("user.unbanned", user, channel, now)


def flagged(user: User, now: int) -> FlaggedEvent:
    return {
        **_about("user.flagged", user, None, now),
        "total_flags": user.get("flagged_count", 0),
    }


_UserType = Literal["user.banned", "user.unbanned", "user.flagged"]


def _about(type: _UserType, user: User, channel: str | None, now: int) -> UserEvent:
    return {
        "type": type,
        "cid": channel or EVERY_CHANNEL,
        "created_at": now,
        "user": _shown(user["id"], user, now),
    }


def refused(status: int, code: int, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "StatusCode": status, "message": message}}
