"""Flags as the older chat API's clients read them (contract 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.content import CHAT_MESSAGE
from common.domain.flag import USER_REPORT, Flag
from common.domain.item import Item
from common.domain.recommendation import KEEP
from common.domain.review_item import ReviewItem
from common.domain.user import User
from common.views.message_events import EventMessage, message_of
from common.views.stream_users import UserAnswer, user_answer


class _Reviewed(TypedDict):
    """What a moderator made of it: what was kept is rejected as a flag, the rest approved. Without
    `user` no person raised it.
    """

    created_at: int
    updated_at: int
    created_by_automod: bool
    reason: str
    custom: dict[str, Any]
    user: NotRequired[UserAnswer]
    reviewed_at: NotRequired[int]
    approved_at: NotRequired[int]
    rejected_at: NotRequired[int]


class MessageFlag(_Reviewed):
    message: EventMessage
    reviewed_by: NotRequired[UserAnswer]


class MessageFlagsAnswer(TypedDict):
    flags: list[MessageFlag]
    not_in_effect: NotRequired[list[str]]


class OlderFlag(_Reviewed):
    reviewed_by: NotRequired[str]
    target_message_id: NotRequired[str]
    target_message: NotRequired[EventMessage]
    target_user: NotRequired[UserAnswer]


class OlderFlagsAnswer(TypedDict):
    flags: list[OlderFlag]


Found = Iterable[tuple[Flag, ReviewItem]]


def message_flags_answer(found: Found, users: Mapping[str, User], now: int) -> MessageFlagsAnswer:
    return {"flags": [_message_flag(flag, item, users, now) for flag, item in found]}


def older_flags_answer(found: Found, users: Mapping[str, User], now: int) -> OlderFlagsAnswer:
    return {"flags": [_older_flag(flag, item, users, now) for flag, item in found]}


def _message_flag(
    flag: Flag, review_item: ReviewItem, users: Mapping[str, User], now: int
) -> MessageFlag:
    said = _reviewed(flag, review_item.item, users, now)
    answer = cast(MessageFlag, {**said, "message": message_of(review_item, now)})
    if by := review_item.item.get("reviewed_by"):
        answer["reviewed_by"] = user_answer(by, users.get(by), now)
    return answer


def _older_flag(
    flag: Flag, review_item: ReviewItem, users: Mapping[str, User], now: int
) -> OlderFlag:
    item = review_item.item
    answer = cast(OlderFlag, _reviewed(flag, item, users, now))
    if by := item.get("reviewed_by"):
        answer["reviewed_by"] = by
    if item["entity_type"] == CHAT_MESSAGE:
        answer["target_message_id"] = item["entity_id"]
        answer["target_message"] = message_of(review_item, now)
    else:
        answer["target_user"] = user_answer(item["entity_id"], review_item.creator, now)
    return answer


def _reviewed(flag: Flag, item: Item, users: Mapping[str, User], now: int) -> _Reviewed:
    by = flag["user_id"]
    answer: _Reviewed = {
        "created_at": flag["created_at"],
        "updated_at": flag["updated_at"],
        "created_by_automod": flag["type"] != USER_REPORT,
        "reason": flag["reason"],
        "custom": flag["custom"],
    }
    if by:
        answer["user"] = user_answer(by, users.get(by), now)
    if at := item.get("reviewed_at"):
        answer["reviewed_at"] = at
        if item["recommended_action"] == KEEP:
            answer["rejected_at"] = at
        else:
            answer["approved_at"] = at
    return answer
