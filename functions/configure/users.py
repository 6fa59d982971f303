"""Users, as far as moderation needs them."""

from __future__ import annotations

from typing import Any, cast

from common.api.stream.users import UpdateChatUsersRequest, UpdateUsersRequest, UserRequest
from common.domain.user import Profile
from common.http.call import Call
from common.moderation.users import profiles
from common.views.stream_users import full_user_answer

_PROFILE = set(Profile.__annotations__)


async def update(call: Call, body: UpdateUsersRequest) -> dict[str, Any]:
    given = {name: _profile(user) for name, user in body.users.items()}
    return {"users": await _updated(call, given), "membership_deletion_task_id": ""}


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> dict[str, Any]:
    """Chat apps keep their own fields beside ours, not under `custom`."""
    given: dict[str, Profile] = {}
    for name, user in body.users.items():
        given[name] = _profile(user)
        if own := user.own_fields():
            given[name]["custom"] = own
    updated = await _updated(call, given)
    return {
        "users": {id: {**user["custom"], **user} for id, user in updated.items()},
        "membership_deletion_task_id": "",
    }


def _profile(user: UserRequest) -> Profile:
    given = user.model_dump(include=_PROFILE, exclude_none=True)
    return cast(Profile, given)


async def _updated(call: Call, given: dict[str, Profile]) -> dict[str, dict[str, Any]]:
    found = await profiles.update(call.context, call.app, given, call.now)
    return {user["id"]: {**full_user_answer(user["id"], user, call.now)} for user in found}
