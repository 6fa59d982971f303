"""Lists of users."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from common.api.gavel.base import Body, Name
from common.domain.fields import Id
from common.domain.user_list import MOST_USERS

Users = Annotated[list[Id], Field(max_length=MOST_USERS)]


class UserListBody(Body):
    """Who is in a list that is `trusted` is a trusted user."""

    name: Name
    trusted: bool = False
    users: Users = Field(default_factory=list)


class ListedUsersBody(Body):
    users: Users = Field(min_length=1)
