"""What a decision states and takes back: made before it changes anything, as it is about what was
there then.
"""

from __future__ import annotations

from collections.abc import Iterator

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.content import is_user
from common.domain.declaring import OF_CONTENT
from common.domain.delivery import item_subject, user_subject
from common.domain.log import LogEntry
from common.domain.settings import are_statements_made
from common.domain.statement import standing_name
from common.domain.user import BanRecord, is_standing
from common.moderation.enforcement.stated import Sent, ordered, reverse_by_orders
from common.moderation.review.decisions.bans import channel_of
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Ban, Custom, Unban
from common.moderation.review.decisions.subject import Subject
from common.moderation.statements.evidence import NOTHING_KNOWN, evidence_of
from common.moderation.statements.restriction import Restriction
from common.moderation.statements.stating import Stating
from common.moderation.webhooks.announcer import Announcer

_OF_USER = (
    "delete_user",
    "delete_user_messages",
    "deactivate_user",
    "kick_user",
    "end_call",
)
_UNBLOCKED = ("block", "shadow_block", "bounce")


class StatedDecision:
    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        decision: Decision,
        subject: Subject,
        *,
        is_preview: bool,
    ) -> None:
        self.stating = Stating(context, subject.unit, configuration, subject.now)
        self._decision = decision
        self._subject = subject
        self._is_wanted = is_preview or are_statements_made(configuration.settings)
        self._evidence = NOTHING_KNOWN
        if self._is_wanted:
            self._evidence = evidence_of(configuration, subject.item)
        self._bans = [each for each in subject.bans if is_standing(each, subject.now)]

    async def state(self, entry: LogEntry, sent: Sent, announcer: Announcer) -> None:
        """Once it has had its effect, of which `entry` tells."""
        if not self._is_wanted:
            return
        for restriction in self._restrictions(entry, sent):
            await self.stating.state(restriction)
        for subject, names in self._taken_back():
            await self.stating.reverse(subject, names, self._decision.moderator, entry["id"])
        await reverse_by_orders(self.stating, sent, self._decision.moderator)
        await self.stating.tell(announcer)

    def _restrictions(self, entry: LogEntry, sent: Sent) -> Iterator[Restriction]:
        options, name, subject = self._decision.options, self._decision.type.name, self._subject
        if isinstance(options, Custom):
            for order in sent.orders:
                made = ordered(
                    order,
                    "moderator",
                    self._evidence,
                    subject.item,
                    reason=self._decision.reason,
                    id=entry["id"],
                )
                yield made
        elif isinstance(options, Ban):
            yield self._ban(entry, options)
        elif name in OF_CONTENT and subject.item is not None:
            yield self._built_in(entry, name, item_subject(subject.item["id"]))
        elif name in _OF_USER and subject.user_id:
            yield self._built_in(entry, name, user_subject(subject.user_id))

    def _ban(self, entry: LogEntry, options: Ban) -> Restriction:
        channel = channel_of(options, self._subject.item)
        name = "shadow_ban" if options.shadow else "channel_ban" if channel else "ban"
        subject = user_subject(self._subject.user_id)
        ends_at = self._subject.user["bans"][-1]["expires"]
        return self._built_in(entry, name, subject, ends_at, channel)

    def _built_in(
        self,
        entry: LogEntry,
        action: str,
        subject: str,
        ends_at: int | None = None,
        channel: str = "",
    ) -> Restriction:
        return Restriction(
            entry["id"],
            action,
            True,
            "moderator",
            subject,
            self._subject.user_id,
            self._subject.item,
            self._evidence,
            reason=self._decision.reason,
            ends_at=ends_at,
            channel=channel,
        )

    def _taken_back(self) -> Iterator[tuple[str, list[str]]]:
        """Of each subject what does not stand any more."""
        name, subject = self._decision.type.name, self._subject
        if subject.item is not None and name in ("restore", "unblock"):
            names = [*(OF_CONTENT if name == "restore" else _UNBLOCKED)]
            yield item_subject(subject.item["id"]), names
        if not subject.user_id:
            return
        of_user = user_subject(subject.user_id)
        if name == "restore" and (subject.item is None or is_user(subject.item["entity_type"])):
            yield of_user, ["delete_user", "delete_user_messages"]
        if name == "reactivate_user":
            yield of_user, ["deactivate_user"]
        if isinstance(self._decision.options, Unban):
            left = subject.bans
            yield of_user, [_ban_name(each) for each in self._bans if each not in left]


def _ban_name(ban: BanRecord) -> str:
    channel = ban.get("channel_cid", "")
    action = "shadow_ban" if ban["shadow"] else "channel_ban" if channel else "ban"
    return standing_name(action, channel, is_built_in=True)
