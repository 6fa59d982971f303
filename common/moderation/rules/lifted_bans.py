"""Taking back a ban that a rule made, where it still stands."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.delivery import ordering_key, user_subject
from common.domain.item import Item, author_of
from common.domain.log import LOG, LogEntry, new_entry
from common.domain.second_person import machines_wait
from common.domain.undo import Refusal, Undo
from common.domain.user import BanRecord, User, is_standing, user_key
from common.moderation.users.banning import lift_one
from common.moderation.webhooks.events import WebhookEvents
from common.store.unit_of_work import UnitOfWork

_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class _Lifted:
    user: User
    entry: LogEntry


class LiftedBans:
    """Of one undo, in one unit; `tell` tells webhooks of it."""

    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        unit: UnitOfWork,
        undo: Undo,
        now: int,
    ) -> None:
        self._context = context
        self._configuration = configuration
        self._app = configuration.app
        self._unit = unit
        self._undo = undo
        self._now = now
        self._lifted: list[_Lifted] = []

    async def take_back(self, of: LogEntry, item: Item, at: int) -> Refusal | None:
        """The ban that the rule made at `at` of the item's author, as the entry `of` says."""
        user_id = author_of(item)
        user = await self._unit.get(user_key(self._app, user_id))
        record = _record(user, at)
        if user is None or record is None or not is_standing(record, self._now):
            return "undone_already"
        subject = await self._unit.get(ordering_key(self._app, user_subject(user_id)))
        if subject is not None and subject.get("decided_at", 0) > at:
            return "decided_since"
        if await self._is_asked_by_others(user_id, at):
            return "ordered_by_others"
        configuration = self._configuration
        if machines_wait("unban", configuration.actions.values(), configuration.settings):
            return "second_person"
        user = await lift_one(self._unit, self._app, user_id, record, self._now)
        entry = new_entry(
            self._app,
            "action",
            "unban",
            self._now,
            user_id=user_id,
            by=self._undo.by,
            reason=self._undo.reason or "what the rule did is undone",
            custom={
                "rule_id": self._undo.rule_id,
                "undo_id": self._undo.id,
                "enforcement": of["id"],
                "shadow": record["shadow"],
            },
            derived_from=("undo of ban", self._undo.id, of["id"]),
            about=item,
        )
        self._unit.add(entry)
        self._lifted.append(_Lifted(user, entry.data))
        return None

    async def tell(self, events: WebhookEvents) -> None:
        for each in self._lifted:
            await events.of_unban(each.user, "", each.entry)
        self._lifted = []

    async def _is_asked_by_others(self, user_id: str, since: int) -> bool:
        """Whether another rule would have banned them, had they not been banned."""
        page = await self._context.store.query(
            LOG,
            app=self._app,
            equal={"user_id": user_id},
            order="at",
            low=since,
            limit=_LOOKED_AT,
        )
        return any(self._asks(document.data) for document in page.documents)

    def _asks(self, entry: LogEntry) -> bool:
        undo = self._undo
        is_own = entry.get("rule_id") == undo.rule_id and undo.version in (
            None,
            entry["custom"].get("rule_version"),
        )
        return not is_own and any(
            effect["result"] == "already" for effect in entry.get("effects", ())
        )


def _record(user: User | None, at: int) -> BanRecord | None:
    """A machine's own, of the account, of that very moment."""
    for record in user.get("bans", ()) if user is not None else ():
        is_own = not record["created_by"] and not record.get("channel_cid")
        if is_own and record["created_at"] == at:
            return record
    return None
