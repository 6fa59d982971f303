"""Making bans and lifting them, as part of the unit of work of whoever asks for it.

Decisions, the ban endpoints, engines and rules all ban by `ban`. The user's document has the
records and decides; the documents that are looked for (`domain/ban.py`) follow in the same commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from common.domain.ban import ban_key, future_ban_key, new_ban, new_future_ban
from common.domain.errors import Invalid
from common.domain.times import MINUTE
from common.domain.user import BanRecord, User, is_standing, user_key
from common.moderation.users.addresses import ban_address, release_address
from common.store.store import Key
from common.store.unit_of_work import UnitOfWork

MOST_BANS = 100
_MOST_BYTES = 100_000
"""Of all bans of a user, which stand in their document."""
_MOST_FUTURE_BANS = 30
"""Of one user: lifting them is one commit."""


@dataclass(frozen=True, slots=True)
class NewBan:
    """Without `minutes` it is for good, without a channel of the account. `by` is empty where no
    person bans. `with_address` bans whoever writes from the user's last address too;
    `of_future_channels` are those that `by` will create.
    """

    minutes: int | None = None
    shadow: bool = False
    channel: str = ""
    reason: str = ""
    by: str = ""
    with_address: bool = False
    of_future_channels: bool = False


@dataclass(frozen=True, slots=True)
class Lift:
    """Of the channel, else of the account: the ban and the shadow ban, or that alone. With `of`,
    only those that this person made.
    """

    channel: str = ""
    only_shadow: bool = False
    of: str = ""
    of_future_channels: bool = False


async def user_in(unit: UnitOfWork, app: str, id: str, now: int) -> User:
    """The user's document, made if need be."""
    key = user_key(app, id)
    user = await unit.get(key)
    if user is None:
        made: User = {"id": id, "created_at": now, "updated_at": now}
        user = unit.create(key, made)
    user.update({"id": id, "updated_at": now})
    return user


async def ban(unit: UnitOfWork, app: str, user_id: str, new: NewBan, now: int) -> User:
    """The user, with the ban as the last of theirs. A channel's ban leaves the account alone, and
    neither a ban nor a shadow ban touches the other. Raises Invalid, with the field as contract
    section 6 names it, where there would be too many bans, or no address is known.
    """
    user = await user_in(unit, app, user_id, now)
    made = _record(new, now)
    if new.channel:
        made["channel_cid"] = new.channel
    replaced = [each for each in user.get("bans", ()) if _is_of_one_kind(each, made)]
    others = [each for each in user.get("bans", ()) if each not in replaced]
    await _release(unit, app, user_id, replaced)
    if new.with_address:
        made["address"] = await ban_address(unit, app, user, made, now)
    if not new.channel:
        _ban_account(user, made)
    kept = _kept(others, made, now)
    await _forget(unit, app, user_id, [each for each in others if each not in kept])
    user["bans"] = kept
    key = ban_key(app, user_id, new.channel, shadow=new.shadow)
    await unit.put(key, new_ban(user_id, made))
    if new.of_future_channels:
        await _ban_from_future_channels(unit, app, user, _record(new, now), now)
    if not any(is_standing(each, now) for each in replaced):
        user["ban_count"] = user.get("ban_count", 0) + 1
    return user


async def lift(unit: UnitOfWork, app: str, user_id: str, asked: Lift, now: int) -> User:
    user = await user_in(unit, app, user_id, now)
    gone = [each for each in user.get("bans", ()) if _is_lifted(each, asked)]
    user["bans"] = [each for each in user.get("bans", ()) if each not in gone]
    await _release(unit, app, user_id, gone)
    await _forget(unit, app, user_id, gone)
    if asked.of_future_channels:
        await _lift_of_future_channels(unit, app, user, asked.of)
    if not asked.channel:
        _follow(user, asked)
        user["unbanned_at"] = now
    return user


async def lift_one(unit: UnitOfWork, app: str, user_id: str, record: BanRecord, now: int) -> User:
    """As if it had never been made; whatever else the user is banned by stays."""
    user = await user_in(unit, app, user_id, now)
    user["bans"] = [each for each in user.get("bans", ()) if each != record]
    await _release(unit, app, user_id, [record])
    await _forget(unit, app, user_id, [record])
    _follow(user, Lift(only_shadow=record["shadow"]))
    user["ban_count"] = max(0, user.get("ban_count", 0) - 1)
    return user


