"""Conditions on what was posted lately: the same again and again, or here and there.

A check counts what was posted before it and keeps the number in its item, where rules find it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from common.domain.ids import derived_id
from common.domain.times import DAY
from common.engines.floods.counting import DISTANCE, MOST_COUNTED
from common.engines.floods.limits import Alike, Limit
from common.rules.compiler import Code
from common.rules.conditions.base import Period, ThreeValued, Values, period
from common.rules.conditions.measures import MAY_BE_UNKNOWN, Datum, Quantity, Test
from common.rules.conditions.payloads import known_or
from common.rules.facts import Facts

LONGEST = 7 * DAY
_LETTERS = 10


def _short(window: str) -> str:
    if period(window) > LONGEST:
        raise ValueError("is 7d at most: longer ago nothing is compared")
    return window


Recently = Annotated[Period, AfterValidator(_short)]
Many = Annotated[int, Field(ge=2, le=MOST_COUNTED, strict=True)]
Allowed = Annotated[str, Field(min_length=1, max_length=1_000)]


class _Counted(ThreeValued):
    scopes = ("post", "user", "reported_post")

    value: Many
    window: Recently

    def verdict(self, out: Code) -> str:
        return f"compare(content.counted({out.constant(self._key)}), 'gte', {self.value})"

    def values(self, facts: Facts) -> Values:
        count = facts.content.counted(self._key)
        return {} if count is None else {"counted": count}

    def tests(self) -> Sequence[Test]:
        quantity = Quantity(("counted", self._key), "posts counted", 0, lacks=MAY_BE_UNKNOWN)
        return [Test(quantity, "gte", self.value)]

    def seen(self, facts: Facts) -> Sequence[Datum]:
        return [known_or(facts.content.counted(self._key))]

    def missing(self, _: Facts) -> Sequence[str]:
        return ("it was not counted when the content was checked",)

    def limits(self) -> Mapping[str, Limit]:
        return {self._key: self._limit()}

    @property
    def _key(self) -> str:
        """The same for the same fields, so that the same limit of two rules is counted once."""
        return derived_id("limit", self.model_dump_json())[:16]

    def _limit(self) -> Limit:
        raise NotImplementedError


class RepeatedText(_Counted):
    """With the content there are `value` posts of the same text, or of one like it, of the author
    or of everybody. `distance` is in bits of 64; texts of fewer than `min_letters` letters and
    digits, and those `allowed`, are never repeated.
    """

    type: Literal["repeated_text"] = "repeated_text"
    alike: Literal["identical", "similar"] = "identical"
    of: Literal["author", "everybody"] = "author"
    distance: Annotated[int, Field(ge=0, le=16, strict=True)] = DISTANCE
    min_letters: Annotated[int, Field(ge=1, le=1_000, strict=True)] = _LETTERS
    allowed: Annotated[tuple[Allowed, ...], Field(max_length=1_000)] = ()

    def describe(self) -> str:
        return f"{self.alike} text posted {self.value} times by {self._who} in {self.window}"

    @property
    def _who(self) -> str:
        return "the user" if self.of == "author" else "anybody"

    def _limit(self) -> Limit:
        from common.engines.floods.fingerprints import identity

        alike: Alike = self.alike
        return Limit(
            self.value,
            period(self.window),
            alike,
            self.distance if self.alike == "similar" else 0,
            least_letters=self.min_letters,
            allowed=frozenset(map(identity, self.allowed)),
            of_all=self.of == "everybody",
            key=self._key,
        )


class ChannelCount(_Counted):
    """The author has posted in `value` channels: those that contents name as `channel_cid`."""

    type: Literal["channel_count"] = "channel_count"

    def describe(self) -> str:
        return f"posts of the user in {self.value} channels in {self.window}"

    def _limit(self) -> Limit:
        return Limit(self.value, period(self.window), channels=self.value, key=self._key)


LatelyCondition = RepeatedText | ChannelCount
