"""Reading back who is banned, and from where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.ban import BANS, Ban, reason_key, record_of
from common.domain.errors import Invalid
from common.domain.filters import Predicate, compile_plain_filter
from common.domain.user import BanRecord, User, is_standing
from common.moderation.filtering.sorting import sorting
from common.moderation.users.known import users_of
from common.moderation.users.looking import Bounds, Look

DEFAULT_LIMIT = 100
_MOST_NAMED = 100
_MOST_LOOKS = 30
_FIELDS = frozenset({"user_id", "channel_cid", "banned_by_id", "reason", "shadow", "created_at"})
_LOOKED_FOR = ("channel_cid", "reason", "banned_by_id")
"""Fields that an index answers, those first that name the fewest bans."""
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
    created: Bounds = field(default_factory=Bounds)
    only_standing: bool = False


async def query(context: Context, app: str, asked: BanQuery, now: int) -> list[FoundBan]:
    """The bans that match, the newest first unless it is sorted otherwise. Raises Invalid where too
    many would have to be looked through.
    """
    _, descending = sorting(asked.sort, _ORDERS)
    users = _named(asked.filter, "user_id")
    if users is None and "user_id" in asked.filter:
        raise Invalid.field("filter_conditions.user_id", "has to name users, with $eq or $in")
    look = _Query(context, app, asked, now, descending)
    most = DEFAULT_LIMIT if asked.limit is None else asked.limit
    start = asked.offset or 0
    found = await (look.of_users(users) if users is not None else look.of_all(start + most))
    found.sort(key=lambda each: (each[1]["created_at"], each[0]), reverse=descending)
    page = found[start : start + most]
    known = await users_of(
        context, app, [*(id for id, _ in page), *(b["created_by"] for _, b in page)]
    )
    return [
        FoundBan(known.get(id) or {"id": id, "updated_at": now}, ban, known.get(ban["created_by"]))
        for id, ban in page
    ]


class _Query:
    def __init__(
        self, context: Context, app: str, asked: BanQuery, now: int, descending: bool
    ) -> None:
        self._context = context
        self._app = app
        self._asked = asked
        self._now = now
        self._descending = descending
        self._matches = _compiled(asked.filter)

    async def of_users(self, ids: Sequence[str]) -> list[tuple[str, BanRecord]]:
        """Their documents have them."""
        users = await users_of(self._context, self._app, ids)
        return [
            (id, ban)
            for id, user in users.items()
            for ban in user.get("bans", ())
            if self._is_wanted(id, ban) and self._asked.created.has(ban["created_at"])
        ]

    async def of_all(self, wanted: int) -> list[tuple[str, BanRecord]]:
        order = "standing_at" if self._asked.only_standing else "created_at"
        look: Look[Ban] = Look(
            self._context.store, BANS, self._app, order, self._descending, self._asked.created
        )
        found: list[Ban] = []
        for equal in _looks(self._asked.filter):
            found += await look.first(
                wanted, lambda ban: self._is_wanted(ban["user_id"], record_of(ban)), equal
            )
        return [(ban["user_id"], record_of(ban)) for ban in found]

    def _is_wanted(self, user_id: str, ban: BanRecord) -> bool:
        flat = {"user_id": user_id, "banned_by_id": ban["created_by"], **ban}
        is_current = not self._asked.only_standing or is_standing(ban, self._now)
        return is_current and self._matches(flat)


def _looks(filter: Mapping[str, Any]) -> list[dict[str, str]]:
    """What one query each is about, which together find all that match."""
    for name in _LOOKED_FOR:
        named = _named(filter, name)
        if named is not None and len(named) <= _MOST_LOOKS:
            if name == "reason":
                return [{"reason_key": reason_key(each)} for each in named]
            return [{name: each} for each in named]
    return [{}]


def _named(filter: Mapping[str, Any], name: str) -> list[str] | None:
    """What the filter has a field equal, None where it does not say so. Raises Invalid for more
    than a hundred.
    """
    named = filter.get(name)
    if isinstance(named, Mapping) and len(named) == 1:
        ((operator, value),) = named.items()
        named = value if operator == "$in" else [value] if operator == "$eq" else None
    else:
        named = [named]
    if not isinstance(named, list) or not named or not all(isinstance(id, str) for id in named):
        return None
    if len(named) > _MOST_NAMED:
        raise Invalid.field(f"filter_conditions.{name}", f"names more than {_MOST_NAMED}")
    return list(dict.fromkeys(named))


def _compiled(filter: Mapping[str, Any]) -> Predicate:
    try:
        return compile_plain_filter(filter, _FIELDS)
    except Invalid as error:
        raise error.renamed("filter.", "filter_conditions.") from None
