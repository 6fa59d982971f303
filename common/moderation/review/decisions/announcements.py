"""Which events a moderator's decision leads to: about the user, and about the item.

An app without webhooks loads nothing that makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from common.domain.content import CHAT_MESSAGE
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.webhook import EventType
from common.moderation.review.decisions.bans import channel_of
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import (
    Ban,
    Custom,
    DeleteUser,
    DeleteUserMessages,
    Unban,
)
from common.moderation.review.decisions.subject import Subject
from common.moderation.webhooks.announcer import Announcer
from common.moderation.webhooks.events import WebhookEvents
from common.moderation.webhooks.user_events import flagged_type

if TYPE_CHECKING:
    from common.domain.review_item import ReviewItem
    from common.views.webhook_events import Event

_UNBLOCKING = frozenset({"unblock", "restore"})


async def announce(
    events: WebhookEvents, decision: Decision, subject: Subject, entry: LogEntry
) -> None:
    """`entry` is what the log says of it."""
    options = decision.options
    if isinstance(options, Ban):
        await events.of_ban(subject.user, entry)
    if isinstance(options, Unban):
        await events.of_unban(subject.user, options.channel_cid or "", entry)
    if subject.user_id:
        await _tell_of_messages(events, decision, subject, entry)
    if subject.item is not None:
        await _tell_of_item(events.announcer, decision, subject.item, entry)


async def _tell_of_messages(
    events: WebhookEvents, decision: Decision, subject: Subject, entry: LogEntry
) -> None:
    """Of those that go with a ban or with the user, and of those that are deleted alone."""
    options, channel = decision.options, ""
    match options:
        case Ban(delete_messages=str(mode)):
            channel = channel_of(options, subject.item)
        case DeleteUserMessages(delete_messages=str(mode)):
            channel = options.channel_cid or ""
        case DeleteUser(mark_messages_deleted=True):
            mode = "hard" if options.hard_delete else "soft"
        case _:
            return
    await events.of_messages_deleted(subject.user, channel, entry, is_hard=mode == "hard")


async def _tell_of_item(
    announcer: Announcer, decision: Decision, item: Item, entry: LogEntry
) -> None:
    types = [type for type in _types(decision, item) if announcer.wants(type)]
    if not types:
        return
    review_item = await announcer.review_item(item)
    review_item = replace(review_item, actions=[entry, *review_item.actions])
    made = [await _event(announcer, type, decision, review_item, entry) for type in types]
    told = [event for event in made if event is not None]
    await announcer.of_item(item["id"], entry["id"], told)


def _types(decision: Decision, item: Item) -> Iterable[EventType]:
    """What may be told; whether anybody had flagged the item is seen when it is read."""
    yield EventType.ITEM_UPDATED
    if isinstance(decision.options, Custom):
        yield EventType.CUSTOM_ACTION
    if decision.type.name == "mark_reviewed":
        yield EventType.MARK_REVIEWED
    if decision.type.name in _UNBLOCKING and item["entity_type"] == CHAT_MESSAGE:
        yield EventType.MESSAGE_UNBLOCKED
    if decision.type.reviews and flagged_type(item):
        yield EventType.FLAG_UPDATED


async def _event(
    announcer: Announcer,
    type: EventType,
    decision: Decision,
    review_item: ReviewItem,
    entry: LogEntry,
) -> Event | None:
    from common.views import message_events, user_events, webhook_events

    now, options = announcer.now, decision.options
    if type is EventType.CUSTOM_ACTION and isinstance(options, Custom):
        return webhook_events.custom_action(review_item, options.id, options.options, now)
    if type is EventType.MARK_REVIEWED:
        return webhook_events.mark_reviewed(review_item, now)
    if type is EventType.MESSAGE_UNBLOCKED:
        (moderator,) = await announcer.users([decision.moderator])
        return message_events.message_unblocked(review_item, decision.moderator, moderator, now)
    if type is EventType.FLAG_UPDATED:
        by = user_events.reporter_of(review_item.flags)
        (reporter,) = await announcer.users([by])
        return message_events.flag_updated(review_item, by, reporter, now) if by else None
    return webhook_events.acted(review_item, entry, now)
