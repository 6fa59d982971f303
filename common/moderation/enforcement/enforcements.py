"""Enforce: evaluate the rules on what changed, decide, and record it in one commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Order, Outbox, action_order
from common.domain import history
from common.domain.action import FLAG_FOR_REVIEW
from common.domain.flag import RULE, flag_key, new_flag
from common.domain.ids import derived_id
from common.domain.item import (
    FIRST_FLAG,
    first_flag_fields,
    is_queued,
    item_key,
    queue_fields,
    reports_of,
)
from common.domain.labels import flagging_engines
from common.domain.log import LogKind, new_entry
from common.domain.user import history_key
from common.moderation.enforcement import triggering
from common.moderation.enforcement.triggering import CHECKED
from common.moderation.webhooks.events import Noticed, Notices
from common.store.store import Conflict, Create, Data, Document, Update, Write
from common.views import callback_data

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match

EXECUTIONS_PER_TRIGGER = 16
_ATTEMPTS = 50
_PRUNE_FROM = 50
# One item in 64 has its author's history looked through for old buckets, whatever the rules need.
_PRUNING_IDS = ("00", "40", "80", "c0")


@dataclass(frozen=True, slots=True)
class Trigger:
    """`configuration` is the version that the caller saw, which this evaluation must not be older
    than.
    """

    app: str
    item: str
    configuration: int = 0

    @classmethod
    def of(cls, message: dict[str, Any]) -> Trigger:
        return cls(message["app"], message["item"], int(message.get("configuration", 0)))


async def enforce(context: Context, trigger: Trigger, now: int) -> None:
    """A trigger whose item is already evaluated changes nothing. Raises Conflict when the item
    keeps changing; the queue then delivers again.
    """
    configuration = await context.configurations.of(trigger.app, trigger.configuration)
    key = item_key(trigger.app, trigger.item)
    for _ in range(_ATTEMPTS):
        (item,) = await context.store.get([key])
        if item is None or "pending_since" not in item.data:
            return
        past = await _history_of(context, configuration, trigger.app, item.data)
        outcome = _Outcome(configuration, trigger.app, item, past, now)
        writes, outbox = outcome.writes(), Outbox(context, trigger.app, now)
        for order in outcome.orders:
            await outbox.add(order)
        await Notices(context, configuration, outbox, now).of_change(outcome.noticed)
        try:
            await context.store.commit([*writes, *outbox.writes()])
        except Conflict:
            continue
        await outbox.publish()
        return
    raise Conflict(key)


async def _history_of(
    context: Context, configuration: Configuration, app: str, item: Data
) -> Data | None:
    scopes = triggering.scopes_of(item, item["pending"])
    needed = triggering.needs_history(configuration, scopes) or item["id"].endswith(_PRUNING_IDS)
    if not item["creator_id"] or not needed:
        return None
    (document,) = await context.store.get([history_key(app, item["creator_id"])])
    return document.data if document else None


class _Outcome:
    """What evaluating one revision of one item leads to. Ids derive from the revision, the rule
    and the action, so the same trigger never leads to two enforcements.
    """

    def __init__(
        self,
        configuration: Configuration,
        app: str,
        item: Document,
        past: Data | None,
        now: int,
    ) -> None:
        self._configuration = configuration
        self._app = app
        self._version = item.version
        # An edit must not hide from the rules what it replaced before they had seen it.
        labels = item.data.get("pending_labels") or item.data.get("labels") or []
        self._item = {**item.data, "labels": labels}
        self._past = past
        self._now = now
        is_checked = CHECKED in self._item["pending"]
        self._engines = flagging_engines(labels) if is_checked else []
        self._flags: list[Data] = []
        self._matches: list[Match] = []
        self.orders: list[Order] = []
        self.noticed = Noticed("", self._item)

    def writes(self) -> list[Write]:
        writes = [*self._engine_entries(), *self._report_entries()]
        scopes = triggering.scopes_of(self._item, self._item["pending"])
        evaluations = triggering.evaluate(
            self._configuration, scopes, self._item, self._past, self._now
        )
        writes += self._executions(evaluations)
        writes += self._error_entries(evaluations)
        return [self._evaluated(), *writes, *self._pruned()]

    def _evaluated(self) -> Write:
        fields: dict[str, Any] = {"evaluated_at": self._now}
        if self._engines or self._flags:
            fields.update(first_flag_fields(self._item, self._now))
        if self._flags:
            fields["flags_count"] = self._item["flags_count"] + len(self._flags)
            fields.update(queue_fields(self._item, self._now), updated_at=self._now)
        elif is_queued(self._item):
            fields.update(queue_updated_at=self._now, updated_at=self._now)
        self.noticed = self._noticed(fields)
        return Update(
            item_key(self._app, self._item["id"]),
            set=fields,
            remove=("pending_since", "pending", "pending_labels"),
            version=self._version,
        )

    def _noticed(self, fields: dict[str, Any]) -> Noticed:
        return Noticed(
            str(self._item["revision"]),
            {**self._item, **fields},
            self._engines,
            self._flags,
            self._matches,
            is_first=FIRST_FLAG not in self._item,
            is_completed=CHECKED in self._item["pending"] and self._item["status"] == "complete",
        )

    def _engine_entries(self) -> Iterable[Write]:
        for engine in self._engines:
            yield self._entry("flag", "flag", (engine,), custom={"flag_type": engine})

    def _report_entries(self) -> Iterable[Write]:
        if triggering.REPORTED in self._item["pending"]:
            counts = reports_of(self._item)
            yield self._entry("report", "report", ("report",), custom={"reports": counts})

    def _executions(self, evaluations: list[Evaluation]) -> list[Write]:
        matches = [match for evaluation in evaluations for match in evaluation.matches]
        self._matches = matches
        wanted = [(match, action) for match in matches for action in dict.fromkeys(match.actions)]
        writes: list[Write] = []
        taken = wanted[:EXECUTIONS_PER_TRIGGER]
        writes += [self._rule_entry(m) for m in {m.rule_id: m for m, _ in taken}.values()]
        for match, action in taken:
            writes += self._execution(match, action)
        if len(wanted) > EXECUTIONS_PER_TRIGGER:
            writes.append(self._too_many(len(wanted)))
        return writes

    def _execution(self, match: Match, action: str) -> list[Write]:
        id = derived_id(
            "enforcement", self._item["id"], str(self._item["revision"]), match.rule_id, action
        )
        if action == FLAG_FOR_REVIEW:
            return self._flag(match)
        known = self._configuration.documents["action"].get(action)
        if known is None:
            return [self._missing_action(match, action, id)]
        why = {"rule_id": match.rule_id, "rule_name": match.name, "held": _reasons(match)}
        data = callback_data.about_item(self._item, action, match)
        item = self._item
        self.orders.append(action_order(known, id, item["id"], item["creator_id"], data, why))
        return []

    def _flag(self, match: Match) -> list[Write]:
        """One flag a rule and revision, so a rule that goes on holding is seen each time."""
        id = derived_id("flag", self._item["id"], str(self._item["revision"]), match.rule_id)
        flag = new_flag(
            id,
            self._item["id"],
            RULE,
            self._now,
            reason=match.name,
            labels=[match.name],
            custom={"rule_id": match.rule_id, "held": _reasons(match)},
        )
        self._flags.append(flag)
        return [Create(flag_key(self._app, id), flag)]

    def _rule_entry(self, match: Match) -> Write:
        custom = {
            "rule_id": match.rule_id,
            "scope": match.scope,
            "actions": list(match.actions),
            "held": _reasons(match),
        }
        return self._entry("rule", "rule", (match.rule_id,), reason=match.name, custom=custom)

    def _missing_action(self, match: Match, action: str, id: str) -> Write:
        return self._entry(
            "delivery",
            "failed",
            (id,),
            reason=f"the action {action!r} of the rule {match.name!r} does not exist",
            result="dead",
            unread=True,
        )

    def _too_many(self, wanted: int) -> Write:
        reason = f"{wanted} actions were asked for, {EXECUTIONS_PER_TRIGGER} were taken"
        return self._entry("rule", "too_many", ("many",), reason=reason, result="dead", unread=True)

    def _error_entries(self, evaluations: list[Evaluation]) -> Iterable[Write]:
        for error in [e for each in evaluations for e in each.errors][:5]:
            yield self._entry(
                "rule",
                "error",
                ("error", error.rule_id),
                reason=f"{error.name}: {error.error}",
                result="failed",
                unread=True,
            )

    def _entry(self, kind: LogKind, type: str, name: tuple[str, ...], **fields: Any) -> Write:
        source = ("log", kind, self._item["id"], str(self._item["revision"]), *name)
        return new_entry(
            self._app,
            kind,
            type,
            self._now,
            item_id=self._item["id"],
            user_id=self._item["creator_id"],
            derived_from=source,
            **fields,
        )

    def _pruned(self) -> list[Write]:
        """Old buckets go when there are enough of them to be worth a write."""
        gone = history.expired(self._past or {}, self._now)
        if len(gone) < _PRUNE_FROM:
            return []
        return [Update(history_key(self._app, self._item["creator_id"]), remove=gone, upsert=True)]


def _reasons(match: Match) -> list[dict[str, Any]]:
    return [
        {"type": held.type, "text": held.text, "values": dict(held.values), "negated": held.negated}
        for held in match.held
    ]
