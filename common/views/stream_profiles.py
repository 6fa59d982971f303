"""Users as Stream's clients read them after they have changed them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from pydantic import with_config
from typing_extensions import TypedDict

from common.domain.user import User
from common.views.stream_users import FullUserAnswer, full_user_answer


class UsersAnswer(TypedDict):
    """By id. Gavel deletes no memberships, so that there is no task for it."""

    users: dict[str, FullUserAnswer]
    membership_deletion_task_id: str


@with_config({"extra": "allow"})
class ChatUserAnswer(FullUserAnswer):
    """A chat app's own fields stand beside these, and under `custom` as well."""


class ChatUsersAnswer(TypedDict):
    users: dict[str, ChatUserAnswer]
    membership_deletion_task_id: str


def users_answer(users: Iterable[User], now: int) -> UsersAnswer:
    found = {user["id"]: full_user_answer(user["id"], user, now) for user in users}
    return {"users": found, "membership_deletion_task_id": ""}


def chat_users_answer(users: Iterable[User], now: int) -> ChatUsersAnswer:
    found = {user["id"]: _chat_user(user, now) for user in users}
    return {"users": found, "membership_deletion_task_id": ""}


def _chat_user(user: User, now: int) -> ChatUserAnswer:
    answer = full_user_answer(user["id"], user, now)
    return cast(ChatUserAnswer, {**answer["custom"], **answer})
