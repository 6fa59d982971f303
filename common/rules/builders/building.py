"""A rule of Stream's builder as one of Gavel's: its tree, its scopes, and what it does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, get_args

from pydantic import TypeAdapter

from common.domain.errors import Invalid
from common.domain.rule import MOST_POSITION, BuiltRule, Effect, EffectType, Scope
from common.domain.times import DAY
from common.rules.builders import asked
from common.rules.builders.kinds import tree_of
from common.rules.builders.parts import Place, Tree, every, some
from common.rules.conditions.base import Base, bounded, walk
from common.rules.conditions.logic import Condition

POSITION = MOST_POSITION
"""Behind all rules in Gavel's own conditions."""
_LONGEST_COOLDOWN = 365 * DAY
_EFFECTS: frozenset[str] = frozenset(get_args(EffectType))
_CALLS = "no calls pass through Gavel"
_CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)


class Building:
    """Raises Invalid naming the field, which is under `path` in what was sent. `idle` are the
    fields that have no effect, and why. `applies` are conditions on where the rule applies.
    """

    def __init__(
        self,
        rule: asked.BuilderRule,
        path: str,
        applies: Collection[Tree],
        lists: Collection[str] | None,
        most_conditions: int | None = None,
    ) -> None:
        self._rule = rule
        self._most = most_conditions
        self._place = Place(path, lists)
        self.idle = self._place.idle
        self.when = every([*applies, self._conditions()])
        condition = _CONDITION.validate_python(bounded_or(self._place.of("conditions"), self.when))
        self._leaves = [each for each in walk(condition) if not each.parts()]
        self.effects = [*self._effects()]

    @property
    def scope(self) -> Scope:
        return "user" if self._rule.rule_type == "user" and self._fits("user") else "post"

    def built(self, description: str) -> BuiltRule:
        return {
            "also": self._also(),
            "effects": self.effects,
            "cooldown": self._cooldown(),
            "kind": self._rule.rule_type,
            "description": description,
        }

    def _conditions(self) -> Tree:
        rule = self._rule
        own, groups = rule.conditions or (), rule.groups or ()
        total = len(own) + sum(len(group.conditions) for group in groups)
        if not total:
            raise self._place.refuse("conditions", "gives none, and neither does groups")
        if self._most is not None and total > self._most:
            raise Invalid.field(
                self._place.of("conditions"), f"are {self._most} at most in a policy"
            )
        trees = [*self._trees(own, self._place.of("conditions"))]
        for number, group in enumerate(groups):
            path = self._place.of(f"groups.{number}.conditions")
            trees.append(_joined(group.logic, [*self._trees(group.conditions, path)]))
        joined = _joined(rule.logic, trees)
        if rule.rule_type != "call":
            return joined
        self.idle[self._place.of("rule_type")] = _CALLS
        return every([{"type": "never", "what": "call"}, joined])

    def _trees(self, conditions: Collection[asked.Condition], path: str) -> Iterator[Tree]:
        for number, condition in enumerate(conditions):
            yield tree_of(condition, f"{path}.{number}", self._place)

    def _fits(self, scope: Scope) -> bool:
        return all(scope in each.scopes for each in self._leaves)

    def _also(self) -> list[Scope]:
        """What counts flags is looked at whenever one comes."""
        if not any(_counts_flags(each) for each in self._leaves):
            return []
        reported: tuple[Scope, Scope] = ("reported_post", "reported_user")
        return [scope for scope in reported if self._fits(scope)]

    def _cooldown(self) -> int:
        text = self._rule.cooldown_period
        return 0 if text is None else self._place.window("cooldown_period", text, _LONGEST_COOLDOWN)

    def _effects(self) -> Iterator[Effect]:
        rule, action = self._rule, self._rule.action
        if action is None and not rule.action_sequences:
            raise self._place.refuse("action", "is required")
        if action is not None:
            yield from self._effect(action)
        for number, sequence in enumerate(rule.action_sequences or ()):
            path = self._place.of(f"action_sequences.{number}")
            if sequence.call_options is not None:
                self._need_call(f"{path}.call_options")
            for place, type in enumerate(sequence.actions):
                yield from self._of(type, sequence.violation_number, f"{path}.actions.{place}")

    def _effect(self, action: asked.Action) -> Iterator[Effect]:
        path = self._place.of("action")
        type = "ban_user" if action.type == "ban" else action.type
        allowed = {"ban_user": ("ban_options", "ban"), "flag_user": ("flag_user_options",)}
        for name in ("ban_options", "ban", "flag_user_options"):
            if getattr(action, name) is not None and name not in allowed.get(type, ()):
                raise Invalid.field(f"{path}.{name}", f"is not for {type}")
        if action.ban is not None and action.ban_options is not None:
            raise Invalid.field(f"{path}.ban", "is a shorter form of ban_options: give one of them")
        if action.call_options is not None:
            self._need_call(f"{path}.call_options")
        for effect in self._of(type, 0, f"{path}.type"):
            yield _as_said(effect, action)

    def _of(self, type: str, violation: int, path: str) -> Iterator[Effect]:
        if type not in _EFFECTS:
            self._need_call(path)
            return
        effect: Effect = {
            "type": next(each for each in get_args(EffectType) if each == type),
            "reason": "",
            "skip_inbox": False,
            "violation": violation,
        }
        action = self._rule.action
        if action is not None and violation and action.type == type:
            effect = _as_said(effect, action)
        yield effect

    def _need_call(self, path: str) -> None:
        if self._rule.rule_type != "call":
            raise Invalid.field(path, "is for rules of type call")
        self.idle[path] = _CALLS


def _joined(logic: str | None, trees: list[Tree]) -> Tree:
    return some(trees) if logic == "OR" else every(trees)


def _counts_flags(leaf: Base) -> bool:
    return leaf.type in ("report_count", "flagged_count")


def bounded_or(field: str, tree: Tree) -> object:
    try:
        return bounded(tree)
    except ValueError as error:
        raise Invalid.field(field, f"make too much of a rule: {error}") from None


def _as_said(effect: Effect, action: asked.Action) -> Effect:
    options, short, flag = action.ban_options, action.ban, action.flag_user_options
    reasons = [each.reason for each in (options, short, flag) if each is not None]
    reason = next(filter(None, (*reasons, action.reason)), "")
    said: Effect = {**effect, "skip_inbox": bool(action.skip_inbox), "reason": reason}
    if effect["type"] != "ban_user":
        return said
    minutes = short.timeout if short is not None else None
    seconds = minutes * 60 if minutes else options.duration if options is not None else None
    said["ban"] = {
        "seconds": seconds or None,
        "shadow": bool(options is not None and options.shadow_ban),
        "ip": bool(options is not None and options.ip_ban),
        "delete_messages": (options.delete_messages if options is not None else None) or "",
    }
    return said
