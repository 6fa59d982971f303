"""Users, as far as moderation needs them."""

from __future__ import annotations

from typing import Any

from common.api.stream.users import UpdateChatUsersRequest, UpdateUsersRequest
from common.http.call import Call
from common.moderation.users import profiles
from common.store.store import Data
from common.views.stream_users import full_user_answer


async def update(call: Call, body: UpdateUsersRequest) -> dict[str, Any]:
    given = {name: user.model_dump(exclude_none=True) for name, user in body.users.items()}
    return {"users": await _updated(call, given), "membership_deletion_task_id": ""}


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> dict[str, Any]:
    """Chat apps keep their own fields beside ours, not under `custom`."""
    given: dict[str, Data] = {}
    for name, user in body.users.items():
        own = user.own_fields()
        given[name] = user.model_dump(exclude_none=True) | ({"custom": own} if own else {})
    updated = await _updated(call, given)
    return {
        "users": {id: {**user["custom"], **user} for id, user in updated.items()},
        "membership_deletion_task_id": "",
    }


async def _updated(call: Call, given: dict[str, Data]) -> dict[str, dict[str, Any]]:
    found = await profiles.update(call.context, call.app, given, call.now)
    return {user["id"]: full_user_answer(user["id"], user, call.now) for user in found}
