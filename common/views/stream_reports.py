"""What Stream's clients are told when they have flagged something."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.item import Item


class RaisedFlagAnswer(TypedDict):
    item_id: str


class FlaggingUser(TypedDict):
    id: str


class ChatFlag(TypedDict):
    """It names the message or the user, whichever was flagged."""

    user: FlaggingUser
    created_by_automod: bool
    reason: str
    created_at: int
    updated_at: int
    custom: dict[str, Any]
    target_message_id: NotRequired[str]
    target_user_id: NotRequired[str]


class ChatFlagAnswer(TypedDict):
    """Of the chat API's older path (contract 11)."""

    review_queue_item_id: str
    flag: ChatFlag


class UnflagAnswer(TypedDict):
    """`flag` is what was taken back, where there was something."""

    review_queue_item_id: str
    flag: NotRequired[ChatFlag]


def unflag_answer(
    item: Item, flag: Flag | None, message_id: str | None, user_id: str | None
) -> UnflagAnswer:
    if flag is None:
        return {"review_queue_item_id": item["id"]}
    custom, by = flag["custom"], flag["user_id"]
    made = chat_flag_answer(item, by, flag["reason"], custom, message_id, user_id, 0)["flag"]
    made["created_at"], made["updated_at"] = flag["created_at"], flag["updated_at"]
    return {"review_queue_item_id": item["id"], "flag": made}


def raised_flag_answer(item: Item) -> RaisedFlagAnswer:
    return {"item_id": item["id"]}


def chat_flag_answer(
    item: Item,
    reporter: str,
    reason: str,
    custom: dict[str, Any],
    message_id: str | None,
    user_id: str | None,
    now: int,
) -> ChatFlagAnswer:
    """`message_id` or `user_id` is what was flagged."""
    flag: ChatFlag = {
        "user": {"id": reporter},
        "created_by_automod": False,
        "reason": reason,
        "created_at": now,
        "updated_at": now,
        "custom": custom,
    }
    if message_id:
        flag["target_message_id"] = message_id
    if user_id:
        flag["target_user_id"] = user_id
    return {"review_queue_item_id": item["id"], "flag": flag}
