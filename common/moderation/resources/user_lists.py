"""Keeping lists of users: replaced whole, or users put in and taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.settings import exemptions_of
from common.domain.user_list import MOST_BYTES, MOST_USERS, UserList, UserListFields
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.resources import resources
from common.moderation.resources.kinds import USER_LIST
from common.moderation.resources.references import check_free
from common.store.deciding import until_committed
from common.store.store import Put


async def put(context: Context, app: str, id: str, fields: UserListFields, now: int) -> UserList:
    resources.check_id(id)
    users = _checked(fields["users"])
    return await resources.put(context, app, USER_LIST, id, {**fields, "users": users}, now)


async def add(context: Context, app: str, id: str, users: Sequence[str], now: int) -> UserList:
    """Those who are in the list already stay where they are."""
    return await _change(context, app, id, lambda known: [*known, *users], now)


async def remove(context: Context, app: str, id: str, users: Iterable[str], now: int) -> UserList:
    """Those who are not in the list are passed over."""
    gone = frozenset(users)
    return await _change(context, app, id, lambda known: [u for u in known if u not in gone], now)


async def delete(context: Context, app: str, id: str) -> None:
    """Refused while a rule or the settings name the list."""
    await check_free(context, app, "user_lists", id, "id")
    configuration = await context.configurations.fresh(app)
    if id in exemptions_of(configuration.settings)["lists"]:
        raise Invalid.field("id", "is named by the settings, in exempt.lists")
    await resources.delete(context, app, USER_LIST, id)


async def _change(
    context: Context, app: str, id: str, change: Callable[[Sequence[str]], list[str]], now: int
) -> UserList:
    async def attempt() -> UserList:
        (known,) = await context.store.get([USER_LIST.key(app, id)])
        if known is None:
            raise resources.missing(USER_LIST, id)
        users = _checked(change(known.data["users"]))
        if users == known.data["users"]:
            return known.data
        changed: UserList = {**known.data, "users": users, "updated_at": now}
        await context.configurations.change(app, [Put(known.key, changed, known.version)])
        return changed

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _checked(users: Iterable[str]) -> list[str]:
    found = [*dict.fromkeys(users)]
    if len(found) > MOST_USERS:
        raise Invalid.field("users", f"would be more than {MOST_USERS}")
    if sum(len(user.encode()) for user in found) > MOST_BYTES:
        raise Invalid.field("users", f"would be more than {MOST_BYTES} bytes in all")
    return found
