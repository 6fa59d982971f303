"""Whom a user has muted."""

from __future__ import annotations

from common.api.stream.mutes import (
    ChatMuteRequest,
    ChatUnmuteRequest,
    MuteRequest,
    UnmuteRequest,
)
from common.http.call import Call
from common.moderation.users import mutes
from common.moderation.users.known import users_of
from common.views.stream_mutes import (
    ChatMutesAnswer,
    MutesAnswer,
    UnmutesAnswer,
    chat_mutes_answer,
    mutes_answer,
    unmutes_answer,
)


async def mute(call: Call, body: MuteRequest | ChatMuteRequest) -> MutesAnswer:
    user_id, targets = call.require_acting_user(body), body.targets()
    muted = await mutes.mute(call.context, call.app, user_id, targets, body.timeout, call.now)
    users = call.told(await users_of(call.context, call.app, [user_id, *muted.own]))
    return mutes_answer(
        user_id, muted.own, targets, [id for id in targets if id in muted.unknown], users, call.now
    )


async def mute_chat(call: Call, body: ChatMuteRequest) -> ChatMutesAnswer:
    return chat_mutes_answer(await mute(call, body), body.targets())


async def unmute(call: Call, body: UnmuteRequest | ChatUnmuteRequest) -> UnmutesAnswer:
    user_id = call.require_acting_user(body)
    return unmutes_answer(
        await mutes.unmute(call.context, call.app, user_id, body.targets(), call.now)
    )
