"""Bans: of the account or of one channel, shadow bans beside the others, and their ends."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.errors import Invalid
from common.domain.item import Item
from common.domain.times import MINUTE
from common.domain.user import BanRecord, is_standing
from common.moderation.review.decisions.options import Ban, Unban
from common.moderation.review.decisions.subject import Subject

MOST_BANS = 100


def ban(subject: Subject, options: Ban, moderator: str) -> None:
    """`timeout` is in minutes; none means for good. A channel's ban leaves the account alone, and
    neither a ban nor a shadow ban touches the other.
    """
    user, now = subject.user, subject.now
    made: BanRecord = {
        "created_at": now,
        "expires": now + options.timeout * MINUTE if options.timeout else None,
        "reason": options.reason or "",
        "shadow": bool(options.shadow),
        "created_by": moderator,
    }
    channel = channel_of(options, subject.item)
    if channel:
        made["channel_cid"] = channel
    elif made["shadow"]:
        user.update({"shadow_banned": True, "shadow_ban_expires": made["expires"]})
    else:
        user.update({"banned": True, "ban_expires": made["expires"]})
    replaced = [each for each in user.get("bans", ()) if _is_of_one_kind(each, made)]
    user["bans"] = _kept([each for each in user.get("bans", ()) if each not in replaced], made, now)
    if options.delete_messages and not channel:
        user["messages_deleted_at"] = now
    if not any(is_standing(each, now) for each in replaced):
        user["ban_count"] = user.get("ban_count", 0) + 1


def unban(subject: Subject, options: Unban, _moderator: str) -> None:
    """Ends the ban and the shadow ban, of the channel where one is named, else of the account."""
    user, channel = subject.user, options.channel_cid or ""
    user["bans"] = [each for each in user.get("bans", ()) if _channel(each) != channel]
    if not channel:
        user.update({"banned": False, "shadow_banned": False})
        user.update({"ban_expires": None, "shadow_ban_expires": None})


def channel_of(options: Ban, item: Item | None) -> str:
    """The channel that the ban is of, empty for the account. One that is not named is the content's
    own, or where the content names none the entity itself, as `post:1`.
    """
    if not options.is_of_channel:
        return ""
    if options.channel_cid or item is not None:
        return options.channel_cid or _channel_of_item(item)
    raise Invalid.field("ban.channel_cid", "is required with channel_ban_only where no item is")


def _channel_of_item(item: Item | None) -> str:
    if item is None:
        return ""
    named = ((item.get("payload") or {}).get("custom") or {}).get("channel_cid")
    if isinstance(named, str) and named:
        return named
    return f"{item['entity_type']}:{item['entity_id']}"


def _kept(others: Sequence[BanRecord], made: BanRecord, now: int) -> list[BanRecord]:
    """Those that have ended go first; none that stands is ever forgotten."""
    kept = [*others, made]
    if len(kept) > MOST_BANS:
        kept = [each for each in kept if is_standing(each, now)]
    if len(kept) > MOST_BANS:
        raise Invalid.field("ban.channel_cid", f"would be one more than {MOST_BANS} bans of a user")
    return kept


def _is_of_one_kind(ban: BanRecord, other: BanRecord) -> bool:
    return _channel(ban) == _channel(other) and ban["shadow"] == other["shadow"]


def _channel(ban: BanRecord) -> str:
    return ban.get("channel_cid", "")
