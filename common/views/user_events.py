"""Events about users and chat messages that webhooks get (contract 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

import orjson
from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.item import flags_count
from common.domain.review_item import ReviewItem
from common.domain.user import BanRecord, User
from common.domain.webhook import EventType
from common.views.stream_users import UserAnswer, user_answer
from common.views.webhook_events import MOST_BYTES, Event


class ChannelFields(TypedDict, total=False):
    """Of a channel's ban, and of a message whose channel the content names."""

    cid: str
    channel_type: str
    channel_id: str


class BannedEvent(Event, ChannelFields):
    """Without `expiration` the ban is for good."""

    user: UserAnswer
    created_by: UserAnswer
    reason: str
    shadow: bool
    total_bans: int
    review_queue_item_id: NotRequired[str]
    expiration: NotRequired[int]


class UnbannedEvent(Event, ChannelFields):
    user: UserAnswer
    created_by: UserAnswer


class MutedEvent(Event):
    """`user` is who muted; `target_user` is there where it is one alone."""

    user: UserAnswer
    target_users: list[UserAnswer]
    target_user: NotRequired[UserAnswer]


class MessagesDeletedEvent(Event, ChannelFields):
    """Those of the channel, where one is named."""

    user: UserAnswer
    hard_delete: bool


class UserFlaggedEvent(Event):
    """`user` is who flagged, the flagged user where no person did."""

    user: UserAnswer
    target_user: UserAnswer
    reason: str
    total_flags: int


def banned(
    user: User, ban: BanRecord, moderator: User | None, item_id: str, now: int
) -> BannedEvent:
    event: BannedEvent = {
        "type": EventType.USER_BANNED.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(user["id"], user, now),
        "created_by": user_answer(ban["created_by"], moderator, now),
        "reason": ban["reason"],
        "shadow": ban["shadow"],
        "total_bans": user.get("ban_count", 0),
    }
    name_channel(event, ban.get("channel_cid", ""))
    if ban["expires"] is not None:
        event["expiration"] = ban["expires"]
    if item_id:
        event["review_queue_item_id"] = item_id
    return event


def unbanned(user: User, channel: str, by: str, moderator: User | None, now: int) -> UnbannedEvent:
    event: UnbannedEvent = {
        "type": EventType.USER_UNBANNED.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(user["id"], user, now),
        "created_by": user_answer(by, moderator, now),
    }
    name_channel(event, channel)
    return event


def muted(
    type: EventType,
    user_id: str,
    user: User | None,
    targets: Sequence[tuple[str, User | None]],
    now: int,
) -> MutedEvent:
    named = [user_answer(id, target, now) for id, target in targets]
    event: MutedEvent = {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(user_id, user, now),
        "target_users": named,
    }
    if len(named) == 1:
        event["target_user"] = named[0]
    if len(orjson.dumps(event)) > MOST_BYTES:
        for target in named:
            target["custom"] = {}
    return event


def messages_deleted(user: User, channel: str, now: int, *, is_hard: bool) -> MessagesDeletedEvent:
    event: MessagesDeletedEvent = {
        "type": EventType.USER_MESSAGES_DELETED.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(user["id"], user, now),
        "hard_delete": is_hard,
    }
    name_channel(event, channel)
    return event


def user_flagged(
    review_item: ReviewItem, flags: Sequence[Flag], reporter: User | None, now: int
) -> UserFlaggedEvent:
    item = review_item.item
    flagged = user_answer(item["entity_id"], review_item.creator, now)
    by = reporter_of(flags)
    return {
        "type": EventType.USER_FLAGGED.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(by, reporter, now) if by else flagged,
        "target_user": flagged,
        "reason": reason_of(flags),
        "total_flags": flags_count(item),
    }


def reason_of(flags: Sequence[Flag]) -> str:
    return next((flag["reason"] for flag in flags if flag["reason"]), "")


def reporter_of(flags: Sequence[Flag]) -> str:
    """The first of them that a person raised; empty where none did."""
    return next((flag["user_id"] for flag in flags if flag["user_id"]), "")


def name_channel(event: ChannelFields, cid: str) -> None:
    if cid:
        type, _, id = cid.partition(":")
        event.update({"cid": cid, "channel_type": type, "channel_id": id})
