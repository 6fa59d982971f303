"""What evaluating one revision of an item leads to; pure.

Ids derive from the revision, the rule and the action, so the same trigger never leads to two
enforcements. What a moderator's decision overrules is in the log and has no effect.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order, action_order
from common.domain.action import FLAG_FOR_REVIEW, Action
from common.domain.flag import RULE, Flag, name_entity, new_flag
from common.domain.ids import derived_id
from common.domain.item import Item, is_decided
from common.domain.labels import flagging_engines
from common.domain.log import LogEntry, LogKind, new_entry
from common.domain.recommendation import KEEP, strongest
from common.domain.reports import reports_of
from common.domain.rule import HeldCondition
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.effects import FLAG_CONTENT, ON_USER, RECOMMENDED, UserEffect
from common.moderation.enforcement.triggering import CHECKED, REPORTED, WITHDRAWN
from common.store.store import Create
from common.views import callback_data

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match
    from common.rules.rule import Effect

EXECUTIONS_PER_TRIGGER = 16
OVERRULED = "overruled"
"""The log's result of what has no effect because a moderator has decided otherwise."""
_ERRORS_TOLD = 5


Settle = Callable[[Sequence["Evaluation"]], Awaitable[None]]
"""Leaves of evaluations' matches those that are due."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`item` is what the rules saw; `entries` are all of the log's, those that are actions of the
    item first among `action_ids`. `engines` and `matches` are those with an effect; `recommended`
    is the strongest action that rules ask for, and `on_user` what they do to the author.
    """

    item: Item
    engines: Sequence[str]
    matches: Sequence[Match]
    flags: Sequence[Flag]
    orders: Sequence[Order]
    entries: Sequence[Create[LogEntry]]
    action_ids: Sequence[str]
    recommended: str = KEEP
    on_user: Sequence[UserEffect] = ()


async def outcome_of(
    configuration: Configuration,
    app: str,
    item: Item,
    background: Background,
    now: int,
    settle: Settle,
) -> Outcome:
    # An edit must not hide from the rules what it replaced before they had seen it.
    labels = item.get("pending_labels") or item.get("labels") or []
    seen: Item = {**item, "labels": labels}
    causes = item["pending"]
    scopes = triggering.scopes_of(seen, causes)
    evaluations = await triggering.evaluate(configuration, scopes, seen, background, now)
    if {*causes} == {WITHDRAWN}:
        before = triggering.with_withdrawn(seen)
        earlier = await triggering.evaluate(configuration, scopes, before, background, now)
        _leave_out(evaluations, earlier)
    await settle(evaluations)
    engines = flagging_engines(labels) if CHECKED in causes else []
    held_now: set[str] | None = None
    if "pending_labels" in item:
        again = await triggering.evaluate(configuration, scopes, item, background, now)
        held_now = {match.rule_id for evaluation in again for match in evaluation.matches}
    making = _Making(configuration.actions, app, seen, causes, held_now, now)
    found = [making.engine_entry(engine) for engine in engines]
    reported = [making.report_entry()] if REPORTED in causes else []
    matches = [match for evaluation in evaluations for match in evaluation.matches]
    executed = making.executed(matches)
    errors = making.error_entries(evaluations)
    return Outcome(
        seen,
        [] if is_decided(item) else engines,
        [match for match in matches if not making.is_overruled(match)],
        making.flags,
        making.orders,
        [*found, *reported, *executed, *errors],
        [entry.data["id"] for entry in found],
        strongest(making.recommended),
        making.on_user,
    )


def _leave_out(evaluations: Sequence[Evaluation], earlier: Sequence[Evaluation]) -> None:
    """What held before a report was taken back has had its effect, and has it no second time."""
    for now, before in zip(evaluations, earlier, strict=True):
        held = {match.rule_id for match in before.matches}
        now.matches = [match for match in now.matches if match.rule_id not in held]


