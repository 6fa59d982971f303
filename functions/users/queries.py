"""Looking for users, and what there is to know of one."""

from __future__ import annotations

from common.api.stream.user_queries import UserReportQuery, UsersQuery
from common.domain.errors import NotAllowed
from common.domain.mute import ShownMutes
from common.domain.not_in_effect import not_in_effect
from common.domain.user import User
from common.http.call import Call
from common.moderation.resources import settings
from common.moderation.users import querying, reporting
from common.moderation.users.known import users_of
from common.moderation.users.muted import mutes_of
from common.views.stream_accounts import (
    FoundChatUsersAnswer,
    FoundUsersAnswer,
    UserReportAnswer,
    found_chat_users_answer,
    found_users_answer,
)


async def query(call: Call) -> FoundUsersAnswer:
    users, left_out = await _found(call)
    answer = found_users_answer(users, await _mutes(call, users), call.now)
    return {**answer, "not_in_effect": left_out} if left_out else answer


async def query_chat(call: Call) -> FoundChatUsersAnswer:
    users, left_out = await _found(call)
    answer = found_chat_users_answer(users, await _mutes(call, users), call.now)
    return {**answer, "not_in_effect": left_out} if left_out else answer


async def _found(call: Call) -> tuple[list[User], list[str]]:
    sent: UsersQuery = call.query
    await _check_may_search(call)
    payload = sent.parsed()
    found = await querying.query(call.context, call.app, payload.asked(), call.now)
    return found, [f"payload.{name}" for name in not_in_effect(payload)]


async def _mutes(call: Call, users: list[User]) -> ShownMutes:
    return await mutes_of(call.context, call.app, [user["id"] for user in users], call.now)


async def _check_may_search(call: Call) -> None:
    if call.user_id is None:
        return
    barred = (await settings.get(call.context, call.app)).get("user_search_disallowed_roles")
    if not barred:
        return
    user = (await users_of(call.context, call.app, [call.user_id])).get(call.user_id)
    role = user.get("role") if user is not None else None
    if (role or call.role or "user") in barred:
        raise NotAllowed("users of this role may not look for users")


async def report(call: Call) -> UserReportAnswer:
    asked: UserReportQuery = call.query
    return await reporting.report(
        call.context,
        call.app,
        asked.user_id,
        call.now,
        create=bool(asked.create_user_if_not_exists),
        blocks=bool(asked.include_user_blocks),
        mutes=bool(asked.include_user_mutes),
    )
