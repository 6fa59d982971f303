"""Conditions on what the author has posted in a window of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from common.domain.content_class import ClassModality
from common.domain.times import to_rfc3339
from common.rules.compiler import Code
from common.rules.conditions.base import (
    SYMBOLS,
    WORDS,
    Base,
    ClassNamesOrNone,
    Count,
    ListNamesOrNone,
    Operator,
    Values,
    Window,
    either,
    nanoseconds,
)
from common.rules.conditions.measures import ABSENT, Datum, Quantity, Test
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

    def tests(self) -> Sequence[Test]:
        window = nanoseconds(self.window)
        quantity = Quantity(("posts", window), f"posts in {self.window}", 0)
        return [Test(quantity, self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [self._posts_seen(facts)]

    def describe(self) -> str:
        return f"{WORDS[self.operator]} {self.value} posts in {self.window}"


class _CountingClassified(_Counting):
    """Posts that were of a class at its automatic threshold when they were checked, or had a label
    where the table has no class of that name, or where it is to be `exact`.
    """

    modality: ClassModality = "text"
    exact: bool = False
    classes: ClassNamesOrNone = ()
    lists: Annotated[ListNamesOrNone, Field(validate_default=True)] = ()

    @field_validator("lists")
    @classmethod
    def _something_to_count(cls, lists: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if not lists and info.data.get("classes") == ():
            raise ValueError("give classes, lists or both")
        return lists

    def list_names(self) -> Sequence[str]:
        return self.lists

    def class_names(self) -> Sequence[str]:
        return () if self.exact else [f"{self.modality}:{name}" for name in self.classes]

    def _wanted(self) -> frozenset[str]:
        classes = {f"{self.modality}:{name}" for name in self.classes}
        return frozenset(classes | {f"list:{name}" for name in self.lists})

    def _classified(self, out: Code) -> str:
        window, wanted = nanoseconds(self.window), out.constant(self._wanted())
        meant = wanted if self.exact else f"table.tokens({wanted})"
        return f"classified({out.constant(window)}, {meant})"

    def _classified_seen(self, facts: Facts) -> int:
        if facts.history is None:
            return 0
        wanted = self._wanted() if self.exact else facts.table.tokens(self._wanted())
        return facts.history.classified(nanoseconds(self.window), wanted)

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

    def tests(self) -> Sequence[Test]:
        key = ("classified", self.exact, nanoseconds(self.window), self._wanted())
        quantity = Quantity(key, f"posts in {self.window} with {self._what()}", 0)
        return [Test(quantity, self.operator, self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [self._classified_seen(facts)]

    def describe(self) -> str:
        words = f"{WORDS[self.operator]} {self.value} posts in {self.window}"
        return f"{words} with {self._what()}"


class ClassifiedShare(_CountingClassified):
    """Never holds without posts in the window, nor with fewer than `min_posts`."""

    type: Literal["classified_share"] = "classified_share"
    percent: Annotated[float, Field(ge=0, le=100, strict=True)]
    min_posts: Annotated[int, Field(ge=1, le=10**9, strict=True)] = 1

    def code(self, out: Code) -> str:
        posts, classified = self._posts(out), self._classified(out)
        part = f"{out.constant(self.percent)} * {posts}"
        least = out.constant(self.min_posts)
        return f"({posts} >= {least} and {classified} * 100 {SYMBOLS[self.operator]} {part})"

    def values(self, facts: Facts) -> Values:
        posts, classified = self._posts_seen(facts), self._classified_seen(facts)
        percent = round(100 * classified / posts, 2) if posts else 0.0
        since = facts.history.since if facts.history else None
        known = {"history_since": to_rfc3339(since)} if since is not None else {}
        return {"posts": posts, "classified": classified, "percent": percent, **known}

    def tests(self) -> Sequence[Test]:
        key = ("share", self.min_posts, self.exact, nanoseconds(self.window), self._wanted())
        name = f"percent of posts in {self.window} with {self._what()}"
        quantity = Quantity(key, name, 0, 100, False, frozenset({ABSENT}))
        return [Test(quantity, self.operator, self.percent)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        posts, classified = self._posts_seen(facts), self._classified_seen(facts)
        return [100 * classified / posts if posts >= self.min_posts else ABSENT]

    def describe(self) -> str:
        words = f"{WORDS[self.operator]} {self.percent:g}% of posts in {self.window}"
        if self.min_posts > 1:
            words = f"{words} ({self.min_posts} or more)"
        return f"{words} with {self._what()}"


HistoryCondition = PostCount | ClassifiedCount | ClassifiedShare
