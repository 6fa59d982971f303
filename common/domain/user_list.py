"""Lists of users that an app keeps: for conditions, and for those whom rules are to spare."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class UserListFields(TypedDict):
    """`users` are ids, each once. Who is in a list that is `trusted` is a trusted user."""

    name: str
    trusted: bool
    users: list[str]


class UserList(UserListFields):
    id: str
    created_at: int
    updated_at: int


USER_LISTS: Collection[UserList] = Collection("user_list")
MOST_USERS = 5_000
MOST_BYTES = 300_000
"""DynamoDB stores 400 KiB in a document."""


def user_list_key(app: str, id: str) -> Key[UserList]:
    return Key(app, USER_LISTS, id)
