"""Which events about users and chat messages a use case leads to, with whom they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from common.domain.content import CHAT_MESSAGE, is_user
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.user import BanRecord, User
from common.domain.webhook import EventType
from common.moderation.webhooks.announcer import Announcer

if TYPE_CHECKING:
    from common.views.webhook_events import Event

_MOST_NAMED = 100
"""Of muted users in one event, which has to fit in a document of the store."""


def flagged_type(item: Item) -> EventType | None:
    """Of the event beside the queue's own that flags on the item lead to."""
    if is_user(item["entity_type"]):
        return EventType.USER_FLAGGED
    return EventType.MESSAGE_FLAGGED if item["entity_type"] == CHAT_MESSAGE else None


async def flagged(announcer: Announcer, item: Item, flags: Sequence[Flag]) -> Event:
    from common.views import message_events, user_events

    review_item = await announcer.review_item(item)
    (reporter,) = await announcer.users([user_events.reporter_of(flags)])
    if flagged_type(item) is EventType.USER_FLAGGED:
        return user_events.user_flagged(review_item, flags, reporter, announcer.now)
    return message_events.message_flagged(review_item, flags, reporter, announcer.now)


async def banned(announcer: Announcer, user: User, ban: BanRecord, entry: LogEntry) -> Event:
    from common.views import user_events

    (moderator,) = await announcer.users([entry["by"]])
    return user_events.banned(user, ban, moderator, entry.get("item_id", ""), entry["at"])


async def unbanned(announcer: Announcer, user: User, channel: str, entry: LogEntry) -> Event:
    from common.views import user_events

    (moderator,) = await announcer.users([entry["by"]])
    return user_events.unbanned(user, channel, entry["by"], moderator, entry["at"])


async def muted(
    announcer: Announcer, type: EventType, user_id: str, target_ids: Sequence[str]
) -> list[Event]:
    """One event, and further ones where the muted are more than one has room for."""
    from common.views import user_events

    named = list(dict.fromkeys(target_ids))
    user, *targets = await announcer.users([user_id, *named])
    pairs = list(zip(named, targets, strict=True))
    return [
        user_events.muted(type, user_id, user, pairs[start : start + _MOST_NAMED], announcer.now)
        for start in range(0, len(pairs), _MOST_NAMED)
    ]
