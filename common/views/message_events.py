"""Events about chat messages that webhooks get (contract 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

import orjson
from typing_extensions import TypedDict

from common.domain import content
from common.domain.flag import Flag
from common.domain.item import flags_count
from common.domain.review_item import ReviewItem
from common.domain.user import User
from common.domain.webhook import EventType
from common.views.stream_users import UserAnswer, user_answer
from common.views.user_events import ChannelFields, name_channel, reason_of, reporter_of
from common.views.webhook_events import MOST_BYTES, Event


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


class MessageUnblockedEvent(Event):
    """`user` is who let it be seen."""

    message: EventMessage
    message_id: str
    user: UserAnswer
    cid: NotRequired[str]


class FlagUpdatedEvent(Event):
    """In Stream's letters. `CreatedBy` flagged, `User` is who was flagged or wrote the message."""

    CreatedBy: UserAnswer
    User: UserAnswer
    Message: NotRequired[EventMessage]


def message_flagged(
    review_item: ReviewItem, flags: Sequence[Flag], reporter: User | None, now: int
) -> MessageFlaggedEvent:
    item = review_item.item
    message = message_of(review_item, now)
    event: MessageFlaggedEvent = {
        "type": EventType.MESSAGE_FLAGGED.value,
        "created_at": now,
        "custom": {},
        "message": message,
        "message_id": item["entity_id"],
        "reason": reason_of(flags),
        "total_flags": flags_count(item),
    }
    name_channel(event, message["cid"])
    if by := reporter_of(flags):
        event["user"] = user_answer(by, reporter, now)
    _fit(event, message)
    return event


def message_unblocked(
    review_item: ReviewItem, by: str, moderator: User | None, now: int
) -> MessageUnblockedEvent:
    message = message_of(review_item, now)
    event: MessageUnblockedEvent = {
        "type": EventType.MESSAGE_UNBLOCKED.value,
        "created_at": now,
        "custom": {},
        "message": message,
        "message_id": message["id"],
        "user": user_answer(by, moderator, now),
    }
    if message["cid"]:
        event["cid"] = message["cid"]
    _fit(event, message)
    return event


def flag_updated(
    review_item: ReviewItem, by: str, reporter: User | None, now: int
) -> FlagUpdatedEvent:
    item = review_item.item
    author = item["creator_id"] or item["entity_id"]
    event: FlagUpdatedEvent = {
        "type": EventType.FLAG_UPDATED.value,
        "created_at": now,
        "custom": {},
        "CreatedBy": user_answer(by, reporter, now),
        "User": user_answer(author, review_item.creator, now),
    }
    if item["entity_type"] == content.CHAT_MESSAGE:
        event["Message"] = message_of(review_item, now)
        _fit(event, event["Message"])
    return event


def message_of(review_item: ReviewItem, now: int) -> EventMessage:
    item = review_item.item
    payload = item.get("payload") or {}
    user = user_answer(item["creator_id"], review_item.creator, now)
    return {
        "id": item["entity_id"],
        "cid": content.channel_of(payload),
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


def _fit(event: Mapping[str, Any], message: EventMessage) -> None:
    if len(orjson.dumps(event)) > MOST_BYTES:
        message.update({"text": "", "custom": {}})
