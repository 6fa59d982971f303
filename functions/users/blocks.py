"""Who does not want to meet whom."""

from __future__ import annotations

from common.api.stream.accounts import BlockUserRequest
from common.http.call import Call
from common.moderation.users import blocks
from common.moderation.users.known import users_of
from common.views.nothing import Nothing
from common.views.stream_accounts import BlockAnswer, BlocksAnswer, block_answer, blocks_answer


async def block(call: Call, body: BlockUserRequest) -> BlockAnswer:
    user = call.require_acting_user(body)
    found = await blocks.block(call.context, call.app, user, body.blocked_user_id, call.now)
    return block_answer(found)


async def unblock(call: Call, body: BlockUserRequest) -> Nothing:
    user = call.require_acting_user(body)
    await blocks.unblock(call.context, call.app, user, body.blocked_user_id)
    return {}


async def list_blocked(call: Call) -> BlocksAnswer:
    user = call.require_acting_user(call.query)
    found = await blocks.made_by(call.context, call.app, user)
    ids = [user, *(each["blocked_user_id"] for each in found)]
    users = call.told(await users_of(call.context, call.app, ids))
    return blocks_answer(found, users, call.now)
