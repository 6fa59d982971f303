"""Accounts as a whole: deactivated, deleted, and brought back."""

from __future__ import annotations

from common.api.stream.accounts import (
    DeactivateUserRequest,
    DeactivateUsersRequest,
    DeleteUserQuery,
    DeleteUsersRequest,
    ReactivateUserRequest,
    ReactivateUsersRequest,
    RestoreUsersRequest,
)
from common.domain.user import User
from common.http.call import Call
from common.moderation.review import accounts
from common.moderation.users.muted import mutes_of
from common.views.nothing import Nothing
from common.views.stream_accounts import (
    OneChatUserAnswer,
    OneUserAnswer,
    UsersTaskAnswer,
    one_chat_user_answer,
    one_user_answer,
)


async def deactivate(call: Call, body: DeactivateUserRequest) -> OneUserAnswer:
    return one_user_answer(await _deactivated(call, body), call.now)


async def deactivate_chat(call: Call, body: DeactivateUserRequest) -> OneChatUserAnswer:
    return await _shown(call, await _deactivated(call, body))


async def _deactivated(call: Call, body: DeactivateUserRequest) -> User:
    (user,) = await accounts.deactivate(
        call.context,
        call.app,
        [call.path["id"]],
        body.created_by_id or "",
        call.now,
        messages=bool(body.mark_messages_deleted),
        field="id",
    )
    return user


async def deactivate_many(call: Call, body: DeactivateUsersRequest) -> UsersTaskAnswer:
    await accounts.deactivate(
        call.context,
        call.app,
        body.user_ids,
        body.created_by_id or "",
        call.now,
        messages=bool(body.mark_messages_deleted),
        channels=bool(body.mark_channels_deleted),
        field="user_ids",
    )
    return await _task(call, "deactivate", body.user_ids, body.model_dump_json())


async def reactivate(call: Call, body: ReactivateUserRequest) -> OneUserAnswer:
    return one_user_answer(await _reactivated(call, body), call.now)


async def reactivate_chat(call: Call, body: ReactivateUserRequest) -> OneChatUserAnswer:
    return await _shown(call, await _reactivated(call, body))


async def _reactivated(call: Call, body: ReactivateUserRequest) -> User:
    (user,) = await accounts.reactivate(
        call.context,
        call.app,
        [call.path["id"]],
        body.created_by_id or "",
        call.now,
        restored=body.restored(),
        field="id",
        name=body.name,
    )
    return user


async def reactivate_many(call: Call, body: ReactivateUsersRequest) -> UsersTaskAnswer:
    await accounts.reactivate(
        call.context,
        call.app,
        body.user_ids,
        body.created_by_id or "",
        call.now,
        restored=body.restored(),
        field="user_ids",
    )
    return await _task(call, "reactivate", body.user_ids, body.model_dump_json())


async def restore(call: Call, body: RestoreUsersRequest) -> Nothing:
    await accounts.restore(call.context, call.app, body.user_ids, call.now)
    return {}


async def delete_many(call: Call, body: DeleteUsersRequest) -> UsersTaskAnswer:
    await accounts.delete(
        call.context, call.app, body.user_ids, body.deletion(), body.messages, call.now
    )
    return await _task(call, "delete", body.user_ids, body.model_dump_json())


async def delete_chat(call: Call) -> OneChatUserAnswer:
    asked: DeleteUserQuery = call.query
    (user,) = await accounts.delete(
        call.context,
        call.app,
        [call.path["id"]],
        asked.deletion(),
        None,
        call.now,
        field="id",
    )
    return await _shown(call, user)


async def _shown(call: Call, user: User) -> OneChatUserAnswer:
    mutes = await mutes_of(call.context, call.app, [user["id"]], call.now)
    return one_chat_user_answer(user, mutes, call.now)


async def _task(call: Call, what: str, ids: list[str], said: str) -> UsersTaskAnswer:
    id = await accounts.keep_task(call.context, call.app, what, ids, said, call.now)
    return {"task_id": id}
