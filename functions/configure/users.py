"""Users, as far as moderation needs them: names, and who is a moderator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.api.items import full_user_response
from common.api.stream import UpdateChatUsersRequest, UpdateUsersRequest
from common.domain.errors import Invalid
from common.domain.user import profile_fields, user_key
from common.http.call import Call
from common.store.store import Data, Update, Write


async def update(call: Call, body: UpdateUsersRequest) -> dict[str, Any]:
    users = await _updated(
        call, {k: u.model_dump(exclude_none=True) for k, u in body.users.items()}
    )
    return {"users": users, "membership_deletion_task_id": ""}


async def update_chat(call: Call, body: UpdateChatUsersRequest) -> dict[str, Any]:
    profiles: dict[str, Data] = {}
    for name, user in body.users.items():
        own = user.own_fields()
        profiles[name] = user.model_dump(exclude_none=True) | ({"custom": own} if own else {})
    users = await _updated(call, profiles)
    return {
        "users": {id: {**user["custom"], **user} for id, user in users.items()},
        "membership_deletion_task_id": "",
    }


async def _updated(call: Call, profiles: Mapping[str, Data]) -> dict[str, dict[str, Any]]:
    for name, profile in profiles.items():
        if profile["id"] != name:
            raise Invalid.field(f"users.{name}.id", "differs from its key")
    keys = [user_key(call.app, id) for id in profiles]
    known = await call.context.store.get(keys)
    writes: list[Write] = []
    for key, document, profile in zip(keys, known, profiles.values(), strict=True):
        fields = profile_fields(profile, call.now)
        created = {} if document else {"created_at": call.now}
        writes.append(Update(key, set={**created, **fields}, upsert=True))
    await call.context.store.commit(writes)
    found = await call.context.store.get(keys)
    return {d.key.id: full_user_response(d.key.id, d.data, call.now) for d in found if d}
