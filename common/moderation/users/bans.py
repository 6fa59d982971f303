"""Reading back who is banned, and from where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import BanRecord, User, is_standing, user_key
from common.moderation.filtering.filters import Predicate, compile_plain_filter
from common.moderation.filtering.sorting import sorting
from common.store.store import Key

DEFAULT_LIMIT = 100
_MOST_USERS = 100
_FIELDS = frozenset({"user_id", "channel_cid", "banned_by_id", "reason", "shadow", "created_at"})
_ORDERS = frozenset({"created_at"})


@dataclass(frozen=True, slots=True)
class FoundBan:
    """`moderator` is None where the user who made the ban is not known."""

    user: User
    ban: BanRecord
    moderator: User | None


@dataclass(frozen=True, slots=True)
class BanQuery:
    filter: Mapping[str, Any]
    sort: Any = None
    limit: int | None = None
    offset: int | None = None
    created: Mapping[str, int] = field(default_factory=dict)
    only_standing: bool = False


async def query(context: Context, app: str, asked: BanQuery, now: int) -> list[FoundBan]:
    """The bans of the users that the filter names, the newest first unless it is sorted otherwise.

    Raises Invalid for a filter that names no user: bans are kept with whom they are of.
    """
    keys = [user_key(app, id) for id in _users(asked.filter)]
    matches = _compiled(asked.filter)
    created = _compiled({"created_at": asked.created} if asked.created else {})
    _, descending = sorting(asked.sort, _ORDERS)
    found = await context.store.get(keys) if keys else []
    users = [document.data for document in found if document is not None]
    bans = [
        (user, ban)
        for user in users
        for ban in user.get("bans", ())
        if matches(_flat(user, ban))
        and created(ban)
        and (is_standing(ban, now) or not asked.only_standing)
    ]
    bans.sort(key=lambda found: (found[1]["created_at"], found[0]["id"]), reverse=descending)
    start, most = asked.offset or 0, asked.limit or DEFAULT_LIMIT
    page = bans[start : start + most]
    moderators = await _known(context, app, [ban["created_by"] for _, ban in page])
    return [FoundBan(user, ban, moderators.get(ban["created_by"])) for user, ban in page]


def _compiled(filter: Mapping[str, Any]) -> Predicate:
    try:
        return compile_plain_filter(filter, _FIELDS)
    except Invalid as error:
        names = {k.replace("filter.", "filter_conditions.", 1): v for k, v in error.fields.items()}
        raise Invalid(error.message, names) from None


def _users(filter: Mapping[str, Any]) -> list[str]:
    named = filter.get("user_id")
    if isinstance(named, Mapping) and len(named) == 1:
        ((operator, named),) = named.items()
        named = named if operator == "$in" else [named] if operator == "$eq" else None
    else:
        named = [named]
    if not isinstance(named, list) or not named or not all(isinstance(id, str) for id in named):
        raise Invalid.field("filter_conditions.user_id", "has to name users, with $eq or $in")
    if len(named) > _MOST_USERS:
        raise Invalid.field("filter_conditions.user_id", f"names more than {_MOST_USERS} users")
    return list(dict.fromkeys(id for id in named if id))


def _flat(user: User, ban: BanRecord) -> Mapping[str, Any]:
    return {"user_id": user["id"], "banned_by_id": ban["created_by"], **ban}


async def _known(context: Context, app: str, ids: Sequence[str]) -> dict[str, User]:
    keys: list[Key[User]] = [user_key(app, id) for id in dict.fromkeys(ids) if id]
    found = await context.store.get(keys) if keys else []
    return {document.data["id"]: document.data for document in found if document is not None}
