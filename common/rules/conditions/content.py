"""Conditions on what was found in one piece of content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from common.domain.content_class import ClassModality
from common.domain.labels import SEVERITIES, Severity
from common.engines.registry import ENGINES
from common.engines.unserved import UNSERVED
from common.rules.class_table import ANY, USUAL_THRESHOLD, ClassTable, class_key
from common.rules.compiler import Code
from common.rules.conditions.base import (
    Base,
    ClassNames,
    ListNames,
    NamesOrNone,
    Values,
    either,
    not_judged_by,
)
from common.rules.conditions.measures import (
    MAY_LACK,
    UNKNOWN,
    Datum,
    Quantity,
    Test,
    fact,
    graded,
)
from common.rules.facts import Facts

Measure = TypeVar("Measure", int, float)


def _known_engines(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in ENGINES and name not in UNSERVED:
            raise ValueError(f"names the engine {name!r}, which does not exist")
    return names


def _over_threshold(key: str) -> Quantity:
    return Quantity(("over", key), f"score of {key} over its threshold", -1, 1, False, MAY_LACK)


class ClassifiedAs(Base):
    """Of one of the classes. Each is one of the app's table, or a label of engines where the table
    has none of that name, or where it is to be `exact`. Without `threshold` and `severity` a class
    counts from its automatic threshold on, a label from 0.5.
    """

    scopes = ("post", "reported_post")

    type: Literal["classified_as"] = "classified_as"
    modality: ClassModality = "text"
    exact: bool = False
    classes: ClassNames
    threshold: Annotated[float, Field(ge=0, le=1, strict=True)] | None = None
    severity: Severity | None = None

    @field_validator("severity")
    @classmethod
    def _one_measure(cls, severity: Severity | None, info: ValidationInfo) -> Severity | None:
        if severity is not None and info.data.get("threshold") is not None:
            raise ValueError("give threshold or severity, not both")
        return severity

    def code(self, out: Code) -> str:
        found = "severities" if self.severity else "classes"
        # Most content is clean: one comparison settles it, whatever the number of classes.
        bounded = self.severity is None and self.threshold is not None
        worth_a_look = f"best >= {out.constant(self.threshold or 0.0)}" if bounded else found
        tests = (self._test(out, found, key) for key in self._keys())
        known = f"({worth_a_look} and ({' or '.join(tests)}))"
        if not out.asks_what_may_be:
            return known
        named = (ANY, *self.classes, *(() if self.exact else map(class_key, self._keys())))
        missing = (f"{out.constant(name)} in unknown" for name in named)
        return f"({known} or (unknown and ({' or '.join(missing)})))"

    def _test(self, out: Code, found: str, key: str) -> str:
        label, own = out.constant(key), out.constant(class_key(key))
        least = out.constant(self._least)
        score = f"{found}.get({label}, -1)"
        if self.exact:
            return f"{score} >= {least}"
        if self._is_automatic:
            least = f"table.automatic.get({own}, {least})"
        return f"{found}.get({own}, {score}) >= {least}"

    def values(self, facts: Facts) -> Values:
        if self.severity is None:
            return self._measured(facts.classes) | self._thresholds(facts.table)
        return {key: SEVERITIES[n - 1] for key, n in self._measured(facts.severities).items() if n}

    def _measured(self, found: Mapping[str, Measure]) -> dict[str, Measure]:
        """By the names that the rule has for them."""
        measured = {key: found.get(self._seen_as(key), found.get(key)) for key in self._keys()}
        return {key: value for key, value in measured.items() if value is not None}

    def gap(self, facts: Facts) -> float:
        """Between the nearest class's score and where it counts from; 1 where severities decide."""
        if self.severity:
            return 1.0
        scores, table = self._measured(facts.classes), facts.table
        return min(
            abs(
                (self._automatic(key, table) if self._is_automatic else self._score)
                - scores.get(key, 0.0)
            )
            for key in self._keys()
        )

    def _automatic(self, key: str, table: ClassTable) -> float:
        return table.automatic.get(self._seen_as(key), USUAL_THRESHOLD)

    def _thresholds(self, table: ClassTable) -> dict[str, float]:
        """Those that the app's table has, which the condition's own words do not tell."""
        if not self._is_automatic:
            return {}
        found = {key: table.automatic.get(self._seen_as(key)) for key in self._keys()}
        name = "automatic_threshold"
        names = {key: name if len(found) == 1 else f"{key} {name}" for key in found}
        return {names[key]: least for key, least in found.items() if least is not None}

    def missing(self, facts: Facts) -> Sequence[str]:
        return not_judged_by(facts, partial(self._might_be_of, facts.table))

    def tests(self) -> Sequence[Test]:
        """What a class has for an automatic threshold is the app's: its score is seen over that."""
        if self._is_automatic:
            return [Test(_over_threshold(key), "gte", 0) for key in self._keys()]
        what, least = ("severity", self._level) if self.severity else ("score", self._score)
        levels = SEVERITIES if self.severity else ()
        low, high, whole = (1, len(SEVERITIES), True) if self.severity else (0, 1, False)
        return [
            Test(
                Quantity(
                    (what, self._seen_as(key)),
                    f"{what} of {key}",
                    low,
                    high,
                    whole,
                    MAY_LACK,
                    levels,
                ),
                "gte",
                least,
            )
            for key in self._keys()
        ]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        found: Mapping[str, float] = self._measured(
            facts.severities if self.severity else facts.classes
        )
        if self._is_automatic:
            found = {key: score - self._automatic(key, facts.table) for key, score in found.items()}
        return [
            graded(found.get(key), is_all=facts.unknown.isdisjoint((ANY, name, self._seen_as(key))))
            for key, name in zip(self._keys(), self.classes, strict=True)
        ]

    def _might_be_of(self, table: ClassTable, name: str) -> bool:
        engine = ENGINES.get(name)
        if engine is None or not engine.labels:
            return engine is None or not engine.names_lists
        given = frozenset(engine.labels)
        wanted = {*self.classes, *map(self._seen_as, self._keys())}
        return not wanted.isdisjoint(given if self.exact else table.unknown(given))

    def describe(self) -> str:
        what = f"{self.modality} classified as {either(self.classes)}"
        if self._is_automatic:
            return what
        least = f"severity {self.severity}" if self.severity else f"score {self._score:g}"
        return f"{what}, {least} or more"

    @property
    def _is_automatic(self) -> bool:
        return not self.exact and self.threshold is None and self.severity is None

    @property
    def _score(self) -> float:
        return USUAL_THRESHOLD if self.threshold is None else self.threshold

    @property
    def _level(self) -> int:
        return SEVERITIES.index(self.severity) + 1 if self.severity else 0

    @property
    def _least(self) -> float | int:
        return self._level if self.severity else self._score

    def _seen_as(self, key: str) -> str:
        return key if self.exact else class_key(key)

    def _keys(self) -> tuple[str, ...]:
        return tuple(f"{self.modality}:{name}" for name in self.classes)

    def class_names(self) -> Sequence[str]:
        return () if self.exact else self._keys()


