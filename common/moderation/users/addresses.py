"""Addresses that users write from: the last of each, and those that bans take along.

An app's server says them as `ip` in `custom` of a check's `user`. What a connection's headers or a
profile say is not believed: whoever calls can write anything there.
"""

from __future__ import annotations

from common.domain.address import (
    AddressBan,
    BannedAddress,
    LastAddress,
    banned_address_key,
    last_address_key,
)
from common.domain.content import Submission
from common.domain.errors import Invalid
from common.domain.user import BanRecord, User
from common.store.store import Put
from common.store.unit_of_work import UnitOfWork

_MOST_BANS = 100


def note_address(app: str, sent: Submission, now: int) -> list[Put[LastAddress]]:
    """Of who posts it, where the app said from where."""
    if not sent.creator_address or not sent.creator_id:
        return []
    last: LastAddress = {"address": sent.creator_address, "at": now}
    return [Put(last_address_key(app, sent.creator_id), last)]


async def last_address(unit: UnitOfWork, app: str, user_id: str) -> str | None:
    """That of the user's last check which named one."""
    last = await unit.get(last_address_key(app, user_id))
    return last["address"] if last is not None else None


async def ban_address(unit: UnitOfWork, app: str, user: User, ban: BanRecord, now: int) -> str:
    """The user's last address, which is banned as they are. Raises Invalid where none is known."""
    address = await last_address(unit, app, user["id"])
    if address is None:
        problem = "needs an address of the user, and no check has named one"
        raise Invalid.field("ip_ban", problem)
    key = banned_address_key(app, address)
    banned = await unit.get(key)
    if banned is None:
        made: BannedAddress = {"bans": []}
        banned = unit.create(key, made)
    others = [
        each
        for each in banned["bans"]
        if (each["expires"] is None or each["expires"] > now) and not _is_of(each, user["id"], ban)
    ]
    if len(others) >= _MOST_BANS:
        raise Invalid.field("ip_ban", f"would be one more than {_MOST_BANS} of one address")
    banned["bans"] = [*others, _address_ban(user["id"], ban)]
    return address


async def release_address(unit: UnitOfWork, app: str, user_id: str, ban: BanRecord) -> None:
    """What other users' bans took along stays banned."""
    key = banned_address_key(app, ban["address"])
    banned = await unit.get(key)
    if banned is None:
        return
    left = [each for each in banned["bans"] if not _is_of(each, user_id, ban)]
    if left:
        banned["bans"] = left
    else:
        unit.delete(key)


def _is_of(each: AddressBan, user_id: str, ban: BanRecord) -> bool:
    kind = (each["user_id"], each["channel_cid"], each["shadow"])
    return kind == (user_id, ban.get("channel_cid", ""), ban["shadow"])


def _address_ban(user_id: str, ban: BanRecord) -> AddressBan:
    return {
        "user_id": user_id,
        "channel_cid": ban.get("channel_cid", ""),
        "shadow": ban["shadow"],
        "reason": ban["reason"],
        "created_at": ban["created_at"],
        "created_by": ban["created_by"],
        "expires": ban["expires"],
    }
