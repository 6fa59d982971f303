"""What evaluating one revision of an item leads to; pure.

Ids derive from the revision, the rule and the action, so the same trigger never leads to two
enforcements. What a moderator's decision overrules is in the log and has no effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.delivery.outbox import Order, action_order
from common.domain.action import FLAG_FOR_REVIEW, Action
from common.domain.flag import RULE, Flag, name_entity, new_flag
from common.domain.ids import derived_id
from common.domain.item import Item, is_decided
from common.domain.labels import flagging_engines
from common.domain.log import LogEntry, LogKind, RuleEffect, new_entry
from common.domain.recommendation import strongest
from common.domain.reports import reports_of
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.effects import FLAG_CONTENT, ON_USER, RECOMMENDED, UserEffect
from common.moderation.enforcement.exemptions import ReadUser
from common.moderation.enforcement.naming import named, reasons, why
from common.moderation.enforcement.outcome import Outcome
from common.moderation.enforcement.triggering import CHECKED, REPORTED, WITHDRAWN
from common.store.store import Create
from common.views import callback_data

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match
    from common.rules.rule import Effect

EXECUTIONS_PER_TRIGGER = 16
OVERRULED = "overruled"
"""The log's result of what has no effect because a moderator has decided otherwise."""
PAUSED = "paused"
"""That of a rule that held while it was paused."""
EXEMPT = "exempt"
"""That of a rule that spares the user everything that it would do."""
_ERRORS_TOLD = 5


Settle = Callable[[Sequence["Evaluation"]], Awaitable[None]]
"""Leaves of evaluations' matches those that are due."""


async def outcome_of(
    configuration: Configuration,
    app: str,
    item: Item,
    background: Background,
    now: int,
    settle: Settle,
    read_user: ReadUser | None = None,
    spent: Counter[str] | None = None,
) -> Outcome:
    """Where wanted, nanoseconds are added to what was `spent` on each rule."""
    # An edit must not hide from the rules what it replaced before they had seen it.
    labels = item.get("pending_labels") or item.get("labels") or []
    seen: Item = {**item, "labels": labels}
    causes = item["pending"]
    scopes = triggering.scopes_of(seen, causes)
    evaluations = await triggering.evaluate(
        configuration, scopes, seen, background, now, read_user, spent
    )
    if {*causes} == {WITHDRAWN}:
        before = triggering.with_withdrawn(seen)
        earlier = await triggering.evaluate(
            configuration, scopes, before, background, now, read_user
        )
        _leave_out(evaluations, earlier)
    await settle(evaluations)
    held_now: set[str] | None = None
    if "pending_labels" in item:
        again = await triggering.evaluate(configuration, scopes, item, background, now)
        held_now = {match.rule_id for evaluation in again for match in evaluation.matches}
    making = _Making(configuration.actions, app, seen, causes, held_now, now)
    found = [making.engine_entry(engine) for engine in making.engines]
    reported = [making.report_entry()] if REPORTED in causes else []
    outcome = making.outcome([match for each in evaluations for match in each.matches])
    others = [*making.paused_entries(evaluations), *making.error_entries(evaluations)]
    return replace(
        outcome,
        entries=[*found, *reported, *outcome.entries, *others],
        action_ids=[entry.data["id"] for entry in found],
    )


