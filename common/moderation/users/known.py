"""Who is known: users of whom something is kept, and those who have only posted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.user import User, history_key, user_key
from common.store.store import Key

_AT_ONCE = 500


async def known_users(
    context: Context, app: str, ids: Sequence[str], field: str
) -> dict[str, User | None]:
    """By id; None of one who has only posted. Raises NotFound, naming `field`, for others."""
    wanted = list(dict.fromkeys(ids))
    users = await users_of(context, app, wanted)
    for id in await _strangers(context, app, [id for id in wanted if id not in users]):
        raise NotFound(f"there is no user {id!r}", {field: f"names {id!r}, who is not known"})
    return {id: users.get(id) for id in wanted}


async def unknown(context: Context, app: str, ids: Sequence[str]) -> list[str]:
    """Those of whom nothing is kept and who have never posted."""
    users = await users_of(context, app, ids)
    return await _strangers(context, app, [id for id in ids if id not in users])


async def _strangers(context: Context, app: str, ids: Sequence[str]) -> list[str]:
    """Those who have not posted either."""
    posted = await _fetched(context, [history_key(app, id) for id in ids])
    return [id for id in ids if history_key(app, id) not in posted]


async def users_of(context: Context, app: str, ids: Sequence[str]) -> dict[str, User]:
    """Those of whom something is kept, by id."""
    found = await _fetched(context, [user_key(app, id) for id in dict.fromkeys(ids) if id])
    return {key.id: data for key, data in found.items()}


async def _fetched(context: Context, keys: Sequence[Key[Any]]) -> dict[Key[Any], Any]:
    known: dict[Key[Any], Any] = {}
    for start in range(0, len(keys), _AT_ONCE):
        found = await context.store.get(keys[start : start + _AT_ONCE])
        known.update((document.key, document.data) for document in found if document is not None)
    return known
