"""Users, as far as moderation needs them."""

from __future__ import annotations

from common.api.stream.bans import BannedUsersQuery
from common.api.stream.users import (
    UpdateChatUsersRequest,
    UpdateUsersPartialRequest,
    UpdateUsersRequest,
)
from common.domain.user import User
from common.http.call import Call
from common.moderation.users import bans, profiles
from common.views.stream_bans import BansAnswer, bans_answer
from common.views.stream_profiles import (
    ChatUsersAnswer,
    UsersAnswer,
    chat_users_answer,
    users_answer,
)


async def update(call: Call, body: UpdateUsersRequest) -> UsersAnswer:
    given = {name: user.profile() for name, user in body.users.items()}
    return users_answer(await profiles.update(call.context, call.app, given, call.now), call.now)


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> ChatUsersAnswer:
    """Chat apps keep their own fields beside ours, not under `custom`."""
    given = {name: user.profile() for name, user in body.users.items()}
    found = await profiles.update(call.context, call.app, given, call.now)
    return chat_users_answer(found, call.now)


async def change(call: Call, body: UpdateUsersPartialRequest) -> UsersAnswer:
    return users_answer(await _changed(call, body), call.now)


async def change_chat(call: Call, body: UpdateUsersPartialRequest) -> ChatUsersAnswer:
    return chat_users_answer(await _changed(call, body), call.now)


async def _changed(call: Call, body: UpdateUsersPartialRequest) -> list[User]:
    changes = [(user.id, user.change()) for user in body.users]
    return await profiles.change(call.context, call.app, changes, call.now)


async def query_banned(call: Call) -> BansAnswer:
    sent: BannedUsersQuery = call.query
    asked = sent.parsed()
    query = bans.BanQuery(
        asked.filter_conditions,
        asked.sort,
        asked.limit,
        asked.offset,
        asked.created(),
        only_standing=bool(asked.exclude_expired_bans),
    )
    found = await bans.query(call.context, call.app, query, call.now)
    return bans_answer([(each.user, each.ban, each.moderator) for each in found], call.now)
