"""Rules over facts: which match, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter_ns
from typing import Any

from common.engines.floods.limits import Limit
from common.rules.compiled import Compiled, SameRules, parts_of, size_of
from common.rules.compiler import Program, compile_tests
from common.rules.conditions.base import Base, Scope, walk
from common.rules.facts import Facts
from common.rules.reasons import Held
from common.rules.rule import Built, Effect, Rule
from common.rules.sparing import Spared


@dataclass(frozen=True, slots=True)
class Match:
    """`scope` is what it was evaluated for. Of a rule that was `built`, `violation` is which one of
    the user it is, and `effects` are those that are due for it. `action_values` is what it passes
    to its actions.
    """

    rule_id: str
    name: str
    scope: Scope
    actions: tuple[str, ...]
    held: list[Held]
    built: Built | None = None
    violation: int = 0
    effects: tuple[Effect, ...] = ()
    version: int = 0
    rule: Rule | None = field(default=None, compare=False, repr=False)
    spared: Spared | None = None
    action_values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What its writer calls such a rule."""
        return self.built.kind if self.built is not None else self.scope

    @property
    def does(self) -> list[str]:
        """The ids of its actions, and the types of its effects."""
        return [*self.actions, *(effect.type for effect in self.effects)]

    @property
    def cooldown(self) -> int:
        """Nanoseconds."""
        return self.rule.cooldown_length if self.rule is not None else 0

    def spares(self, action: str) -> bool:
        """Whether that is not done to the user, who is exempt."""
        return self.spared is not None and self.spared.spares(action)

    @property
    def is_spared(self) -> bool:
        """Whether nothing is."""
        return self.spared is not None and self.spared.everything


@dataclass(frozen=True, slots=True)
class RuleError:
    rule_id: str
    name: str
    error: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    """A rule behind the one that matched first, where no other counts."""

    rule_id: str
    because: str


@dataclass(slots=True)
class Evaluation:
    """`paused` are matches of rules that are to have no effect. `stopped_by` is the rule that
    matched where no other counts after that.
    """

    matches: list[Match]
    errors: list[RuleError]
    paused: list[Match] = field(default_factory=list)
    stopped_by: str = ""
    not_looked_at: list[NotLookedAt] = field(default_factory=list)


