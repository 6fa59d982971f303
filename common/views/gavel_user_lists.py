"""Lists of users, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.user_list import UserList


class UserListAnswer(TypedDict):
    user_list: UserList


class UserListsAnswer(TypedDict):
    user_lists: list[UserList]
    next: str | None


def user_list_answer(list: UserList) -> UserListAnswer:
    return {"user_list": list}


def user_lists_answer(lists: Sequence[UserList], cursor: str | None) -> UserListsAnswer:
    return {"user_lists": [*lists], "next": cursor}
