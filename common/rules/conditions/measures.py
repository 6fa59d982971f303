"""What conditions compare: quantities, each with what it may be, and tests of them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import Enum
from math import inf
from operator import eq, ge, gt, le, lt
from typing import Literal, cast


class Lacking(Enum):
    """In place of what was seen: `ABSENT` where there is none of it, of which no test holds, and
    `UNKNOWN` where nobody can say. `PARTLY` of what may also be known to be so much at least.
    """

    ABSENT = "absent"
    UNKNOWN = "unknown"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So much was seen, and it may be more."""

    value: float


ABSENT, UNKNOWN, PARTLY = Lacking.ABSENT, Lacking.UNKNOWN, Lacking.PARTLY
Datum = float | str | bool | Lacking | AtLeast
TestOperator = Literal["gt", "gte", "lt", "lte", "eq", "in", "is"]
_ORDERS = {"gt": gt, "gte": ge, "lt": lt, "lte": le, "eq": eq}


@dataclass(frozen=True, slots=True)
class Quantity:
    """The same for conditions with the same `key`. Of what is no number (`low` is None), a test is
    that it is one of some names, or that it is so. `lacks` says what may stand in its place.
    `levels` are the names of numbers from 1, `unit` is how many make one of what is shown.
    """

    key: tuple[Hashable, ...]
    name: str = field(compare=False)
    low: float | None = field(default=None, compare=False)
    high: float = field(default=inf, compare=False)
    whole: bool = field(default=True, compare=False)
    lacks: frozenset[Lacking] = field(default=frozenset(), compare=False)
    levels: tuple[str, ...] = field(default=(), compare=False)
    unit: int = field(default=1, compare=False)

    @property
    def is_number(self) -> bool:
        return self.low is not None

    def shown(self, value: Datum) -> float | str | bool | None:
        if isinstance(value, Lacking):
            return None
        if isinstance(value, AtLeast):
            value = value.value
        if self.levels and isinstance(value, int | float):
            return self.levels[int(value) - 1] if 1 <= value <= len(self.levels) else None
        if self.unit != 1 and isinstance(value, int | float):
            return value / self.unit
        return value


@dataclass(frozen=True, slots=True)
class Test:
    """`wanted` is what a number is compared with, the names for `in`, and True for `is`."""

    quantity: Quantity
    operator: TestOperator
    wanted: float | bool | frozenset[str]

    def of(self, seen: Datum) -> bool | None:
        if seen is UNKNOWN:
            return None
        if seen is ABSENT:
            return False
        if isinstance(seen, AtLeast):
            return _ORDERS[self.operator](seen.value, cast(float, self.wanted)) or None
        if self.operator == "in":
            return isinstance(self.wanted, frozenset) and seen in self.wanted
        if self.operator == "is":
            return seen is self.wanted
        return bool(_ORDERS[self.operator](cast(float, seen), cast(float, self.wanted)))


MAY_LACK = frozenset({ABSENT, UNKNOWN, PARTLY})
MAY_BE_UNKNOWN = frozenset({UNKNOWN})


def graded(seen: float | None, *, is_all: bool) -> Datum:
    """What engines said, which is all only if each of them judged."""
    if seen is None:
        return ABSENT if is_all else UNKNOWN
    return seen if is_all else AtLeast(seen)


def fact(name: str, *key: Hashable, unknown: bool = False) -> Test:
    """That it is so."""
    lacks = MAY_BE_UNKNOWN if unknown else frozenset[Lacking]()
    return Test(Quantity(key, name, lacks=lacks), "is", True)


def choice(name: str, key: Hashable, among: frozenset[str], *, unknown: bool = False) -> Test:
    lacks = MAY_BE_UNKNOWN if unknown else frozenset[Lacking]()
    return Test(Quantity((key,), name, lacks=lacks), "in", among)
