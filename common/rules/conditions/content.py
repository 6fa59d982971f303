"""Conditions on what was found in one piece of content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from common.domain.labels import SEVERITIES, Modality, Severity
from common.engines.registry import ENGINES
from common.engines.unserved import UNSERVED
from common.rules.compiler import Code
from common.rules.conditions.base import Base, ListNames, Names, NamesOrNone, Values, either
from common.rules.facts import ANY, Facts


def _known_engines(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in ENGINES and name not in UNSERVED:
            raise ValueError(f"names the engine {name!r}, which does not exist")
    return names


class ClassifiedAs(Base):
    """Without `threshold` and `severity`, a score of 0.5 is enough."""

    scopes = ("post", "reported_post")

    type: Literal["classified_as"] = "classified_as"
    classes: Names
    modality: Modality = "text"
    threshold: Annotated[float, Field(ge=0, le=1, strict=True)] | None = None
    severity: Severity | None = None

    @field_validator("severity")
    @classmethod
    def _one_measure(cls, severity: Severity | None, info: ValidationInfo) -> Severity | None:
        if severity is not None and info.data.get("threshold") is not None:
            raise ValueError("give threshold or severity, not both")
        return severity

    def code(self, out: Code) -> str:
        found, least = ("severities", self._level) if self.severity else ("classes", self._score)
        # Most content is clean: one comparison settles it, whatever the number of classes.
        worth_a_look = "severities" if self.severity else f"best >= {out.constant(least)}"
        tests = (
            f"{found}.get({out.constant(key)}, -1) >= {out.constant(least)}" for key in self._keys()
        )
        known = f"({worth_a_look} and ({' or '.join(tests)}))"
        if not out.asks_what_may_be:
            return known
        missing = (f"{out.constant(name)} in unknown" for name in (ANY, *self.classes))
        return f"({known} or (unknown and ({' or '.join(missing)})))"

    def values(self, facts: Facts) -> Values:
        if self.severity is None:
            return {key: facts.classes[key] for key in self._keys() if key in facts.classes}
        levels = ((key, facts.severities.get(key, 0)) for key in self._keys())
        return {key: SEVERITIES[level - 1] for key, level in levels if level}

    def describe(self) -> str:
        least = f"severity {self.severity}" if self.severity else f"score {self._score:g}"
        return f"{self.modality} classified as {either(self.classes)}, {least} or more"

    @property
    def _score(self) -> float:
        return 0.5 if self.threshold is None else self.threshold

    @property
    def _level(self) -> int:
        return SEVERITIES.index(self.severity) + 1 if self.severity else 0

    def _keys(self) -> tuple[str, ...]:
        return tuple(f"{self.modality}:{name}" for name in self.classes)


class NeedsReview(Base):
    scopes = ("post", "reported_post")

    type: Literal["needs_review"] = "needs_review"

    def code(self, _: Code) -> str:
        return "needs_review"

    def values(self, facts: Facts) -> Values:
        return {"needs_review": facts.needs_review}

    def describe(self) -> str:
        return "needs review under the policy"


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

    def describe(self) -> str:
        return f"not judged by {either(self.engines) or 'an engine'}"


ContentCondition = ClassifiedAs | NeedsReview | InList | NotJudged
