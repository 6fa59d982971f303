"""Bans that no person makes: by a policy's engine or by a rule, in the commit that records it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from common.domain.errors import Invalid
from common.domain.item import Item, author_of
from common.domain.item_lists import add_ids
from common.domain.log import LogEntry, new_entry
from common.domain.user import MODERATOR_ROLES, User, is_banned, is_shadow_banned, user_key
from common.moderation.enforcement.outcomes import OVERRULED
from common.moderation.users.addresses import last_address
from common.moderation.users.banning import NewBan, ban
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Asked:
    """`since` is when came what the ban is for. `reason` and `custom` are the log's, and its
    entry's id is of `derived_from`.
    """

    ban: NewBan
    since: int
    reason: str
    custom: Mapping[str, object]
    derived_from: tuple[str, ...]


async def ban_author(
    unit: UnitOfWork, app: str, item: Item, asked: Asked, now: int
) -> tuple[User, LogEntry] | None:
    """The user as they are then, with the ban as the last of theirs. None for who is banned so
    already, for moderators and those whose content passes unmoderated, and where a moderator has
    lifted a ban since what it is for. What is overruled, or cannot be, is in the log as well.
    """
    user_id = author_of(item)
    known = await unit.get(user_key(app, user_id))
    if known is not None and not _may_be_banned(known, asked.ban, now):
        return None
    is_lifted = known is not None and _is_lifted(known, asked)
    failure = "" if is_lifted else await _made(unit, app, user_id, asked.ban, now)
    entry = new_entry(
        app,
        "action",
        "ban",
        now,
        about=item,
        user_id=user_id,
        reason=failure or asked.reason,
        result=OVERRULED if is_lifted else "failed" if failure else "done",
        custom={**asked.custom},
        derived_from=asked.derived_from,
    )
    unit.add(entry)
    add_ids(item, actions=[entry.data["id"]])
    user = await unit.get(user_key(app, user_id))
    return None if is_lifted or failure or user is None else (user, entry.data)


async def can_ban(unit: UnitOfWork, app: str, item: Item, asked: Asked, now: int) -> bool:
    """Whether anything speaks against it, as who the user is or what was decided."""
    known = await unit.get(user_key(app, author_of(item)))
    if known is None:
        return True
    return _may_be_banned(known, asked.ban, now) and not _is_lifted(known, asked)


async def is_banned_so(unit: UnitOfWork, app: str, item: Item, asked: Asked, now: int) -> bool:
    known = await unit.get(user_key(app, author_of(item)))
    return known is not None and _is_banned_so(known, asked.ban, now)


def _is_lifted(user: User, asked: Asked) -> bool:
    return user.get("unbanned_at", 0) >= asked.since


def _may_be_banned(user: User, new: NewBan, now: int) -> bool:
    if user.get("role") in MODERATOR_ROLES or user.get("bypass_moderation"):
        return False
    return not _is_banned_so(user, new, now)


def _is_banned_so(user: User, new: NewBan, now: int) -> bool:
    return is_banned(user, now) or (new.shadow and is_shadow_banned(user, now))


async def _made(unit: UnitOfWork, app: str, user_id: str, new: NewBan, now: int) -> str:
    """Why it cannot be, empty where it is. Where no address is known, the user is banned alone."""
    if new.with_address and await last_address(unit, app, user_id) is None:
        new = replace(new, with_address=False)
    try:
        await ban(unit, app, user_id, new, now)
    except Invalid as error:
        return error.message
    return ""
