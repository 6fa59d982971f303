"""Users, as far as moderation needs them: names, and who is a moderator."""

from __future__ import annotations

from typing import Any

from common.api.items import full_user_response
from common.api.stream import UpdateUsersRequest
from common.domain.errors import Invalid
from common.domain.user import profile_fields, user_key
from common.http.call import Call
from common.store.store import Update, Write


async def update(call: Call, body: UpdateUsersRequest) -> dict[str, Any]:
    for name, user in body.users.items():
        if user.id != name:
            raise Invalid.field(f"users.{name}.id", "differs from its key")
    keys = [user_key(call.app, id) for id in body.users]
    known = await call.context.store.get(keys)
    writes: list[Write] = []
    for key, document, user in zip(keys, known, body.users.values(), strict=True):
        fields = profile_fields(user.model_dump(exclude_none=True), call.now)
        created = {} if document else {"created_at": call.now}
        writes.append(Update(key, set={**created, **fields}, upsert=True))
    await call.context.store.commit(writes)
    found = await call.context.store.get(keys)
    users = {d.key.id: full_user_response(d.key.id, d.data, call.now) for d in found if d}
    return {"users": users, "membership_deletion_task_id": ""}
