"""Which events a use case leads to, ordered as part of its own commit.

An app without webhooks reads and writes nothing for them, and loads nothing that makes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.delivery import user_subject
from common.domain.flag import Flag
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.user import User
from common.domain.webhook import EventType
from common.moderation.webhooks import user_events
from common.moderation.webhooks.user_events import flagged_type

if TYPE_CHECKING:
    from common.domain.review_item import ReviewItem
    from common.moderation.review.decisions.options import Custom
    from common.rules.evaluator import Match
    from common.views.webhook_events import Event


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item as it will be, and what is new about it: engines' findings, flags, rules.

    `is_first`: nothing had ever asked for a moderator before. `id` names the change.
    """

    id: str
    item: Item
    engines: Sequence[str] = ()
    flags: Sequence[Flag] = ()
    matches: Sequence[Match] = ()
    is_first: bool = False
    is_completed: bool = False


class WebhookEvents:
    def __init__(
        self, context: Context, configuration: Configuration, outbox: Outbox, now: int
    ) -> None:
        self._context = context
        self._configuration = configuration
        self._outbox = outbox
        self._now = now

    async def of_change(self, change: ItemChange) -> None:
        """A check, a flag, or what the rules made of them."""
        made: list[Event] = []
        item = change.item
        if (change.engines or change.flags) and self._wanted(_about(change)):
            made.append(await self._flagged(change))
        if change.matches and self._wanted(EventType.RULE_TRIGGERED):
            from common.views.webhook_events import rule_triggered

            once = {match.rule_id: match for match in change.matches}.values()
            made += [rule_triggered(item, match, self._now) for match in once]
        if change.is_completed and self._wanted(EventType.CHECK_COMPLETED):
            from common.views.webhook_events import completed

            made.append(completed(item, self._now))
        type = flagged_type(item)
        if (change.engines or change.flags) and type and self._wanted(type):
            review_item = await self._review_item(item)
            made.append(
                await user_events.flagged(
                    self._context, self._configuration.app, review_item, change.flags, self._now
                )
            )
        await self._announce(item, change.id, made)

    async def of_ban(self, user: User, entry: LogEntry) -> None:
        """The user's last ban was made by the decision that the entry is of."""
        if self._wanted(EventType.USER_BANNED):
            app, ban = self._configuration.app, user["bans"][-1]
            event = await user_events.banned(self._context, app, user, ban, entry)
            await self._announce_of_user(user, entry, event)

    async def of_unban(self, user: User, channel: str, entry: LogEntry) -> None:
        """`channel` is empty for the account."""
        if self._wanted(EventType.USER_UNBANNED):
            app = self._configuration.app
            event = await user_events.unbanned(self._context, app, user, channel, entry)
            await self._announce_of_user(user, entry, event)

    async def of_decision(self, item: Item, entry: LogEntry, custom: Custom | None) -> None:
        """`entry` is what the log says of it; `custom` names the app's own action."""
        types = (EventType.ITEM_UPDATED, *([EventType.CUSTOM_ACTION] if custom else []))
        if not any(map(self._wanted, types)):
            return
        from common.views import webhook_events

        review_item = await self._review_item(item)
        review_item = replace(review_item, actions=[entry, *review_item.actions])
        made: list[Event] = [webhook_events.acted(review_item, entry, self._now)]
        if custom is not None:
            made.append(
                webhook_events.custom_action(review_item, custom.id, custom.options, self._now)
            )
        await self._announce(item, entry["id"], made)

    async def _flagged(self, change: ItemChange) -> Event:
        from common.views import webhook_events

        review_item = await self._review_item(change.item)
        changed = {flag["id"] for flag in change.flags}
        others = [flag for flag in review_item.flags if flag["id"] not in changed]
        review_item = replace(review_item, flags=[*change.flags, *others])
        return webhook_events.flagged(
            review_item, change.engines, change.flags, self._now, is_new=change.is_first
        )

    async def _review_item(self, item: Item) -> ReviewItem:
        from common.moderation.review_items import review_items

        return (await review_items(self._context, self._configuration.app, [item]))[0]

    def _wanted(self, type: EventType) -> bool:
        return bool(self._configuration.webhooks_for(type))

    async def _announce(self, item: Item, change: str, made: Sequence[Event]) -> None:
        wanted = [event for event in made if self._wanted(EventType(event["type"]))]
        if wanted:
            id = derived_id("events", item["id"], change)
            version = self._configuration.version
            await self._outbox.announce(id, item["id"], wanted, version)

    async def _announce_of_user(self, user: User, entry: LogEntry, event: Event) -> None:
        """In order with what else happens to the user, whatever content it is about."""
        subject = user_subject(user["id"])
        id = derived_id("events", subject, entry["id"])
        version = self._configuration.version
        await self._outbox.announce(id, entry.get("item_id", ""), [event], version, subject)


def _about(change: ItemChange) -> EventType:
    return EventType.ITEM_NEW if change.is_first else EventType.ITEM_UPDATED
