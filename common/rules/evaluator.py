"""Rules over facts: which match, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from common.engines.floods.limits import Limit
from common.rules.compiler import Failure, Program, compile_tests
from common.rules.conditions.base import Base, Scope, Values, walk
from common.rules.conditions.logic import AllOf, Not
from common.rules.facts import Facts
from common.rules.rule import Built, Effect, Rule

_COMPILED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that made its rule match; `negated` when it did so by not holding."""

    type: str
    text: str
    values: Values
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """`scope` is what it was evaluated for. Of a rule that was `built`, `violation` is which one of
    the user it is, and `effects` are those that are due for it.
    """

    rule_id: str
    name: str
    scope: Scope
    actions: tuple[str, ...]
    held: list[Held]
    built: Built | None = None
    violation: int = 0
    effects: tuple[Effect, ...] = ()

    @property
    def kind(self) -> str:
        """What its writer calls such a rule."""
        return self.built.kind if self.built is not None else self.scope

    @property
    def does(self) -> list[str]:
        """The ids of its actions, and the types of its effects."""
        return [*self.actions, *(effect.type for effect in self.effects)]


@dataclass(frozen=True, slots=True)
class RuleError:
    rule_id: str
    name: str
    error: str


@dataclass(slots=True)
class Evaluation:
    matches: list[Match]
    errors: list[RuleError]


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

    def size(self, scopes: Iterable[Scope]) -> int:
        """The number of conditions in their rules."""
        return sum(self._sizes.get(scope, 0) for scope in scopes)

    def evaluate(self, scope: Scope, facts: Facts, first_only: bool) -> Evaluation:
        """The matches in the rules' order. A rule that fails is among the errors."""
        self.compile()
        assert self._compiled is not None
        found = Evaluation([], [])
        for part in self._compiled.get(scope, ()):
            part.evaluate(scope, facts, first_only, found)
            if first_only and found.matches:
                break
        return found

    def needs_history(self, scope: Scope) -> bool:
        return any(each.uses_history for each in _conditions(self._rules.get(scope, ())))

    def needs_author(self, scope: Scope) -> bool:
        return any(each.uses_author for each in _conditions(self._rules.get(scope, ())))

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
        self._program = compile_tests([rule.when for rule in rules], "rules")
        self._explainers: dict[int, _Explainer] = {}

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
        return Match(rule.id, rule.name, scope, rule.actions, reasons, rule.built)

    def _explainer(self, number: int) -> _Explainer:
        explainer = self._explainers.get(number)
        if explainer is None:
            explainer = self._explainers[number] = _Explainer(self.rules[number].when)
        return explainer

    def _error(self, number: int, error: Exception) -> RuleError:
        rule = self.rules[number]
        return RuleError(rule.id, rule.name, f"{type(error).__name__}: {error}")


class _Explainer:
    """Tests the single conditions of a rule, by the code that the rule itself is made of."""

    def __init__(self, when: Base) -> None:
        self._when = when
        self._leaves = [each for each in walk(when) if not each.parts()]
        self._program = compile_tests(self._leaves, "conditions")

    def explain(self, facts: Facts) -> list[Held]:
        numbers: list[int] = []
        failed: list[Failure] = []
        self._program(facts, False, numbers, failed)
        unknown = {number for number, _ in failed}
        known = {
            id(leaf): number in numbers
            for number, leaf in enumerate(self._leaves)
            if number not in unknown
        }
        return _reasons(self._when, True, known, facts) or []


def _reasons(
    condition: Base, wanted: bool, known: dict[int, bool], facts: Facts
) -> list[Held] | None:
    """Why `condition` is what was wanted, None when it is not."""
    if isinstance(condition, Not):
        return _reasons(condition.condition, not wanted, known, facts)
    parts = condition.parts()
    if not parts:
        if known.get(id(condition)) is not wanted:
            return None
        values = condition.values(facts)
        return [Held(condition.type, condition.describe(), values, negated=not wanted)]
    found = [_reasons(part, wanted, known, facts) for part in parts]
    fitting = [reasons for reasons in found if reasons is not None]
    needs_every_part = isinstance(condition, AllOf) is wanted
    if not fitting or (needs_every_part and len(fitting) < len(found)):
        return None
    return [reason for reasons in fitting for reason in reasons]


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
