"""Which rules fire, in which order, and what each of them would do."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.pauses import paused_rules
from common.delivery.callback import named
from common.delivery.targets import Target, callback_of
from common.domain.action import FLAG_FOR_REVIEW
from common.domain.enforcement import BAN_USER, CapKind
from common.domain.item import Item
from common.domain.log import RuleEffect
from common.moderation.enforcement.effects import FLAG_CONTENT
from common.moderation.enforcement.holding import STOPPED
from common.moderation.enforcement.outcomes import EXECUTIONS_PER_TRIGGER
from common.moderation.enforcement.rehearsal import Foreseen
from common.moderation.enforcement.triggering import CHECKED, REPORTED, is_overruled
from common.rules.conditions.base import Scope
from common.rules.facts import Facts
from common.rules.rule import Rule
from common.views import callback_data
from common.views.rule_tries import Outcome, RuleInOrder, WouldDo
from common.views.triggered_rules import exempt_answer

if TYPE_CHECKING:
    from common.rules.evaluator import Evaluation, Match

OVERRULED = "a moderator has decided otherwise"
_FOLDED = "the rule's cap of flags an hour is reached"
_NOT_BANNED = "the user is a moderator, or a ban was lifted since"


class _PausedBut:
    """Others than the one that is tried as if it were not."""

    def __init__(self, paused: Container[str], tried: str) -> None:
        self._paused = paused
        self._tried = tried

    def __contains__(self, id: object) -> bool:
        return id != self._tried and id in self._paused


def evaluated(
    configuration: Configuration, rule: Rule, facts: Facts, now: int
) -> dict[Scope, Evaluation]:
    """All that match, in each scope of the rule."""
    rules, paused = configuration.rules, paused_rules(configuration, now)
    others = _PausedBut(paused, rule.id) if paused is not None else None
    return {scope: rules.evaluate(scope, facts, False, others) for scope in rule.scopes}


def order_of(
    configuration: Configuration,
    tried: Rule,
    holds: bool | None,
    found: Mapping[Scope, Evaluation],
    due: Mapping[Scope, Sequence[Match]],
) -> Iterator[RuleInOrder]:
    """`due` are those of the matches that are not quiet. One that spares the author everything
    hides none behind it.
    """
    for scope, evaluation in found.items():
        matches = {match.rule_id: match for match in evaluation.matches}
        effective = {match.rule_id for match in due[scope]}
        paused = {match.rule_id for match in evaluation.paused}
        errors = {error.rule_id: error.error for error in evaluation.errors}
        first = ""
        for rule in configuration.rules.of(scope):
            shown = _shown(rule, scope, is_tried=rule.id == tried.id)
            if first and configuration.first_match_only(scope):
                yield {**shown, "outcome": "not_looked_at", "because": first}
            elif (match := matches.get(rule.id)) is not None:
                first = first or ("" if match.is_spared else rule.id)
                if match.spared is not None:
                    shown["exempt"] = exempt_answer(match, match.spared)
                yield {**shown, "outcome": _outcome_of(match, effective)}
            elif rule.id in paused:
                yield {**shown, "outcome": "paused"}
            elif rule.id in errors:
                yield {**shown, "outcome": "failed", "error": errors[rule.id]}
            elif rule.id == tried.id:
                yield {**shown, "outcome": "not_known" if holds is None else "does_not_hold"}


def _outcome_of(match: Match, effective: Container[str]) -> Outcome:
    if match.is_spared:
        return "exempt"
    return "fires" if match.rule_id in effective else "quiet"


def fired(order: Sequence[RuleInOrder]) -> set[tuple[Scope, str]]:
    return {(each["scope"], each["rule_id"]) for each in order if each["outcome"] == "fires"}


def would_do(
    configuration: Configuration, item: Item, matches: Sequence[Match], foreseen: Foreseen
) -> Iterator[WouldDo]:
    wanted = [(match, action) for match in matches for action in dict.fromkeys(match.does)]
    caps = {each["id"]: each["cap"] for each in foreseen.held}
    for number, (match, action) in enumerate(wanted):
        step = _step(configuration, item, match, action)
        if number >= EXECUTIONS_PER_TRIGGER:
            step["why_not"] = f"{EXECUTIONS_PER_TRIGGER} actions are taken at once"
        effect = foreseen.effects.get((match.rule_id, action))
        if effect is not None and "why_not" not in step:
            _limit(step, effect, caps)
        yield step
    for match in matches:
        for effect in foreseen.strikes.get(match.rule_id, ()):
            yield _by_strike(configuration, match, effect, caps)


def _limit(step: WouldDo, effect: RuleEffect, caps: Mapping[str, CapKind]) -> None:
    """What a cap or who the user is leaves of it."""
    result = effect["result"]
    if result == "held":
        step["cap"] = caps[effect["id"]]
        step["why_not"] = f"{STOPPED[caps[effect['id']]]}, so it is held for a person"
    elif result == "folded":
        step["cap"], step["why_not"] = "flags", _FOLDED
    elif result == "already":
        step["why_not"] = "the user is banned so already"
    elif effect["action"] == BAN_USER and result == "none":
        step["why_not"] = _NOT_BANNED


def _by_strike(
    configuration: Configuration, match: Match, effect: RuleEffect, caps: Mapping[str, CapKind]
) -> WouldDo:
    """The strike itself, and what its steps would do."""
    action = effect["action"]
    step: WouldDo = {
        "rule_id": match.rule_id,
        "rule_name": match.name,
        "does": "call" if action in configuration.actions else "effect",
        "action": action,
    }
    if action == FLAG_FOR_REVIEW:
        step["does"] = "flag_for_review"
    if match.rule is not None and match.rule.strike is not None:
        step["strike_policy"] = match.rule.strike.policy
    _limit(step, effect, caps)
    return step


def _step(configuration: Configuration, item: Item, match: Match, action: str) -> WouldDo:
    step: WouldDo = {
        "rule_id": match.rule_id,
        "rule_name": match.name,
        "does": "effect",
        "action": action,
    }
    effect = next((each for each in match.effects if each.type == action), None)
    known = configuration.actions.get(action)
    if effect is not None:
        step["reason"] = effect.reason
    elif action == FLAG_FOR_REVIEW:
        step["does"] = "flag_for_review"
    elif known is None:
        step["does"], step["why_not"] = "nothing", "the action does not exist"
    else:
        data = dict(callback_data.about_item(item, action, match))
        step["does"], step["method"] = "call", known["method"]
        step["sends"] = named(callback_of(Target(action=known)), data)
    calls = action not in (FLAG_FOR_REVIEW, FLAG_CONTENT)
    if is_overruled(item, match.scope, [cause_of(match.scope)], calls=calls):
        step["why_not"] = OVERRULED
    elif match.spared is not None and match.spares(action):
        step["why_not"] = f"the author is exempt: {match.spared.why}"
    return step


def cause_of(scope: Scope) -> str:
    """What has rules of the scope evaluated."""
    return CHECKED if scope in ("post", "user") else REPORTED


def _shown(rule: Rule, scope: Scope, *, is_tried: bool) -> RuleInOrder:
    return {
        "scope": scope,
        "rule_id": rule.id,
        "rule_name": rule.name,
        "rule_version": rule.version,
        "outcome": "does_not_hold",
        "is_tried": is_tried,
    }
