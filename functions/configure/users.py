"""Users, as far as moderation needs them."""

from __future__ import annotations

from typing import cast

from common.api.stream.users import UpdateChatUsersRequest, UpdateUsersRequest, UserRequest
from common.domain.user import Profile
from common.http.call import Call
from common.moderation.users import profiles
from common.views.stream_profiles import (
    ChatUsersAnswer,
    UsersAnswer,
    chat_users_answer,
    users_answer,
)

_PROFILE = set(Profile.__annotations__)


async def update(call: Call, body: UpdateUsersRequest) -> UsersAnswer:
    given = {name: _profile(user) for name, user in body.users.items()}
    return users_answer(await profiles.update(call.context, call.app, given, call.now), call.now)


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> ChatUsersAnswer:
    """Chat apps keep their own fields beside ours, not under `custom`."""
    given: dict[str, Profile] = {}
    for name, user in body.users.items():
        given[name] = _profile(user)
        if own := user.own_fields():
            given[name]["custom"] = own
    found = await profiles.update(call.context, call.app, given, call.now)
    return chat_users_answer(found, call.now)


def _profile(user: UserRequest) -> Profile:
    given = user.model_dump(include=_PROFILE, exclude_none=True)
    return cast(Profile, given)
