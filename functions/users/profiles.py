"""What is known of users."""

from __future__ import annotations

from common.api.stream.users import (
    UpdateChatUsersRequest,
    UpdateUsersPartialRequest,
    UpdateUsersRequest,
)
from common.domain.mute import ShownMutes
from common.domain.user import User
from common.http.call import Call
from common.moderation.users import profiles
from common.moderation.users.muted import mutes_of
from common.views.stream_profiles import (
    ChatUsersAnswer,
    UsersAnswer,
    chat_users_answer,
    users_answer,
)


async def update(call: Call, body: UpdateUsersRequest) -> UsersAnswer:
    given = {name: user.profile() for name, user in body.users.items()}
    found = await profiles.update(call.context, call.app, given, call.now)
    return users_answer(found, await _mutes(call, found), call.now)


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> ChatUsersAnswer:
    """Chat apps keep their own fields beside ours, not under `custom`."""
    given = {name: user.profile() for name, user in body.users.items()}
    found = await profiles.update(call.context, call.app, given, call.now)
    return chat_users_answer(found, await _mutes(call, found), call.now)


async def change(call: Call, body: UpdateUsersPartialRequest) -> UsersAnswer:
    found = await _changed(call, body)
    return users_answer(found, await _mutes(call, found), call.now)


async def change_chat(call: Call, body: UpdateUsersPartialRequest) -> ChatUsersAnswer:
    found = await _changed(call, body)
    return chat_users_answer(found, await _mutes(call, found), call.now)


async def _mutes(call: Call, users: list[User]) -> ShownMutes:
    return await mutes_of(call.context, call.app, [user["id"] for user in users], call.now)


async def _changed(call: Call, body: UpdateUsersPartialRequest) -> list[User]:
    changes = [(user.id, user.change()) for user in body.users]
    return await profiles.change(call.context, call.app, changes, call.now)
