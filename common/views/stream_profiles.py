"""Users as Stream's clients read them after they have changed them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from pydantic import with_config
from typing_extensions import TypedDict

from common.domain.mute import ShownMutes
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


def users_answer(users: Iterable[User], mutes: ShownMutes, now: int) -> UsersAnswer:
    found = {user["id"]: full_user_answer(user["id"], user, mutes, now) for user in users}
    return {"users": found, "membership_deletion_task_id": ""}


def chat_users_answer(users: Iterable[User], mutes: ShownMutes, now: int) -> ChatUsersAnswer:
    found = {user["id"]: chat_user_answer(user, mutes, now) for user in users}
    return {"users": found, "membership_deletion_task_id": ""}


def chat_user_answer(user: User, mutes: ShownMutes, now: int) -> ChatUserAnswer:
    answer = full_user_answer(user["id"], user, mutes, now)
    return cast(ChatUserAnswer, {**answer["custom"], **answer})
