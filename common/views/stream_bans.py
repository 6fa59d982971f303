"""Bans as Stream's clients read them back (contract appendix A)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.ban import FutureBan
from common.domain.user import BanRecord, User
from common.views.stream_users import UserAnswer, user_answer


class BannedChannel(TypedDict):
    """What a channel's ban says of it: its name. The rest is what Gavel does not know."""

    cid: str
    type: str
    id: str
    custom: dict[str, Any]
    disabled: bool
    frozen: bool
    created_at: int
    updated_at: int


class ReadBan(TypedDict):
    """Without `channel` the ban is of the account, without `expires` it is for good."""

    created_at: int
    reason: str
    shadow: bool
    user: UserAnswer
    banned_by: NotRequired[UserAnswer]
    expires: NotRequired[int]
    channel: NotRequired[BannedChannel]


class BansAnswer(TypedDict):
    """`not_in_effect` names fields of the payload that Gavel takes and does nothing for."""

    bans: list[ReadBan]
    not_in_effect: NotRequired[list[str]]


class ReadFutureBan(TypedDict):
    """Without `expires` it is for good."""

    created_at: int
    reason: str
    shadow: bool
    user: UserAnswer
    banned_by: UserAnswer
    expires: NotRequired[int]


class FutureBansAnswer(TypedDict):
    """`total` is there where it was asked for, and stops at 10,000."""

    bans: list[ReadFutureBan]
    total: NotRequired[int]
    not_in_effect: NotRequired[list[str]]


def bans_answer(
    bans: Iterable[tuple[User, BanRecord, User | None]], idle: Sequence[str], now: int
) -> BansAnswer:
    answer: BansAnswer = {"bans": [_ban(*each, now) for each in bans]}
    if idle:
        answer["not_in_effect"] = list(idle)
    return answer


def future_bans_answer(
    bans: Iterable[FutureBan],
    users: Mapping[str, User],
    total: int | None,
    idle: Sequence[str],
    now: int,
) -> FutureBansAnswer:
    answer: FutureBansAnswer = {"bans": [_future_ban(ban, users, now) for ban in bans]}
    if total is not None:
        answer["total"] = total
    if idle:
        answer["not_in_effect"] = list(idle)
    return answer


def _future_ban(ban: FutureBan, users: Mapping[str, User], now: int) -> ReadFutureBan:
    user, by = ban["user_id"], ban["banned_by_id"]
    answer: ReadFutureBan = {
        "created_at": ban["created_at"],
        "reason": ban["reason"],
        "shadow": ban["shadow"],
        "user": user_answer(user, users.get(user), now),
        "banned_by": user_answer(by, users.get(by), now),
    }
    if ban["expires"] is not None:
        answer["expires"] = ban["expires"]
    return answer


def _ban(user: User, ban: BanRecord, moderator: User | None, now: int) -> ReadBan:
    answer: ReadBan = {
        "created_at": ban["created_at"],
        "reason": ban["reason"],
        "shadow": ban["shadow"],
        "user": user_answer(user["id"], user, now),
    }
    if ban["created_by"]:
        answer["banned_by"] = user_answer(ban["created_by"], moderator, now)
    if ban["expires"] is not None:
        answer["expires"] = ban["expires"]
    if cid := ban.get("channel_cid"):
        type, _, id = cid.partition(":")
        at = ban["created_at"]
        answer["channel"] = {
            "cid": cid,
            "type": type,
            "id": id,
            "custom": {},
            "disabled": False,
            "frozen": False,
            "created_at": at,
            "updated_at": at,
        }
    return answer
