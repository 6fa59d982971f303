"""How who posts stands: whether they are banned where they post, and whether they are moderated.

An app's settings say whether there has been any ban or bypass, so that other apps' checks do not
look for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.address import BannedAddress, banned_address_key
from common.domain.content import Submission, channel_of
from common.domain.options import Expected
from common.domain.settings import AppSettings
from common.domain.standing import SCOPES, Standing, StandingBan
from common.domain.user import MODERATOR_ROLES, BanRecord, User, is_standing, user_key
from common.store.store import Key, Store


async def standing_of(
    store: Store, configuration: Configuration, submission: Submission, now: int
) -> Standing:
    """One look at the store, and none in an app that has had neither bans nor bypasses."""
    settings, app = configuration.settings, configuration.app
    if settings.get("moderation_enabled") is False:
        return Standing(is_bypassed=True)
    keys: list[Key[Any]] = []
    if submission.creator_id and (settings.get("has_bypasses") or settings.get("has_bans")):
        keys.append(user_key(app, submission.creator_id))
    if submission.creator_address and settings.get("has_banned_addresses"):
        keys.append(banned_address_key(app, submission.creator_address))
    if not keys:
        return Standing()
    found = {d.key.collection: d.data for d in await store.get(keys) if d is not None}
    user: User | None = found.get("user")
    banned: BannedAddress | None = found.get("banned_address")
    if user is not None and user.get("bypass_moderation"):
        return Standing(is_bypassed=True)
    if user is not None and user.get("role") in MODERATOR_ROLES:
        banned = None
    channel = channel_of(submission.content.other)
    return Standing(ban=_gravest(_bans(user, banned, channel, submission.creator_id, now)))


async def is_bypassed(store: Store, configuration: Configuration, user_id: str) -> bool:
    if configuration.settings.get("moderation_enabled") is False:
        return True
    if not user_id or not configuration.settings.get("has_bypasses"):
        return False
    (user,) = await store.get([user_key(configuration.app, user_id)])
    return user is not None and bool(user.data.get("bypass_moderation"))


def _bans(
    user: User | None, banned: BannedAddress | None, channel: str, user_id: str, now: int
) -> Iterable[StandingBan]:
    for own in user.get("bans", ()) if user is not None else ():
        of = own.get("channel_cid", "")
        if is_standing(own, now) and of in ("", channel):
            yield StandingBan("channel" if of else "account", own)
    for each in banned["bans"] if banned is not None else ():
        record: BanRecord = {
            "created_at": each["created_at"],
            "expires": each["expires"],
            "reason": each["reason"],
            "shadow": each["shadow"],
            "created_by": each["created_by"],
        }
        if each["channel_cid"]:
            record["channel_cid"] = each["channel_cid"]
        is_another = each["user_id"] != user_id
        if is_another and is_standing(record, now) and each["channel_cid"] in ("", channel):
            yield StandingBan("address", record)


def _gravest(bans: Iterable[StandingBan]) -> StandingBan | None:
    """A ban before a shadow ban, one's own before another's."""
    return min(
        bans, key=lambda each: (each.record["shadow"], SCOPES.index(each.scope)), default=None
    )


def expected(ban: BanRecord) -> list[Expected]:
    """What checks are to look for from now on."""
    return ["has_bans", *(("has_banned_addresses",) if "address" in ban else ())]


async def expect(context: Context, app: str, names: Iterable[Expected]) -> None:
    """Before the first: another process looks for them once it has seen the settings change."""
    settings = (await context.configurations.of(app)).settings
    missing: AppSettings = {}
    for name in names:
        if not settings.get(name):
            missing[name] = True
    if missing:
        await context.configurations.change_settings(app, missing)
