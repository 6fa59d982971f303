"""Users, as far as moderation needs them: names, and who is a moderator."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import Profile, User, user_key
from common.store.store import Update, Write


async def update(
    context: Context, app: str, profiles: Mapping[str, Profile], now: int
) -> list[User]:
    """Sets what the profiles say, by id, and leaves the rest; returns the users' documents."""
    for name, profile in profiles.items():
        if profile["id"] != name:
            raise Invalid.field(f"users.{name}.id", "differs from its key")
    keys = [user_key(app, id) for id in profiles]
    known = await context.store.get(keys)
    writes: list[Write] = []
    for key, document, profile in zip(keys, known, profiles.values(), strict=True):
        created = {} if document else {"created_at": now}
        writes.append(Update(key, set={**created, **profile, "updated_at": now}, upsert=True))
    await context.store.commit(writes)
    return [document.data for document in await context.store.get(keys) if document]
