"""Network addresses of users, where the app sends them, and those from which users are banned."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from typing_extensions import TypedDict

from common.store.store import Collection, Key

_SUBNET = 64
"""Bits of an IPv6 address that stand for its household; the rest changes by the day."""


class LastAddress(TypedDict):
    """From where a user last posted, in nanoseconds."""

    address: str
    at: int


class AddressBan(TypedDict):
    """A ban that took the address along: whose it is, of which channel if not of the account."""

    user_id: str
    channel_cid: str
    shadow: bool
    reason: str
    created_at: int
    created_by: str
    expires: int | None


class BannedAddress(TypedDict):
    bans: list[AddressBan]


LAST_ADDRESSES: Collection[LastAddress] = Collection("last_address")
BANNED_ADDRESSES: Collection[BannedAddress] = Collection("banned_address")


def last_address_key(app: str, user_id: str) -> Key[LastAddress]:
    return Key(app, LAST_ADDRESSES, user_id)


def banned_address_key(app: str, address: str) -> Key[BannedAddress]:
    return Key(app, BANNED_ADDRESSES, address)


def address_of(custom: Any) -> str | None:
    """The address that an app's own fields about a user name as `ip`, if they do. Of IPv6 it is
    the network of 64 bits.
    """
    named = custom.get("ip") if isinstance(custom, dict) else None
    if not isinstance(named, str):
        return None
    try:
        address = ip_address(named.strip())
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        if mapped is None:
            return str(ip_network((int(address), _SUBNET), strict=False))
        address = mapped
    return str(address)
