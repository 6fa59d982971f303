"""Looking for users: by an index where the filter or the order names one, never through all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import USERS, User, name_key
from common.moderation.filtering.sorting import sorting
from common.moderation.users.known import users_of
from common.moderation.users.matching import compile_user_filter, facts_of, required, time_of

DEFAULT_LIMIT = 30
_ORDERS = {"created_at": "created_at", "name": "name_key", "id": "id"}
_MOST_NAMED = 100
_PAGE = 100
_LOOKED_AT = 2_000
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class UserQuery:
    """`ids` are the bounds of ids, by operator. Who was deactivated is found only on demand, and
    who was deleted only by a filter that says so.
    """

    filter: Mapping[str, Any]
    sort: Any = None
    limit: int | None = None
    offset: int | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    deactivated: bool = False

    @property
    def wanted(self) -> int:
        return (self.offset or 0) + (DEFAULT_LIMIT if self.limit is None else self.limit)


@dataclass(frozen=True, slots=True)
class _Way:
    """In which order the users are gone through, and within which bounds."""

    order: str
    descending: bool
    equal: Mapping[str, Any]
    low: Any = None
    high: Any = None


async def query(context: Context, app: str, asked: UserQuery, now: int) -> list[User]:
    """Raises Invalid for a filter that no index serves, where there are too many users to look
    through.
    """
    filter = {**asked.filter}
    conditions = [*required(filter), *(("id", each, id) for each, id in asked.ids.items())]
    matches = compile_user_filter({"$and": [filter, {"id": asked.ids}]} if asked.ids else filter)
    sees_deleted = any(name == "deleted_at" for name, _, _ in conditions)

    def fits(user: User) -> bool:
        if "deactivated_at" in user and not asked.deactivated:
            return False
        if "deleted_at" in user and not sees_deleted:
            return False
        return matches(facts_of(user, now))

    way = _way(asked, conditions)
    named = _named(conditions)
    if named is not None:
        users = [user for user in (await users_of(context, app, named)).values() if fits(user)]
        users.sort(key=lambda user: _place(way.order, user), reverse=way.descending)
        return users[asked.offset or 0 : asked.wanted]
    found: list[User] = []
    cursor: str | None = None
    looked_at = 0
    while len(found) < asked.wanted:
        page = await context.store.query(
            USERS,
            app=app,
            equal=way.equal,
            order=way.order,
            descending=way.descending,
            low=way.low,
            high=way.high,
            limit=min(_PAGE, max(asked.wanted - len(found), 1)) if looked_at == 0 else _PAGE,
            cursor=cursor,
        )
        found += [document.data for document in page.documents if fits(document.data)]
        looked_at += len(page.documents)
        cursor = page.cursor
        if cursor is None:
            break
        if looked_at >= _LOOKED_AT and len(found) < asked.wanted:
            raise Invalid.field(
                "filter_conditions",
                f"fits too few of the first {_LOOKED_AT} users: name an id, a name, a role,"
                " banned users or a time of creation",
            )
    return found[asked.offset or 0 : asked.wanted]


def _place(order: str, user: User) -> tuple[Any, str]:
    place = user.get(order, user["updated_at"] if order.endswith("_at") else "")
    return (place, user["id"])


def _named(conditions: Sequence[tuple[str, str, Any]]) -> list[str] | None:
    """The only ones that can fit, where the filter names them."""
    for name, operator, operand in conditions:
        ids = [operand] if operator == "$eq" else operand if operator == "$in" else None
        if name == "id" and isinstance(ids, list):
            if len(ids) > _MOST_NAMED:
                raise Invalid.field("filter_conditions.id", f"names more than {_MOST_NAMED} users")
            return [id for id in ids if isinstance(id, str)]
    return None


def _way(asked: UserQuery, conditions: Sequence[tuple[str, str, Any]]) -> _Way:
    sort = asked.sort
    names = [
        operand
        for name, operator, operand in conditions
        if name == "name" and operator in ("$eq", "$autocomplete")
    ]
    if asked.ids:
        order, descending = sorting(sort or [{"field": "id", "direction": 1}], {"id"})
    elif not sort and names and isinstance(names[0], str):
        low = name_key(names[0])
        return _Way("name_key", False, {}, low, low + _LAST)
    else:
        order, descending = sorting(sort, _ORDERS)
    if order == "id":
        return _Way("id", descending, {}, *_bounds("id", conditions, "\x00"))
    if order != "created_at":
        return _Way(_ORDERS[order], descending, {})
    bounds = _bounds("created_at", conditions, 1)
    return _Way(order, descending, _equal(conditions), *bounds)


def _equal(conditions: Sequence[tuple[str, str, Any]]) -> dict[str, Any]:
    """What an index narrows: a role that was given, or the banned ones."""
    for name, operator, operand in conditions:
        if operator != "$eq":
            continue
        if name == "role" and isinstance(operand, str) and operand != "user":
            return {"role": operand}
        if name == "banned" and operand is True:
            return {"banned": True}
    return {}


def _bounds(field: str, conditions: Sequence[tuple[str, str, Any]], step: Any) -> tuple[Any, Any]:
    """`step` is what comes next to a value."""
    low = high = None
    for name, operator, operand in conditions:
        place = _place_named(field, operand) if name == field else None
        if place is None:
            continue
        if operator in ("$gt", "$gte"):
            low = place if low is None else max(low, place)
        elif operator in ("$lt", "$lte"):
            end = place + step if operator == "$lte" else place
            high = end if high is None else min(high, end)
    return low, high


def _place_named(field: str, operand: Any) -> Any:
    """None where the operand is of another kind: then the filter alone tells."""
    if field == "id":
        return operand if isinstance(operand, str) else None
    if isinstance(operand, int) and not isinstance(operand, bool):
        return operand
    return time_of(operand) if isinstance(operand, str) else None
