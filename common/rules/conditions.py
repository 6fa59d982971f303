"""The conditions of rules.

A new condition is one class here and its name in `Condition`: its fields, where it fits
(`scopes`), `code` (an expression over the facts, see `Code`), `values` (what it saw, for the
moderation log) and `describe` (itself in words).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from common.domain.labels import SEVERITIES, Modality, Severity
from common.rules.base import (
    SYMBOLS,
    WORDS,
    Base,
    Count,
    Name,
    Names,
    NamesOrNone,
    Operator,
    Scope,
    Values,
    Window,
    bounded,
    either,
    nanoseconds,
    some,
    walk,
)
from common.rules.compiler import Code
from common.rules.facts import Facts


class _Group(Base):
    joined_by: ClassVar[str]

    conditions: Annotated[tuple[Condition, ...], Field(max_length=20), AfterValidator(some)]

    def code(self, out: Code) -> str:
        return "(" + f" {self.joined_by} ".join(each.code(out) for each in self.conditions) + ")"

    def describe(self) -> str:
        return "(" + f" {self.joined_by} ".join(each.describe() for each in self.conditions) + ")"

    def parts(self) -> Sequence[Base]:
        return self.conditions


class AllOf(_Group):
    joined_by = "and"

    type: Literal["all"] = "all"


class AnyOf(_Group):
    joined_by = "or"

    type: Literal["any"] = "any"


class Not(Base):
    type: Literal["not"] = "not"
    condition: Condition

    def code(self, out: Code) -> str:
        return f"(not {self.condition.code(out)})"

    def describe(self) -> str:
        return f"not {self.condition.describe()}"

    def parts(self) -> Sequence[Base]:
        return (self.condition,)


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
        return f"({worth_a_look} and ({' or '.join(tests)}))"

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
    lists: Names

    def code(self, out: Code) -> str:
        tests = (f"{out.constant(name)} in lists" for name in self.lists)
        return f"(lists and ({' or '.join(tests)}))"

    def values(self, facts: Facts) -> Values:
        return {name: name in facts.lists for name in self.lists}

    def describe(self) -> str:
        return f"text in list {either(self.lists)}"

    def list_names(self) -> Sequence[str]:
        return self.lists


class _Counting(Base):
    uses_history = True

    operator: Operator
    window: Window

    def _posts(self, out: Code) -> str:
        return f"posts({out.constant(nanoseconds(self.window))})"

    def _posts_seen(self, facts: Facts) -> int:
        return facts.history.posts(nanoseconds(self.window)) if facts.history else 0


class PostCount(_Counting):
    type: Literal["post_count"] = "post_count"
    value: Count

    def code(self, out: Code) -> str:
        return f"{self._posts(out)} {SYMBOLS[self.operator]} {out.constant(self.value)}"

    def values(self, facts: Facts) -> Values:
        return {"posts": self._posts_seen(facts)}

    def describe(self) -> str:
        return f"{WORDS[self.operator]} {self.value} posts in {self.window}"


class _CountingClassified(_Counting):
    classes: NamesOrNone = ()
    modality: Modality = "text"
    lists: Annotated[NamesOrNone, Field(validate_default=True)] = ()

    @field_validator("lists")
    @classmethod
    def _something_to_count(cls, lists: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not lists and info.data.get("classes") == ():
            raise ValueError("give classes, lists or both")
        return lists

    def list_names(self) -> Sequence[str]:
        return self.lists

    def _wanted(self) -> frozenset[str]:
        classes = {f"{self.modality}:{name}" for name in self.classes}
        return frozenset(classes | {f"list:{name}" for name in self.lists})

    def _classified(self, out: Code) -> str:
        window, wanted = nanoseconds(self.window), self._wanted()
        return f"classified({out.constant(window)}, {out.constant(wanted)})"

    def _classified_seen(self, facts: Facts) -> int:
        if facts.history is None:
            return 0
        return facts.history.classified(nanoseconds(self.window), self._wanted())

    def _what(self) -> str:
        classes = f"{self.modality} classified as {either(self.classes)}" if self.classes else ""
        lists = f"text in list {either(self.lists)}" if self.lists else ""
        return " or ".join(filter(None, (classes, lists)))


class ClassifiedCount(_CountingClassified):
    type: Literal["classified_count"] = "classified_count"
    value: Count

    def code(self, out: Code) -> str:
        return f"{self._classified(out)} {SYMBOLS[self.operator]} {out.constant(self.value)}"

    def values(self, facts: Facts) -> Values:
        return {"classified": self._classified_seen(facts)}

    def describe(self) -> str:
        words = f"{WORDS[self.operator]} {self.value} posts in {self.window}"
        return f"{words} with {self._what()}"


class ClassifiedShare(_CountingClassified):
    """Never holds without posts in the window."""

    type: Literal["classified_share"] = "classified_share"
    percent: Annotated[float, Field(ge=0, le=100, strict=True)]

    def code(self, out: Code) -> str:
        posts, classified = self._posts(out), self._classified(out)
        part = f"{out.constant(self.percent)} * {posts}"
        return f"({posts} > 0 and {classified} * 100 {SYMBOLS[self.operator]} {part})"

    def values(self, facts: Facts) -> Values:
        posts, classified = self._posts_seen(facts), self._classified_seen(facts)
        percent = round(100 * classified / posts, 2) if posts else 0.0
        return {"posts": posts, "classified": classified, "percent": percent}

    def describe(self) -> str:
        words = f"{WORDS[self.operator]} {self.percent:g}% of posts in {self.window}"
        return f"{words} with {self._what()}"


class ReportCount(Base):
    """Reports since the item was created; without categories, for any reason."""

    scopes = ("reported_post", "reported_user")

    type: Literal["report_count"] = "report_count"
    categories: NamesOrNone = ()
    operator: Operator = "gt"
    value: Count = 0

    def code(self, out: Code) -> str:
        counts = (f"reports.get({out.constant(name)}, 0)" for name in self._keys())
        return f"{' + '.join(counts)} {SYMBOLS[self.operator]} {out.constant(self.value)}"

    def values(self, facts: Facts) -> Values:
        return {name or "any": facts.reports.get(name, 0) for name in self._keys()}

    def describe(self) -> str:
        reason = either(self.categories) if self.categories else "any reason"
        return f"{WORDS[self.operator]} {self.value} reports for {reason}"

    def category_names(self) -> Sequence[str]:
        return self.categories

    def _keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.categories)) or ("",)


Condition = Annotated[
    AllOf
    | AnyOf
    | Not
    | ClassifiedAs
    | NeedsReview
    | InList
    | PostCount
    | ClassifiedCount
    | ClassifiedShare
    | ReportCount,
    Field(discriminator="type"),
]


class Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Name
    name: Name
    scope: Scope
    when: Annotated[Condition, BeforeValidator(bounded)]
    actions: Annotated[tuple[Name, ...], Field(max_length=10), AfterValidator(some)]
    position: Annotated[int, Field(strict=True)]
    enabled: bool = True
    created_at: int
    updated_at: int

    @field_validator("when")
    @classmethod
    def _fits_scope(cls, when: Condition, info: ValidationInfo) -> Condition:
        scope = info.data.get("scope")
        for each in walk(when):
            if scope and scope not in each.scopes:
                raise ValueError(f"{each.type} does not fit a rule of scope {scope}")
        return when
