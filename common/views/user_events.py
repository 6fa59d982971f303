"""Events about users and chat messages that webhooks get (contract 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired

import orjson
from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.item import Item, flags_count
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


class UserFlaggedEvent(Event):
    """`user` is who flagged, the flagged user where no person did."""

    user: UserAnswer
    target_user: UserAnswer
    reason: str
    total_flags: int


class EventMessage(TypedDict):
    """Of a chat message, as far as its content was submitted; the rest is what none has."""

    id: str
    cid: str
    type: str
    text: str
    html: str
    user: UserAnswer
    created_at: int
    updated_at: int
    custom: dict[str, Any]
    attachments: list[Any]
    latest_reactions: list[Any]
    mentioned_users: list[Any]
    own_reactions: list[Any]
    restricted_visibility: list[str]
    reaction_counts: dict[str, int]
    reaction_scores: dict[str, int]
    reply_count: int
    deleted_reply_count: int
    mentioned_channel: bool
    mentioned_here: bool
    pinned: bool
    shadowed: bool
    silent: bool


class MessageFlaggedEvent(Event, ChannelFields):
    """`user` is who flagged; without one no person did."""

    message: EventMessage
    message_id: str
    reason: str
    total_flags: int
    user: NotRequired[UserAnswer]


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
    _name_channel(event, ban.get("channel_cid", ""))
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
    _name_channel(event, channel)
    return event


def user_flagged(
    review_item: ReviewItem, flags: Sequence[Flag], reporter: User | None, now: int
) -> UserFlaggedEvent:
    item = review_item.item
    flagged = user_answer(item["entity_id"], review_item.creator, now)
    by = _reporter(flags)
    return {
        "type": EventType.USER_FLAGGED.value,
        "created_at": now,
        "custom": {},
        "user": user_answer(by, reporter, now) if by else flagged,
        "target_user": flagged,
        "reason": _reason(flags),
        "total_flags": flags_count(item),
    }


def message_flagged(
    review_item: ReviewItem, flags: Sequence[Flag], reporter: User | None, now: int
) -> MessageFlaggedEvent:
    item = review_item.item
    channel = _channel_of(item)
    message = _message(item, channel, user_answer(item["creator_id"], review_item.creator, now))
    event: MessageFlaggedEvent = {
        "type": EventType.MESSAGE_FLAGGED.value,
        "created_at": now,
        "custom": {},
        "message": message,
        "message_id": item["entity_id"],
        "reason": _reason(flags),
        "total_flags": flags_count(item),
    }
    _name_channel(event, channel)
    if by := _reporter(flags):
        event["user"] = user_answer(by, reporter, now)
    if len(orjson.dumps(event)) > MOST_BYTES:
        event["message"].update({"text": "", "custom": {}})
    return event


def _message(item: Item, channel: str, user: UserAnswer) -> EventMessage:
    payload = item.get("payload") or {}
    return {
        "id": item["entity_id"],
        "cid": channel,
        "type": "regular",
        "text": "\n".join(payload.get("texts") or ()),
        "html": "",
        "user": user,
        "created_at": item.get("published_at", item["created_at"]),
        "updated_at": item["updated_at"],
        "custom": payload.get("custom") or {},
        "attachments": [],
        "latest_reactions": [],
        "mentioned_users": [],
        "own_reactions": [],
        "restricted_visibility": [],
        "reaction_counts": {},
        "reaction_scores": {},
        "reply_count": 0,
        "deleted_reply_count": 0,
        "mentioned_channel": False,
        "mentioned_here": False,
        "pinned": False,
        "shadowed": "shadow_blocked_at" in item,
        "silent": False,
    }


def _channel_of(item: Item) -> str:
    named = ((item.get("payload") or {}).get("custom") or {}).get("channel_cid")
    return named if isinstance(named, str) else ""


def _name_channel(event: ChannelFields, cid: str) -> None:
    if cid:
        type, _, id = cid.partition(":")
        event.update({"cid": cid, "channel_type": type, "channel_id": id})


def _reason(flags: Sequence[Flag]) -> str:
    return next((flag["reason"] for flag in flags if flag["reason"]), "")


def _reporter(flags: Sequence[Flag]) -> str:
    return next((flag["user_id"] for flag in flags if flag["user_id"]), "")
