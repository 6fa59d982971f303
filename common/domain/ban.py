"""Bans as they are looked for: a document each, beside the records that their user has of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.user import BanRecord
from common.store.store import Collection, Key


class Ban(TypedDict):
    """Of the account, or of the channel. `standing_at` is when it was made, `ends_at` when it is to
    end: both are there until the sweep has seen that. `reason_key` is a digest of the reason. Times
    are nanoseconds.
    """

    user_id: str
    banned_by_id: str
    reason: str
    reason_key: str
    shadow: bool
    created_at: int
    standing_at: NotRequired[int]
    ends_at: NotRequired[int]
    expires: int | None
    channel_cid: NotRequired[str]
    swept: NotRequired[int]


class FutureBan(TypedDict):
    """Of the channels that who made it will create: for the app's chat to ask for."""

    user_id: str
    banned_by_id: str
    reason: str
    shadow: bool
    created_at: int
    expires: int | None


BANS: Collection[Ban] = Collection("ban")
FUTURE_BANS: Collection[FutureBan] = Collection("future_ban")


def ban_key(app: str, user_id: str, channel: str, *, shadow: bool) -> Key[Ban]:
    """A user has one of each kind at most."""
    return Key(app, BANS, derived_id("ban", user_id, channel, str(shadow)))


def future_ban_key(app: str, user_id: str, by: str) -> Key[FutureBan]:
    return Key(app, FUTURE_BANS, derived_id("future ban", user_id, by))


def reason_key(reason: str) -> str:
    return derived_id("reason", reason)


def new_ban(user_id: str, record: BanRecord) -> Ban:
    ban: Ban = {
        "user_id": user_id,
        "banned_by_id": record["created_by"],
        "reason": record["reason"],
        "reason_key": reason_key(record["reason"]),
        "shadow": record["shadow"],
        "created_at": record["created_at"],
        "standing_at": record["created_at"],
        "expires": record["expires"],
    }
    if record["expires"] is not None:
        ban["ends_at"] = record["expires"]
    if channel := record.get("channel_cid"):
        ban["channel_cid"] = channel
    return ban


def new_future_ban(user_id: str, record: BanRecord) -> FutureBan:
    return {
        "user_id": user_id,
        "banned_by_id": record["created_by"],
        "reason": record["reason"],
        "shadow": record["shadow"],
        "created_at": record["created_at"],
        "expires": record["expires"],
    }


def record_of(ban: Ban | FutureBan) -> BanRecord:
    record: BanRecord = {
        "created_at": ban["created_at"],
        "expires": ban["expires"],
        "reason": ban["reason"],
        "shadow": ban["shadow"],
        "created_by": ban["banned_by_id"],
    }
    fields: Mapping[str, object] = ban
    if channel := fields.get("channel_cid"):
        record["channel_cid"] = str(channel)
    return record
