"""Which events a use case leads to, ordered as part of its own commit.

An app without webhooks reads and writes nothing for them, and loads nothing that makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.appeal import AppealRole
from common.domain.complainant import Complainant
from common.domain.erasure import Erasure
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.log_tree import LogRoot
from common.domain.reporter import Reporter
from common.domain.user import User
from common.domain.webhook import EventType
from common.moderation.webhooks import user_events
from common.moderation.webhooks.announcer import Announcer
from common.moderation.webhooks.user_events import flagged_type

if TYPE_CHECKING:
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
    """`change` is what names the change that an event follows from, a log entry's id for example:
    the same change is told once.
    """

    def __init__(
        self, context: Context, configuration: Configuration, outbox: Outbox, now: int
    ) -> None:
        self.announcer = Announcer(context, configuration, outbox, now)

    async def of_change(self, change: ItemChange) -> None:
        """A check, a flag, or what the rules made of them."""
        made: list[Event] = []
        item, now, wants = change.item, self.announcer.now, self.announcer.wants
        is_flagged = bool(change.engines or change.flags)
        if is_flagged and wants(_about(change)):
            made.append(await self._flagged(change))
        if change.matches and wants(EventType.RULE_TRIGGERED):
            from common.views.webhook_events import rule_triggered

            once = {match.rule_id: match for match in change.matches}.values()
            made += [rule_triggered(item, match, now) for match in once]
        if change.is_completed and wants(EventType.CHECK_COMPLETED):
            from common.views.webhook_events import completed

            made.append(completed(item, now))
        type = flagged_type(item)
        if is_flagged and type and wants(type):
            made.append(await user_events.flagged(self.announcer, item, change.flags))
        if is_flagged and wants(EventType.FLAGGED):
            from common.views.webhook_events import only_flagged

            made.append(only_flagged(item, now))
        await self.announcer.of_item(item["id"], change.id, made)

    async def of_ban(self, user: User, entry: LogEntry) -> None:
        """The user's last ban was made by the decision that the entry is of."""
        if self.announcer.wants(EventType.USER_BANNED):
            event = await user_events.banned(self.announcer, user, user["bans"][-1], entry)
            await self._of_user(user, entry, event)

    async def of_unban(self, user: User, channel: str, entry: LogEntry) -> None:
        """`channel` is empty for the account."""
        if self.announcer.wants(EventType.USER_UNBANNED):
            event = await user_events.unbanned(self.announcer, user, channel, entry)
            await self._of_user(user, entry, event)

    async def of_messages_deleted(
        self, user: User, channel: str, entry: LogEntry, *, is_hard: bool
    ) -> None:
        """`channel` is empty for the user's messages in all of them."""
        if self.announcer.wants(EventType.USER_MESSAGES_DELETED):
            from common.views.user_events import messages_deleted

            event = messages_deleted(user, channel, entry["at"], is_hard=is_hard)
            # A ban with the same entry is told as well, under the entry's own name.
            change = f"{entry['id']}:messages"
            await self.announcer.of_user(user["id"], change, event, entry.get("item_id", ""))

    async def of_mute(self, user_id: str, target_ids: Sequence[str], change: str) -> None:
        """`user_id` muted the others."""
        await self._of_mutes(EventType.USER_MUTED, user_id, target_ids, change)

    async def of_unmute(self, user_id: str, target_ids: Sequence[str], change: str) -> None:
        await self._of_mutes(EventType.USER_UNMUTED, user_id, target_ids, change)

    async def of_appeal(self, type: EventType, appeal: Mapping[str, Any], item_id: str) -> None:
        """One of the APPEAL_ types, with the appeal as the API answers it (its times as
        nanoseconds). Told once of an appeal each, in order with its item, or with what else happens
        to who appeals where it has none.
        """
        if self.announcer.wants(type):
            from common.views.appeal_events import appeal_event

            change = f"{appeal['id']}:{type}"
            event = appeal_event(type, appeal, self.announcer.now)
            if item_id:
                await self.announcer.of_item(item_id, change, [event])
            else:
                await self.announcer.of_user(appeal["user"]["id"], change, event)

    async def of_complaints(
        self, type: EventType, complainant: Complainant, appeal_id: str, role: AppealRole
    ) -> None:
        """That somebody is warned or suspended, for what was decided on the appeal."""
        if self.announcer.wants(type):
            from common.views.appeal_events import complaints_event

            event = complaints_event(type, complainant, appeal_id, role, self.announcer.now)
            await self.announcer.of_user(complainant["user_id"], f"{appeal_id}:{type}", event)

    async def of_reports(self, type: EventType, reporter: Reporter, report_id: str) -> None:
        """That somebody is warned or suspended, for what was decided on the report."""
        if self.announcer.wants(type):
            from common.views.appeal_events import reports_event

            event = reports_event(type, reporter, report_id, self.announcer.now)
            await self.announcer.of_user(reporter["user_id"], f"{report_id}:{type}", event)

    async def of_export(
        self, type: EventType, task_id: str, started_at: int, finished_at: int, outcome: str
    ) -> None:
        """`outcome` is the URL of what was exported, or of a type that ends in `.error` why it
        was not.
        """
        if self.announcer.wants(type):
            from common.views.export_events import export_event

            event = export_event(type, task_id, started_at, finished_at, outcome)
            await self.announcer.of_job(task_id, event)

    async def of_erasing(self, user_id: str, erasure: Erasure, at: int) -> None:
        if self.announcer.wants(EventType.USER_DATA_ERASING):
            from common.views.erasure_events import erasing

            event = erasing(user_id, erasure, at)
            await self.announcer.of_user(user_id, f"erasing:{erasure['id']}:{at}", event)

    async def of_erased(self, erasure: Erasure) -> None:
        if self.announcer.wants(EventType.USER_DATA_ERASED):
            from common.views.erasure_events import erased

            event = erased(erasure, self.announcer.now)
            await self.announcer.of_job(f"{erasure['id']}:{erasure['updated_at']}", event)

    async def of_log_root(self, root: LogRoot) -> None:
        if self.announcer.wants(EventType.LOG_ROOT):
            from common.views.log_roots import log_root_event

            event = log_root_event(self.announcer.app, root, self.announcer.now)
            await self.announcer.of_job(f"log:{root['day']}", event)

    async def _of_mutes(
        self, type: EventType, user_id: str, target_ids: Sequence[str], change: str
    ) -> None:
        if target_ids and self.announcer.wants(type):
            made = await user_events.muted(self.announcer, type, user_id, target_ids)
            for number, event in enumerate(made):
                await self.announcer.of_user(user_id, f"{change}:{number}", event)

    async def _of_user(self, user: User, entry: LogEntry, event: Event) -> None:
        await self.announcer.of_user(user["id"], entry["id"], event, entry.get("item_id", ""))

    async def _flagged(self, change: ItemChange) -> Event:
        from common.views import webhook_events

        review_item = await self.announcer.review_item(change.item)
        changed = {flag["id"] for flag in change.flags}
        others = [flag for flag in review_item.flags if flag["id"] not in changed]
        review_item = replace(review_item, flags=[*change.flags, *others])
        now = self.announcer.now
        return webhook_events.flagged(
            review_item, change.engines, change.flags, now, is_new=change.is_first
        )


def _about(change: ItemChange) -> EventType:
    return EventType.ITEM_NEW if change.is_first else EventType.ITEM_UPDATED