class _Making:
    """Collects `flags` and `orders` while entries of the log are made. `held_now` are the rules
    that hold for the content as it is, None where that is all there is to look at.
    """

    def __init__(
        self,
        actions: Mapping[str, Action],
        app: str,
        item: Item,
        causes: Collection[str],
        held_now: Collection[str] | None,
        now: int,
    ) -> None:
        self._actions = actions
        self._app = app
        self._item = item
        self._causes = causes
        self._held_now = held_now
        self._now = now
        self.flags: list[Flag] = []
        self.orders: list[Order] = []
        self.recommended: list[str] = []
        self.on_user: list[UserEffect] = []

    def is_overruled(self, match: Match) -> bool:
        """Whether none of its actions has an effect."""
        return bool(match.does) and all(self._is_overruled(match, each) for each in match.does)

    def _is_overruled(self, match: Match, action: str) -> bool:
        calls = action not in (FLAG_FOR_REVIEW, FLAG_CONTENT)
        return triggering.is_overruled(self._item, match.scope, self._causes, calls=calls)

    def engine_entry(self, engine: str) -> Create[LogEntry]:
        result = OVERRULED if is_decided(self._item) else "done"
        return self._entry("flag", "flag", (engine,), result=result, custom={"flag_type": engine})

    def report_entry(self) -> Create[LogEntry]:
        counts = reports_of(self._item)
        return self._entry("report", "report", ("report",), custom={"reports": counts})

    def executed(self, matches: Iterable[Match]) -> list[Create[LogEntry]]:
        wanted = [(match, action) for match in matches for action in dict.fromkeys(match.does)]
        taken = wanted[:EXECUTIONS_PER_TRIGGER]
        entries = [self._rule_entry(m) for m in {m.rule_id: m for m, _ in taken}.values()]
        for match, action in taken:
            if not self._is_overruled(match, action):
                entries += self._execute(match, action)
        if len(wanted) > EXECUTIONS_PER_TRIGGER:
            entries.append(self._too_many(len(wanted)))
        return entries

    def error_entries(self, evaluations: Iterable[Evaluation]) -> list[Create[LogEntry]]:
        errors = [error for evaluation in evaluations for error in evaluation.errors]
        return [
            self._entry(
                "rule",
                "error",
                ("error", error.rule_id),
                reason=f"{error.name}: {error.error}",
                result="failed",
                unread=True,
            )
            for error in errors[:_ERRORS_TOLD]
        ]

    def _execute(self, match: Match, action: str) -> Iterator[Create[LogEntry]]:
        effect = next((each for each in match.effects if each.type == action), None)
        if effect is not None:
            self._take_effect(match, effect)
            return
        id = self._id("enforcement", match.rule_id, action)
        known = self._actions.get(action)
        if action == FLAG_FOR_REVIEW:
            self.flags.append(self._flag(match))
        elif known is None:
            yield self._missing_action(match, action, id)
        else:
            self.orders.append(self._order(match, known, id))

    def _take_effect(self, match: Match, effect: Effect) -> None:
        if effect.type in ON_USER:
            self.on_user.append(UserEffect(match, effect))
        elif effect.type in RECOMMENDED:
            self.recommended.append(RECOMMENDED[effect.type])
            is_flagged = any(flag["custom"]["rule_id"] == match.rule_id for flag in self.flags)
            if not effect.skip_inbox and not is_flagged:
                self.flags.append(self._flag(match, effect.reason))

    def _order(self, match: Match, action: Action, id: str) -> Order:
        item = self._item
        by_replaced = self._held_now is not None and match.rule_id not in self._held_now
        data = dict(callback_data.about_item(item, action["id"], match))
        return action_order(
            action,
            id,
            item["id"],
            item["creator_id"],
            data,
            {"rule_id": match.rule_id, "rule_name": match.name, "held": _reasons(match)},
            caused_at=triggering.caused_at(item, match.scope, by_replaced=by_replaced),
        )

    def _flag(self, match: Match, reason: str = "") -> Flag:
        """One flag a rule and revision, so a rule that goes on holding is seen each time."""
        flag = new_flag(self._id("flag", match.rule_id), self._item["id"], RULE, self._now)
        name_entity(flag, self._item)
        flag["reason"], flag["labels"] = reason or match.name, [match.name]
        flag["custom"] = {"rule_id": match.rule_id, "held": _reasons(match)}
        return flag

    def _rule_entry(self, match: Match) -> Create[LogEntry]:
        custom: dict[str, Any] = {
            "rule_id": match.rule_id,
            "scope": match.scope,
            "actions": match.does,
            "held": _reasons(match),
        }
        if match.violation:
            custom["violation"] = match.violation
        overruled = [each for each in match.does if self._is_overruled(match, each)]
        if overruled:
            custom["overruled"] = overruled
        result = OVERRULED if self.is_overruled(match) else "done"
        return self._entry(
            "rule", "rule", (match.rule_id,), reason=match.name, result=result, custom=custom
        )

    def _missing_action(self, match: Match, action: str, id: str) -> Create[LogEntry]:
        return self._entry(
            "delivery",
            "failed",
            (id,),
            reason=f"the action {action!r} of the rule {match.name!r} does not exist",
            result="dead",
            unread=True,
        )

    def _too_many(self, wanted: int) -> Create[LogEntry]:
        reason = f"{wanted} actions were asked for, {EXECUTIONS_PER_TRIGGER} were taken"
        return self._entry("rule", "too_many", ("many",), reason=reason, result="dead", unread=True)

    def _id(self, what: str, *name: str) -> str:
        return derived_id(what, self._item["id"], str(self._item["revision"]), *name)

    def _entry(
        self, kind: LogKind, type: str, name: tuple[str, ...], **fields: Any
    ) -> Create[LogEntry]:
        item = self._item
        return new_entry(
            self._app,
            kind,
            type,
            self._now,
            about=item,
            user_id=item["creator_id"],
            derived_from=("log", kind, item["id"], str(item["revision"]), *name),
            **fields,
        )


def _reasons(match: Match) -> list[HeldCondition]:
    return [
        {"type": held.type, "text": held.text, "values": dict(held.values), "negated": held.negated}
        for held in match.held
    ]
