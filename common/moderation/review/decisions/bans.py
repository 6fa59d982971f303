"""What bans and their ends, as moderators decide on them, change (users/banning.py)."""

from __future__ import annotations

from common.domain import content
from common.domain.errors import Invalid
from common.domain.item import Item
from common.moderation.enforcement.clearing import clear
from common.moderation.review.decisions.options import Ban, Unban
from common.moderation.review.decisions.subject import Subject
from common.moderation.users import banning


async def ban(subject: Subject, options: Ban, moderator: str) -> None:
    """`timeout` is in minutes; none means for good."""
    user, channel = subject.user, channel_of(options, subject.item)
    new = banning.NewBan(
        minutes=options.timeout,
        shadow=bool(options.shadow),
        channel=channel,
        reason=options.reason or "",
        by=moderator,
        with_address=bool(options.ip_ban),
        of_future_channels=bool(options.ban_from_future_channels),
    )
    try:
        await banning.ban(subject.unit, subject.app, user["id"], new, subject.now)
    except Invalid as error:
        raise error.renamed("", "ban.") from None
    if options.delete_messages and not channel:
        user["messages_deleted_at"] = subject.now


async def unban(subject: Subject, options: Unban, moderator: str) -> None:
    """Ends the ban and the shadow ban, of the channel where one is named, else of the account. With
    that of the account, what strikes there are is taken back.
    """
    lift = banning.Lift(
        options.channel_cid or "",
        only_shadow=bool(options.shadow),
        of=options.created_by or "",
        of_future_channels=bool(options.remove_future_channels_ban),
    )
    unit, app, user = subject.unit, subject.app, subject.user["id"]
    await banning.lift(unit, app, user, lift, subject.now)
    if not lift.channel:
        why = "the ban was lifted"
        await clear(unit, app, user, lambda _: True, subject.now, by=moderator, reason=why)


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
    named = content.channel_of(item.get("payload") or {})
    return named or f"{item['entity_type']}:{item['entity_id']}"