def _ban_account(user: User, made: BanRecord) -> None:
    if made["shadow"]:
        user.update({"shadow_banned": True, "shadow_ban_expires": made["expires"]})
    else:
        user.update({"banned": True, "ban_expires": made["expires"]})


def _follow(user: User, asked: Lift) -> None:
    """What the account is, by the records that are left: those that somebody else made stay."""
    left = {each["shadow"] for each in user["bans"] if not _channel(each)}
    if not (asked.only_shadow or False in left):
        user.update({"banned": False, "ban_expires": None})
    if True not in left:
        user.update({"shadow_banned": False, "shadow_ban_expires": None})


def _is_lifted(ban: BanRecord, asked: Lift) -> bool:
    is_named = ban["shadow"] or not asked.only_shadow
    return _channel(ban) == asked.channel and is_named and asked.of in ("", ban["created_by"])


def _record(new: NewBan, now: int) -> BanRecord:
    return {
        "created_at": now,
        "expires": now + new.minutes * MINUTE if new.minutes else None,
        "reason": new.reason,
        "shadow": new.shadow,
        "created_by": new.by,
    }


async def _ban_from_future_channels(
    unit: UnitOfWork, app: str, user: User, made: BanRecord, now: int
) -> None:
    by, before = made["created_by"], user.get("future_bans", ())
    kept = [each for each in before if each["created_by"] != by and is_standing(each, now)]
    if len(kept) >= _MOST_FUTURE_BANS:
        problem = f"is asked for by more than {_MOST_FUTURE_BANS} moderators"
        raise Invalid.field("ban_from_future_channels", problem)
    ended = [each for each in before if each["created_by"] != by and each not in kept]
    await _drop_future_bans(unit, app, user["id"], ended)
    user["future_bans"] = [*kept, made]
    await unit.put(future_ban_key(app, user["id"], by), new_future_ban(user["id"], made))


async def _lift_of_future_channels(unit: UnitOfWork, app: str, user: User, of: str) -> None:
    before = user.get("future_bans", ())
    gone = [each for each in before if of in ("", each["created_by"])]
    user["future_bans"] = [each for each in before if each not in gone]
    await _drop_future_bans(unit, app, user["id"], gone)


async def _drop_future_bans(
    unit: UnitOfWork, app: str, user_id: str, records: Iterable[BanRecord]
) -> None:
    keys = [future_ban_key(app, user_id, each["created_by"]) for each in records]
    await _drop(unit, keys)


async def _release(unit: UnitOfWork, app: str, user_id: str, records: Iterable[BanRecord]) -> None:
    for each in records:
        if "address" in each:
            await release_address(unit, app, user_id, each)


async def _forget(unit: UnitOfWork, app: str, user_id: str, records: Sequence[BanRecord]) -> None:
    keys = [ban_key(app, user_id, _channel(each), shadow=each["shadow"]) for each in records]
    await _drop(unit, keys)


async def _drop(unit: UnitOfWork, keys: Sequence[Key[Any]]) -> None:
    await unit.read(keys)
    for key in keys:
        if unit.held(key) is not None:
            unit.delete(key)


def _kept(others: Sequence[BanRecord], made: BanRecord, now: int) -> list[BanRecord]:
    """Those that have ended make room; none that stands is ever forgotten."""
    kept = [*others, made]
    ended = [each for each in others if not is_standing(each, now)]
    while len(kept) > MOST_BANS or len(orjson.dumps(kept)) > _MOST_BYTES:
        if not ended:
            problem = f"would be more than {MOST_BANS} bans of a user, or too much"
            raise Invalid.field("channel_cid", problem)
        kept.remove(ended.pop(0))
    return kept


def _is_of_one_kind(ban: BanRecord, other: BanRecord) -> bool:
    return _channel(ban) == _channel(other) and ban["shadow"] == other["shadow"]


def _channel(ban: BanRecord) -> str:
    return ban.get("channel_cid", "")
