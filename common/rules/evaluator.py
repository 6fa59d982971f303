"""Rules over facts: which match, and why."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from common.engines.floods.limits import Limit
from common.rules.compiler import Code, Failure, Program, compile_tests
from common.rules.conditions.base import Base, Scope, walk
from common.rules.facts import Facts
from common.rules.reasons import Held, Reasons
from common.rules.rule import Built, Effect, Rule
from common.rules.sparing import Spared

_COMPILED_AT_ONCE = 100


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
    """`paused` are matches of rules that are to have no effect."""

    matches: list[Match]
    errors: list[RuleError]
    paused: list[Match] = field(default_factory=list)
    not_looked_at: list[NotLookedAt] = field(default_factory=list)


class RuleSet:
    """The enabled rules of one app. They are compiled when they are first evaluated, some at a
    time: a hundred conditions take some milliseconds, in which no other thread runs.

    What `known` has compiled of the very same rules is taken over.
    """

    def __init__(self, rules: Iterable[Rule], known: RuleSet | None = None) -> None:
        self._rules: dict[Scope, list[Rule]] = {}
        for rule in sorted(rules, key=lambda rule: (rule.position, rule.created_at, rule.id)):
            for scope in rule.scopes if rule.enabled else ():
                self._rules.setdefault(scope, []).append(rule)
        self._compiled: dict[Scope, list[_Compiled]] | None = None
        self._sizes = {scope: sum(map(_size, rules)) for scope, rules in self._rules.items()}
        self._known: Mapping[Scope, list[_Compiled]] = {}
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
        compiled: dict[Scope, list[_Compiled]] = {}
        for scope, rules in self._rules.items():
            parts = map(_Rules, _parts(rules))
            compiled[scope] = [known.get(part) or _Compiled(part) for part in parts]
        self._compiled, self._known = compiled, {}

    def of(self, scope: Scope) -> Sequence[Rule]:
        """In their order."""
        return self._rules.get(scope, ())

    def size(self, scopes: Iterable[Scope]) -> int:
        """The number of conditions in their rules."""
        return sum(self._sizes.get(scope, 0) for scope in scopes)

    def evaluate(
        self, scope: Scope, facts: Facts, first_only: bool, paused: Container[str] | None = None
    ) -> Evaluation:
        """The matches in the rules' order. A rule that fails is among the errors. One that is
        `paused` is not the first that matches, whatever stands behind it.
        """
        self.compile()
        assert self._compiled is not None
        found = Evaluation([], [])
        for part in self._compiled.get(scope, ()):
            part.evaluate(scope, facts, first_only and paused is None, found)
            if first_only and any(paused is None or m.rule_id not in paused for m in found.matches):
                break
        left = found if paused is None else _without_paused(found, paused, first_only)
        if first_only and left.matches:
            left.not_looked_at = [*self._behind(scope, left.matches[0].rule_id)]
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


class _Rules(tuple[Rule, ...]):
    """Compared by which objects they are: to compare what is in them would take long."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and list(map(id, self)) == list(map(id, other))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))


class _Compiled:
    def __init__(self, rules: _Rules) -> None:
        self.rules = rules
        self._program = compile_tests([*map(_InEffect, rules)], "rules")
        self._explainers: dict[int, Reasons] = {}

    def evaluate(self, scope: Scope, facts: Facts, first_only: bool, found: Evaluation) -> None:
        held: list[int] = []
        failed: list[Failure] = []
        self._program(facts, first_only, held, failed)
        found.errors += [self._error(number, error) for number, error in failed]
        found.matches += [self._match(number, scope, facts, found.errors) for number in held]

    def _match(self, number: int, scope: Scope, facts: Facts, errors: list[RuleError]) -> Match:
        rule = self.rules[number]
        reasons: list[Held] = []
        try:
            reasons = self._explainer(number).explain(facts)
        except Exception as error:
            errors.append(self._error(number, error))
        made = (rule.id, rule.name, scope, rule.actions, reasons, rule.built)
        match = Match(*made, version=rule.version, rule=rule)
        return replace(match, action_values=rule.action_values) if rule.action_values else match

    def _explainer(self, number: int) -> Reasons:
        explainer = self._explainers.get(number)
        if explainer is None:
            explainer = self._explainers[number] = Reasons(self.rules[number].when)
        return explainer

    def _error(self, number: int, error: Exception) -> RuleError:
        rule = self.rules[number]
        problem = f"{type(error).__name__}: {error}"
        return RuleError(rule.id, rule.name, problem, rule.version)


@dataclass(frozen=True, slots=True)
class _InEffect:
    """A rule's conditions, and that its group is on."""

    rule: Rule

    def code(self, out: Code) -> str:
        code, group = self.rule.when.code(out), self.rule.group
        return code if group is None else f"({out.constant(group)} in groups and {code})"


def _parts(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    part: list[Rule] = []
    size = 0
    for rule in rules:
        own = _size(rule)
        if part and size + own > _COMPILED_AT_ONCE:
            yield part
            part, size = [], 0
        part.append(rule)
        size += own
    if part:
        yield part


def _size(rule: Rule) -> int:
    return sum(1 for _ in walk(rule.when))


def _conditions(rules: Iterable[Rule]) -> Iterable[Base]:
    return (each for rule in rules for each in walk(rule.when))
