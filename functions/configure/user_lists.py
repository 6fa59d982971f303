"""Lists of users."""

from __future__ import annotations

from typing import cast

from common.api.gavel.user_lists import ListedUsersBody, UserListBody
from common.domain.user_list import UserList, UserListFields
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import user_lists
from common.moderation.resources.kinds import USER_LIST
from common.views.gavel_user_lists import (
    UserListAnswer,
    UserListsAnswer,
    user_list_answer,
    user_lists_answer,
)
from common.views.nothing import Nothing
from functions.configure.resources import Resource

LISTS: Resource[UserListAnswer, UserListsAnswer, UserList] = Resource(
    USER_LIST, user_list_answer, user_lists_answer
)


async def put(call: Call, body: UserListBody) -> UserListAnswer:
    fields = cast(UserListFields, body.model_dump())
    made = await user_lists.put(call.context, call.app, call.path["id"], fields, call.now)
    return user_list_answer(made)


async def delete(call: Call) -> Nothing:
    await user_lists.delete(call.context, call.app, call.path["id"])
    return {}


async def add(call: Call, body: ListedUsersBody) -> UserListAnswer:
    changed = await user_lists.add(call.context, call.app, call.path["id"], body.users, call.now)
    return user_list_answer(changed)


async def remove(call: Call, body: ListedUsersBody) -> UserListAnswer:
    changed = await user_lists.remove(call.context, call.app, call.path["id"], body.users, call.now)
    return user_list_answer(changed)


HANDLERS: dict[str, Handler] = {
    "list_user_lists": LISTS.list,
    "get_user_list": LISTS.get,
    "put_user_list": put,
    "delete_user_list": delete,
    "add_listed_users": add,
    "remove_listed_users": remove,
}
