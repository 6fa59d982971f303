"""What Stream's clients are told of accounts and of blocks between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.block import Block
from common.domain.mute import ShownMutes
from common.domain.user import User
from common.views.stream_profiles import ChatUserAnswer, chat_user_answer
from common.views.stream_users import (
    FullUserAnswer,
    MuteAnswer,
    UserAnswer,
    full_user_answer,
    user_answer,
)


class FoundUsersAnswer(TypedDict):
    users: list[FullUserAnswer]
    not_in_effect: NotRequired[list[str]]


class FoundChatUsersAnswer(TypedDict):
    users: list[ChatUserAnswer]
    not_in_effect: NotRequired[list[str]]


class OneUserAnswer(TypedDict):
    user: UserAnswer


class OneChatUserAnswer(TypedDict):
    user: ChatUserAnswer


class GuestAnswer(OneUserAnswer):
    access_token: str


class ChatGuestAnswer(OneChatUserAnswer):
    access_token: str


class UsersTaskAnswer(TypedDict):
    """The task is done by then."""

    task_id: str


class BlockAnswer(TypedDict):
    blocked_by_user_id: str
    blocked_user_id: str
    created_at: int


class BlockedUser(TypedDict):
    user: UserAnswer
    user_id: str
    blocked_user: UserAnswer
    blocked_user_id: str
    created_at: int


class BlocksAnswer(TypedDict):
    blocks: list[BlockedUser]


class ReportedBlock(TypedDict):
    blocked_by_user_id: str
    blocked_user_id: str
    blocked_at: int


class UserReportAnswer(TypedDict):
    user: FullUserAnswer
    user_blocks: NotRequired[list[ReportedBlock]]
    user_mutes: NotRequired[list[MuteAnswer]]


def found_users_answer(users: Iterable[User], mutes: ShownMutes, now: int) -> FoundUsersAnswer:
    return {"users": [full_user_answer(user["id"], user, mutes, now) for user in users]}


def found_chat_users_answer(
    users: Iterable[User], mutes: ShownMutes, now: int
) -> FoundChatUsersAnswer:
    return {"users": [chat_user_answer(user, mutes, now) for user in users]}


def one_user_answer(user: User, now: int) -> OneUserAnswer:
    return {"user": user_answer(user["id"], user, now)}


def one_chat_user_answer(user: User, mutes: ShownMutes, now: int) -> OneChatUserAnswer:
    return {"user": chat_user_answer(user, mutes, now)}


def block_answer(block: Block) -> BlockAnswer:
    return {
        "blocked_by_user_id": block["user_id"],
        "blocked_user_id": block["blocked_user_id"],
        "created_at": block["created_at"],
    }


def blocks_answer(blocks: Iterable[Block], users: Mapping[str, User], now: int) -> BlocksAnswer:
    return {"blocks": [_blocked(block, users, now) for block in blocks]}


def _blocked(block: Block, users: Mapping[str, User], now: int) -> BlockedUser:
    by, of = block["user_id"], block["blocked_user_id"]
    return {
        "user": user_answer(by, users.get(by), now),
        "user_id": by,
        "blocked_user": user_answer(of, users.get(of), now),
        "blocked_user_id": of,
        "created_at": block["created_at"],
    }


def reported_block(block: Block) -> ReportedBlock:
    return {
        "blocked_by_user_id": block["user_id"],
        "blocked_user_id": block["blocked_user_id"],
        "blocked_at": block["created_at"],
    }