def outcome_from(
    configuration: Configuration,
    app: str,
    item: Item,
    causes: Collection[str],
    matches: Sequence[Match],
    now: int,
) -> Outcome:
    """Of what is known to match."""
    return _Making(configuration.actions, app, item, causes, None, now).outcome(matches)


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
        self.effects: dict[tuple[str, str], RuleEffect] = {}
        self._entries: dict[str, LogEntry] = {}

    @property
    def engines(self) -> list[str]:
        """Those that flag what was checked."""
        is_checked = CHECKED in self._causes
        return flagging_engines(self._item.get("labels") or ()) if is_checked else []

    def outcome(self, matches: Sequence[Match]) -> Outcome:
        entries = self.executed(matches)
        return Outcome(
            self._item,
            [] if is_decided(self._item) else self.engines,
            [match for match in matches if self.has_effect(match)],
            self.flags,
            self.orders,
            entries,
            [],
            strongest(self.recommended),
            self.on_user,
            self.effects,
        )

    def has_effect(self, match: Match) -> bool:
        return not match.does or not all(self._has_no_effect(match, each) for each in match.does)

    def _result(self, match: Match) -> str:
        if match.does and all(map(match.spares, match.does)):
            return EXEMPT
        if match.does and all(self._has_no_effect(match, each) for each in match.does):
            return OVERRULED
        return "done"

    def _has_no_effect(self, match: Match, action: str) -> bool:
        return self._is_overruled(match, action) or match.spares(action)

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
            if not self._has_no_effect(match, action):
                entries += self._execute(match, action)
        if len(wanted) > EXECUTIONS_PER_TRIGGER:
            entries.append(self._too_many(len(wanted)))
        return entries

    def paused_entries(self, evaluations: Iterable[Evaluation]) -> list[Create[LogEntry]]:
        """Of rules that held and had no effect, as many as could have had one."""
        matches = [match for evaluation in evaluations for match in evaluation.paused]
        once = {match.rule_id: match for match in matches}.values()
        return [self._paused_entry(match) for match in [*once][:EXECUTIONS_PER_TRIGGER]]

    def _paused_entry(self, match: Match) -> Create[LogEntry]:
        effects = match.built.effects if match.built is not None else ()
        does = [*match.actions, *dict.fromkeys(effect.type for effect in effects)]
        custom = {**named(match), "scope": match.scope, "actions": does, "held": reasons(match)}
        name, reason = ("paused", match.rule_id), match.name
        return self._entry("rule", "rule", name, reason=reason, result=PAUSED, custom=custom)

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
                custom={"rule_id": error.rule_id, "rule_version": error.version},
            )
            for error in errors[:_ERRORS_TOLD]
        ]

    def _note(self, match: Match, action: str, id: str = "", *, is_done: bool = True) -> None:
        made: RuleEffect = {"action": action, "result": "done" if is_done else "none", "id": id}
        self.effects[match.rule_id, action] = made
        self._entries[match.rule_id].setdefault("effects", []).append(made)

    def _execute(self, match: Match, action: str) -> Iterator[Create[LogEntry]]:
        effect = next((each for each in match.effects if each.type == action), None)
        if effect is not None:
            self._take_effect(match, effect)
            return
        id = self._id("enforcement", match.rule_id, action)
        known = self._actions.get(action)
        if action == FLAG_FOR_REVIEW:
            self.flags.append(self._flag(match))
            self._note(match, action, self.flags[-1]["id"])
        elif known is None:
            yield self._missing_action(match, action, id)
        else:
            self.orders.append(self._order(match, known, id))
            self._note(match, action, id)

    def _take_effect(self, match: Match, effect: Effect) -> None:
        if effect.type in ON_USER:
            self.on_user.append(UserEffect(match, effect))
            self._note(match, effect.type, is_done=False)
        elif effect.type in RECOMMENDED:
            self.recommended.append(RECOMMENDED[effect.type])
            is_flagged = any(flag["custom"]["rule_id"] == match.rule_id for flag in self.flags)
            if not effect.skip_inbox and not is_flagged:
                self.flags.append(self._flag(match, effect.reason))
            self._note(match, effect.type, "" if effect.skip_inbox else self._flag_id(match))

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
            why(match),
            caused_at=triggering.caused_at(item, match.scope, by_replaced=by_replaced),
        )

    def _flag(self, match: Match, reason: str = "") -> Flag:
        """One flag a rule and revision, so a rule that goes on holding is seen each time."""
        flag = new_flag(self._flag_id(match), self._item["id"], RULE, self._now)
        name_entity(flag, self._item)
        flag["reason"], flag["labels"] = reason or match.name, [match.name]
        flag["custom"] = {**named(match), "held": reasons(match)}
        return flag

    def _flag_id(self, match: Match) -> str:
        return self._id("flag", match.rule_id)

    def _rule_entry(self, match: Match) -> Create[LogEntry]:
        custom: dict[str, Any] = {
            **named(match),
            "scope": match.scope,
            "actions": match.does,
            "held": reasons(match),
        }
        if match.violation:
            custom["violation"] = match.violation
        overruled = [each for each in match.does if self._is_overruled(match, each)]
        if overruled:
            custom["overruled"] = overruled
        if match.spared is not None:
            custom["exempt"] = match.spared.why
            custom["spared"] = [each for each in match.does if match.spares(each)]
        result = self._result(match)
        made = self._entry(
            "rule", "rule", (match.rule_id,), reason=match.name, result=result, custom=custom
        )
        entry = self._entries[match.rule_id] = made.data
        entry["rule_id"], entry["revision"] = match.rule_id, self._item["revision"]
        return made

    def _missing_action(self, match: Match, action: str, id: str) -> Create[LogEntry]:
        return self._entry(
            "delivery",
            "failed",
            (id,),
            reason=f"the action {action!r} of the rule {match.name!r} does not exist",
            result="dead",
            unread=True,
            custom={**named(match), "action_id": action},
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
