"""Keeping an app's members."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.log import new_entry
from common.domain.member import (
    MEMBERS,
    MOST_MEMBERS,
    Member,
    MemberFields,
    member_id,
    member_key,
    preferences_key,
)
from common.moderation.contention import ATTEMPTS
from common.moderation.members import sessions
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Page, Put, Write

_NAME = re.compile(r"[^\W_][\w.@+'-]*( [\w.@+'-]+)*")
_LONGEST_NAME = 64
_MANY = TryAgain("many change this member at once")
NOTHING: MemberFields = {"role": "reader", "queues": None, "actions": None, "email": ""}


async def create(
    context: Context, app: str, name: str, fields: MemberFields, by: str, now: int
) -> Member:
    """Raises Invalid for a name that is taken, however it is capitalized."""
    check_name(name)
    id = member_id(app, name)
    if await _are_as_many_as_may_be(context, app):
        raise Invalid.field("name", f"would be one more than the {MOST_MEMBERS} allowed")
    member = cast(Member, {**fields, "id": id, "name": name, "created_at": now, "updated_at": now})
    entry = new_entry(app, "member", "created", now, user_id=name, by=by, custom=_told(fields))
    try:
        await context.store.commit([Create(member_key(app, id), member), entry])
    except Conflict:
        raise Invalid.field("name", f"{name!r} is the name of another member") from None
    return member


async def page(context: Context, app: str, limit: int, cursor: str | None) -> Page[Member]:
    return await context.store.query(MEMBERS, app=app, limit=limit, cursor=cursor)


async def find(context: Context, app: str, id: str) -> Document[Member]:
    """Raises NotFound."""
    (found,) = await context.store.get([member_key(app, id)])
    if found is None:
        raise NotFound(f"there is no member {id!r}", {"id": "does not exist"})
    return found


async def change(
    context: Context, app: str, id: str, given: Mapping[str, Any], by: str, now: int
) -> Member:
    """`given` are some of the fields. A role that is lost is so with the next request: sessions do
    not know it.
    """

    async def attempt() -> Member:
        found = await find(context, app, id)
        member = cast(Member, {**found.data, **given})
        if member == found.data:
            return member
        _check_not_oneself(found.data, member, by)
        member["updated_at"] = now
        if member["email"] != found.data["email"]:
            member.pop("identity", None)
        name = member["name"]
        entry = new_entry(app, "member", "changed", now, user_id=name, by=by, custom=_told(given))
        await context.store.commit([Put(found.key, member, found.version), entry])
        return member

    return await until_committed(attempt, ATTEMPTS, _MANY)


async def delete(context: Context, app: str, id: str, by: str, now: int) -> None:
    """What they decided stays theirs in the log."""
    found = await find(context, app, id)
    if found.data["name"] == by:
        raise Invalid.field("id", "is who asks: somebody else has to do it")
    writes: list[Write] = [
        Delete(found.key),
        Delete(preferences_key(app, id)),
        new_entry(app, "member", "deleted", now, user_id=found.data["name"], by=by),
    ]
    await context.store.commit(writes)
    await sessions.end_all(context, app, id)


def check_name(name: str) -> None:
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        allowed = "letters, digits, _ . @ + ' - and single spaces"
        raise Invalid.field("name", f"has to be 1 to {_LONGEST_NAME} of {allowed}")


def _check_not_oneself(before: Member, after: Member, by: str) -> None:
    """An app's last admin would else lock everybody out by a slip."""
    if before["name"] == by and before["role"] != after["role"]:
        raise Invalid.field("role", "of who asks: somebody else has to change it")


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    """E-mail addresses do not stay in the log when a member goes."""
    return {name: value for name, value in fields.items() if name != "email"}


async def _are_as_many_as_may_be(context: Context, app: str) -> bool:
    found, cursor = 0, None
    while True:
        each = await page(context, app, 100, cursor)
        found, cursor = found + len(each.documents), each.cursor
        if found >= MOST_MEMBERS or cursor is None:
            return found >= MOST_MEMBERS
