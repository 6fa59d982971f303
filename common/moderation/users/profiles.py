"""Users, as far as moderation needs them: names, and who is a moderator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import orjson

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import Profile, ProfileChange, User, name_key, user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.store.deciding import until_committed
from common.store.store import Update, Write
from common.store.unit_of_work import UnitOfWork

_MOST_BYTES = 50_000
"""Of what a user has of the app's own: their document has their bans and blocks beside it."""


async def update(
    context: Context, app: str, profiles: Mapping[str, Profile], now: int
) -> list[User]:
    """Sets what the profiles say, by id, and leaves the rest; returns the users' documents."""
    for name, profile in profiles.items():
        if profile["id"] != name:
            raise Invalid.field(f"users.{name}.id", "differs from its key")
        _check_size(profile)
    keys = [user_key(app, id) for id in profiles]
    known = await context.store.get(keys)
    writes: list[Write] = []
    for key, document, profile in zip(keys, known, profiles.values(), strict=True):
        created = {} if document else {"created_at": now}
        fields = {**created, **profile, **_name_key(profile), "updated_at": now}
        writes.append(Update(key, set=fields, upsert=True))
    await context.store.commit(writes)
    return [document.data for document in await context.store.get(keys) if document]


async def change(
    context: Context, app: str, changes: Sequence[tuple[str, ProfileChange]], now: int
) -> list[User]:
    """Changes single fields of users, in the order of `changes`; of one that is not known the user
    is made. Returns their documents, each once.
    """

    async def attempt() -> list[User]:
        unit = UnitOfWork(context.store)
        await unit.read([user_key(app, id) for id, _ in changes])
        found = {id: await _changed(unit, app, id, each, now) for id, each in changes}
        await unit.commit()
        return list(found.values())

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def _changed(unit: UnitOfWork, app: str, id: str, change: ProfileChange, now: int) -> User:
    key = user_key(app, id)
    user = await unit.get(key)
    if user is None:
        made: User = {"id": id, "created_at": now, "updated_at": now}
        user = unit.create(key, made)
    fields = cast("dict[str, Any]", user)
    for name in change.unset:
        fields.pop(name, None)
        if name == "name":
            fields.pop("name_key", None)
    fields.update(change.set, **_name_key(change.set), id=id, updated_at=now)
    if change.set_custom or change.unset_custom:
        custom = {**user.get("custom", {}), **change.set_custom}
        user["custom"] = {k: v for k, v in custom.items() if k not in change.unset_custom}
    _check_size(user)
    return user


def _check_size(user: User | Profile) -> None:
    for name in ("custom", "teams"):
        if len(orjson.dumps(user.get(name))) > _MOST_BYTES:
            raise Invalid.field(name, f"would be more than {_MOST_BYTES} bytes of a user")


def _name_key(profile: Profile) -> dict[str, str]:
    return {"name_key": name_key(profile["name"])} if "name" in profile else {}
