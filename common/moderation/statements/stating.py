"""Stating restrictions and taking statements back, in the unit of work of what they follow from.

An app that has declared nothing reads and writes nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.delivery.transparency.orders import submission_order
from common.domain.log import LogKind, new_entry
from common.domain.settings import statements_of
from common.domain.statement import (
    Standing,
    Statement,
    StatementTemplate,
    standing_key,
    statement_key,
    template_key,
)
from common.domain.statement_text import rendered
from common.domain.webhook import EventType
from common.moderation.statements.restriction import (
    Restriction,
    declared,
    opt_out_of,
    statement_of,
)
from common.moderation.webhooks.announcer import Announcer
from common.store.unit_of_work import UnitOfWork

KIND: LogKind = "statement"
_MOST_STANDING = 200
"""Of one action on one subject; those before are not found any more when it is taken back."""


class Stating:
    """Of one unit; `made` and `reversed` are what it states and takes back, `undeclared` are the
    restrictions of which the app has said nothing, `opted_out` those that it wants none of.
    """

    def __init__(
        self, context: Context, unit: UnitOfWork, configuration: Configuration, now: int
    ) -> None:
        self._context = context
        self._unit = unit
        self._configuration = configuration
        self._app = configuration.app
        self._now = now
        self.made: list[Statement] = []
        self.reversed: list[Statement] = []
        self.undeclared: list[Restriction] = []
        self.opted_out: list[Restriction] = []
        self._templates: dict[str, StatementTemplate | None] = {}

    async def state(self, restriction: Restriction) -> None:
        wanted = declared(
            self._configuration, restriction.action, is_built_in=restriction.is_built_in
        )
        if wanted is None:
            self.undeclared.append(restriction)
            return
        out = opt_out_of(self._configuration, restriction, wanted)
        if out is not None:
            self.opted_out.append(restriction)
            self._note_opt_out(restriction, out["by"], out["reason"])
            return
        standing = await self._standing(restriction.subject)
        name = restriction.standing_name
        known = standing.get(name, {})
        is_by_machine = restriction.decided_by != "moderator"
        if is_by_machine and any(at >= max(restriction.since, 1) for at in known.values()):
            return
        statement = statement_of(self._configuration, restriction, wanted, self._now)
        await self._fill(statement)
        self._unit.create(statement_key(self._app, statement["id"]), statement)
        latest = [*known.items()][-_MOST_STANDING + 1 :]
        standing[name] = {**dict(latest), statement["id"]: self._now}
        await self._keep_standing(restriction.subject, standing)
        self.made.append(statement)

    async def reverse(
        self, subject: str, names: Iterable[str], by: str, reversed_with: str
    ) -> None:
        """What stands under these names (`standing_name`)."""
        wanted = [*names]
        if wanted:
            standing = await self._standing(subject)
            ids = [id for name in wanted for id in standing.get(name, ())]
            await self.reverse_these(ids, by, reversed_with)

    async def reverse_these(self, ids: Sequence[str], by: str, reversed_with: str) -> None:
        """What is no statement, or was taken back before, stays as it is."""
        keys = [statement_key(self._app, id) for id in dict.fromkeys(ids) if id]
        await self._unit.read(keys)
        for statement in map(self._unit.held, keys):
            if statement is None or "reversed_at" in statement:
                continue
            statement["reversed_at"] = self._now
            statement["reversed_by"], statement["reversed_with"] = by, reversed_with
            await self._stands_no_more(statement)
            self.reversed.append(statement)

    async def tell(self, announcer: Announcer) -> None:
        """The log, the webhooks that want to know, and the transparency database, once all has been
        stated.
        """
        for type, found in (("stated", self.made), ("reversed", self.reversed)):
            if found:
                self._note(type, found)
        told = [
            *((EventType.STATEMENT_CREATED, each) for each in self.made),
            *((EventType.STATEMENT_REVERSED, each) for each in self.reversed),
        ]
        for type, statement in told:
            if announcer.wants(type):
                from common.views.statement_events import statement_event

                event = statement_event(type, statement, self._now)
                change = f"{type}:{statement['id']}"
                if statement["item_id"]:
                    await announcer.of_item(statement["item_id"], change, [event])
                else:
                    await announcer.of_user(statement["user_id"], change, event)
        outbox = Outbox(self._unit, self._app, self._now)
        for statement in self.made:
            order = submission_order(self._configuration.settings, statement)
            if order is not None:
                await outbox.add(order)

    async def _fill(self, statement: Statement) -> None:
        """By the template of the content's language, else by that of the app's own."""
        settings = statements_of(self._configuration.settings)
        own = statement.get("content_language", "").lower()
        language = own if own in settings["languages"] else settings["fallback_language"]
        template = await self._template(language) if language else None
        if template is not None:
            statement["facts_text"], statement["text"] = rendered(template, statement)
            statement["text_language"] = template["language"]

    async def _template(self, language: str) -> StatementTemplate | None:
        if language not in self._templates:
            (found,) = await self._context.store.get([template_key(self._app, language)])
            self._templates[language] = found.data if found is not None else None
        return self._templates[language]

    async def _standing(self, subject: str) -> dict[str, dict[str, int]]:
        known = await self._unit.get(standing_key(self._app, subject))
        return {**known["by_name"]} if known is not None else {}

    async def _keep_standing(self, subject: str, by_name: dict[str, dict[str, int]]) -> None:
        key = standing_key(self._app, subject)
        known = await self._unit.get(key)
        if known is None:
            new: Standing = {"by_name": by_name}
            self._unit.create(key, new)
        else:
            known["by_name"] = by_name

    async def _stands_no_more(self, statement: Statement) -> None:
        standing, id = await self._standing(statement["subject"]), statement["id"]
        if any(id in known for known in standing.values()):
            left = {
                name: {each: at for each, at in known.items() if each != id}
                for name, known in standing.items()
            }
            left = {name: known for name, known in left.items() if known}
            await self._keep_standing(statement["subject"], left)

    def _note(self, type: str, found: Sequence[Statement]) -> None:
        first = found[0]
        custom: dict[str, Any] = {
            "statements": [
                {"id": each["id"], "action": each["action"], "missing": each["missing"]}
                for each in found
            ]
        }
        self._unit.add(
            new_entry(
                self._app,
                KIND,
                type,
                self._now,
                item_id=first["item_id"],
                user_id=first["user_id"],
                by=first.get("reversed_by", ""),
                custom=custom,
                derived_from=("log", KIND, type, *(each["id"] for each in found)),
            )
        )

    def _note_opt_out(self, restriction: Restriction, by: str, reason: str) -> None:
        item = restriction.item
        self._unit.add(
            new_entry(
                self._app,
                KIND,
                "not_stated",
                self._now,
                item_id=item["id"] if item is not None else "",
                user_id=restriction.user_id,
                by=by,
                reason=reason,
                result="opted_out",
                custom={"decision_id": restriction.id, "action": restriction.action},
                derived_from=("log", KIND, "not stated", restriction.id),
            )
        )
