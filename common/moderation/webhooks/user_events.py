"""Which events about users and chat messages a use case leads to, ordered in its own commit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from common.configuration.context import Context
from common.domain.content import CHAT_MESSAGE, is_user
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.user import BanRecord, User, user_key
from common.domain.webhook import EventType

if TYPE_CHECKING:
    from common.domain.review_item import ReviewItem
    from common.views.webhook_events import Event


def flagged_type(item: Item) -> EventType | None:
    """Of the event beside the queue's own that flags on the item lead to."""
    if is_user(item["entity_type"]):
        return EventType.USER_FLAGGED
    return EventType.MESSAGE_FLAGGED if item["entity_type"] == CHAT_MESSAGE else None


async def flagged(
    context: Context, app: str, review_item: ReviewItem, flags: Sequence[Flag], now: int
) -> Event:
    from common.views import user_events

    by = next((flag["user_id"] for flag in flags if flag["user_id"]), "")
    reporter = await _user(context, app, by)
    if flagged_type(review_item.item) is EventType.USER_FLAGGED:
        return user_events.user_flagged(review_item, flags, reporter, now)
    return user_events.message_flagged(review_item, flags, reporter, now)


async def banned(context: Context, app: str, user: User, ban: BanRecord, entry: LogEntry) -> Event:
    from common.views import user_events

    moderator = await _user(context, app, entry["by"])
    return user_events.banned(user, ban, moderator, entry.get("item_id", ""), entry["at"])


async def unbanned(context: Context, app: str, user: User, channel: str, entry: LogEntry) -> Event:
    from common.views import user_events

    moderator = await _user(context, app, entry["by"])
    return user_events.unbanned(user, channel, entry["by"], moderator, entry["at"])


async def _user(context: Context, app: str, id: str) -> User | None:
    if not id:
        return None
    (found,) = await context.store.get([user_key(app, id)])
    return found.data if found else None