class NeedsReview(Base):
    """A class has reached its threshold for review, or the policy asks for anything but keep; `by`
    leaves one of the two.
    """

    scopes = ("post", "reported_post")

    type: Literal["needs_review"] = "needs_review"
    by: Literal["classes", "policy"] | None = None

    def code(self, out: Code) -> str:
        if self.by == "policy":
            return "needs_review"
        tests = ["(classes and bool(table.for_review(classes)))"]
        if self.by is None:
            tests.insert(0, "needs_review")
        if out.asks_what_may_be:
            tests.append(f"not unknown.isdisjoint(({out.constant(ANY)}, *table.review))")
        return f"({' or '.join(tests)})"

    def values(self, facts: Facts) -> Values:
        policy = {} if self.by == "classes" else {"needs_review": facts.needs_review}
        return policy | ({} if self.by == "policy" else facts.table.for_review(facts.classes))

    def tests(self) -> Sequence[Test]:
        if self.by == "policy":
            return [fact("the need of a review", "needs_review")]
        return [fact("the need of a review", "needs_review", str(self.by), unknown=True)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        table = facts.table
        is_asked = self.by != "classes" and facts.needs_review
        if is_asked or self.by == "policy":
            return [is_asked]
        if table.for_review(facts.classes):
            return [True]
        return [False if facts.unknown.isdisjoint((ANY, *table.review)) else UNKNOWN]

    def describe(self) -> str:
        if self.by == "policy":
            return "needs review under the policy"
        of_classes = "needs review by the thresholds of its classes"
        return of_classes if self.by == "classes" else f"{of_classes} or under the policy"

    def missing(self, facts: Facts) -> Sequence[str]:
        return not_judged_by(facts)


class InList(Base):
    scopes = ("post", "reported_post")

    type: Literal["in_list"] = "in_list"
    lists: ListNames

    def code(self, out: Code) -> str:
        tests = (f"{out.constant(name)} in lists" for name in self.lists)
        known = f"(lists and ({' or '.join(tests)}))"
        return f"({known} or 'block_list' in not_judged)" if out.asks_what_may_be else known

    def values(self, facts: Facts) -> Values:
        return {name: name in facts.lists for name in self.lists}

    def tests(self) -> Sequence[Test]:
        return [fact(f"text in list {name}", "list", name, unknown=True) for name in self.lists]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        missing = UNKNOWN if "block_list" in facts.not_judged else False
        return [name in facts.lists or missing for name in self.lists]

    def missing(self, facts: Facts) -> Sequence[str]:
        return not_judged_by(facts, "block_list".__eq__)

    def describe(self) -> str:
        return f"text in list {either(self.lists)}"

    def list_names(self) -> Sequence[str]:
        return self.lists


class NotJudged(Base):
    """An engine did not judge, or not all: one of those that are named, or any."""

    scopes = ("post", "reported_post")

    type: Literal["not_judged"] = "not_judged"
    engines: Annotated[NamesOrNone, AfterValidator(_known_engines)] = ()

    def code(self, out: Code) -> str:
        tests = [f"{out.constant(name)} in not_judged" for name in self.engines]
        return f"(not_judged and ({' or '.join(tests) or 'True'}))"

    def values(self, facts: Facts) -> Values:
        return {
            name: True
            for name in sorted(facts.not_judged)
            if name in self.engines or not self.engines
        }

    def tests(self) -> Sequence[Test]:
        if not self.engines:
            return [fact("an engine that did not judge", "not_judged")]
        return [fact(f"{name} not judging", "not_judged", name) for name in self.engines]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        if not self.engines:
            return [bool(facts.not_judged)]
        return [name in facts.not_judged for name in self.engines]

    def describe(self) -> str:
        return f"not judged by {either(self.engines) or 'an engine'}"


ContentCondition = ClassifiedAs | NeedsReview | InList | NotJudged