class RuleSet:
    """The enabled rules of one app. They are compiled when they are first evaluated, some at a
    time: a hundred conditions take some milliseconds, in which no other thread runs.

    What `known` has compiled of the very same rules is taken over.
    """

    def __init__(self, rules: Iterable[Rule], known: RuleSet | None = None) -> None:
        self._rules: dict[Scope, list[Rule]] = {}
        enabled = (rule for rule in rules if rule.enabled)
        self.ordered = tuple(sorted(enabled, key=lambda r: (r.position, r.created_at, r.id)))
        for rule in self.ordered:
            for scope in rule.scopes:
                self._rules.setdefault(scope, []).append(rule)
        self._compiled: dict[Scope, list[Compiled]] | None = None
        self._sizes = {scope: sum(map(size_of, rules)) for scope, rules in self._rules.items()}
        self._known: Mapping[Scope, list[Compiled]] = {}
        self._marks: tuple[tuple[str, ...], Program | None] | None = None
        self._counting: frozenset[str] | None = None
        if known is not None:
            self._known = known._known if known._compiled is None else known._compiled

    @property
    def is_compiled(self) -> bool:
        return self._compiled is not None

    def compile(self) -> None:
        if self._compiled is not None:
            return
        known = {each.rules: each for parts in self._known.values() for each in parts}
        compiled: dict[Scope, list[Compiled]] = {}
        for scope, rules in self._rules.items():
            parts = map(SameRules, parts_of(rules))
            compiled[scope] = [known.get(part) or Compiled(part) for part in parts]
        self._compiled, self._known = compiled, {}

    def of(self, scope: Scope) -> Sequence[Rule]:
        """In their order."""
        return self._rules.get(scope, ())

    def size(self, scopes: Iterable[Scope]) -> int:
        """The number of conditions in their rules."""
        return sum(self._sizes.get(scope, 0) for scope in scopes)

    def evaluate(
        self,
        scope: Scope,
        facts: Facts,
        first_only: bool,
        paused: Container[str] | None = None,
        spent: Counter[str] | None = None,
    ) -> Evaluation:
        """The matches in the rules' order. A rule that fails is among the errors. One that is
        `paused` is not the first that matches, whatever stands behind it. Nanoseconds are added to
        what was `spent` on each rule.
        """
        self.compile()
        assert self._compiled is not None
        found = Evaluation([], [])
        for part in self._compiled.get(scope, ()):
            _evaluate(part, scope, facts, first_only and paused is None, found, spent)
            if first_only and any(paused is None or m.rule_id not in paused for m in found.matches):
                break
        left = found if paused is None else _without_paused(found, paused, first_only)
        if first_only and left.matches:
            left.stopped_by = left.matches[0].rule_id
            left.not_looked_at = [*self._behind(scope, left.stopped_by)]
        return left

    def _behind(self, scope: Scope, first: str) -> Iterator[NotLookedAt]:
        ids = [rule.id for rule in self._rules[scope]]
        return (NotLookedAt(id, first) for id in ids[ids.index(first) + 1 :])

    def needs_history(self, scope: Scope) -> bool:
        return any(each.uses_history for each in _conditions(self._rules.get(scope, ())))

    def needs_author(self, scope: Scope) -> bool:
        return any(each.uses_author for each in _conditions(self._rules.get(scope, ())))

    def needs_strikes(self, scope: Scope) -> bool:
        return any(each.uses_strikes for each in _conditions(self._rules.get(scope, ())))

    @property
    def weighs_reports(self) -> bool:
        return any(each.weighs for each in self._all())

    @property
    def asks_for_reporters(self) -> bool:
        return any(each.asks_for_reporters for each in self._all())

    def needs_address(self, scope: Scope) -> bool:
        return any(each.uses_address for each in _conditions(self._rules.get(scope, ())))

    def limits(self) -> dict[str, Limit]:
        """What rules want to be counted of what is posted, by name."""
        return {name: limit for each in self._all() for name, limit in each.limits().items()}

    def marks(self, facts: Facts) -> list[str]:
        """Under which names rules want the content to be counted; what fails is not."""
        if self._marks is None:
            found = {name: test for each in self._all() for name, test in each.marks().items()}
            program = compile_tests([*found.values()], "marks") if found else None
            self._marks = (tuple(found), program)
        names, program = self._marks
        held: list[int] = []
        if program is not None:
            program(facts, False, held, [])
        return [names[number] for number in held]

    @property
    def counting(self) -> frozenset[str]:
        """The names of all that rules want to be counted."""
        if self._counting is None:
            each = (name for one in self._all() for name in (*one.marks(), *one.limits()))
            self._counting = frozenset(each)
        return self._counting

    @property
    def has_marks(self) -> bool:
        return any(each.marks() for each in self._all())

    def lists(self) -> set[str]:
        """The lists that rules mention."""
        return {name for each in self._all() for name in each.list_names()}

    def naming(self, block_list: str) -> list[str]:
        """The ids of the rules that mention the list."""
        rules = (rule for rules in self._rules.values() for rule in rules)
        found = (r.id for r in rules if any(block_list in c.list_names() for c in walk(r.when)))
        return [*dict.fromkeys(found)]

    def categories(self) -> set[str]:
        """The report categories that rules mention."""
        return {name for each in self._all() for name in each.category_names()}

    def _all(self) -> Iterable[Base]:
        return (each for rules in self._rules.values() for each in _conditions(rules))


def _without_paused(found: Evaluation, paused: Container[str], first_only: bool) -> Evaluation:
    left = Evaluation([], found.errors)
    for match in found.matches:
        if match.rule_id in paused:
            left.paused.append(match)
            continue
        left.matches.append(match)
        if first_only:
            break
    return left


def _evaluate(
    part: Compiled,
    scope: Scope,
    facts: Facts,
    first_only: bool,
    found: Evaluation,
    spent: Counter[str] | None,
) -> None:
    ran = part.run(facts, first_only, timed=spent is not None)
    found.errors += [_error(part.rules[number], error) for number, error in ran.failed]
    for number in ran.held:
        began = perf_counter_ns()
        found.matches.append(_match(part, number, scope, facts, found.errors))
        ran.took[number] = ran.took.get(number, 0) + perf_counter_ns() - began
    if spent is not None:
        spent.update({part.rules[number].id: took for number, took in ran.took.items()})


def _match(
    part: Compiled, number: int, scope: Scope, facts: Facts, errors: list[RuleError]
) -> Match:
    rule = part.rules[number]
    reasons: list[Held] = []
    try:
        reasons = part.explainer(number).explain(facts)
    except Exception as error:
        errors.append(_error(rule, error))
    made = (rule.id, rule.name, scope, rule.actions, reasons, rule.built)
    match = Match(*made, version=rule.version, rule=rule)
    return replace(match, action_values=rule.action_values) if rule.action_values else match


def _error(rule: Rule, error: Exception) -> RuleError:
    return RuleError(rule.id, rule.name, f"{type(error).__name__}: {error}", rule.version)


def _conditions(rules: Iterable[Rule]) -> Iterable[Base]:
    return (each for rule in rules for each in walk(rule.when))
