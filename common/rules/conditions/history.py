"""Conditions on what the author has posted in a window of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from common.domain.labels import Modality
from common.rules.compiler import Code
from common.rules.conditions.base import (
    SYMBOLS,
    WORDS,
    Base,
    Count,
    ListNamesOrNone,
    NamesOrNone,
    Operator,
    Values,
    Window,
    either,
    nanoseconds,
)
from common.rules.facts import Facts


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
    lists: Annotated[ListNamesOrNone, Field(validate_default=True)] = ()

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


HistoryCondition = PostCount | ClassifiedCount | ClassifiedShare
