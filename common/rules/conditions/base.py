"""What all conditions share: their base class, the types of their fields, the bounds of a tree.

A new condition is one class in its family's module, named in the union at that module's end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
)

from common.domain.history import MAX_WINDOW
from common.domain.times import DAY, HOUR, MINUTE, SECOND
from common.engines.floods.limits import Limit
from common.rules.compiler import Code
from common.rules.facts import Facts

Scope = Literal["post", "user", "reported_post", "reported_user"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
Operator = Literal["gt", "gte", "lt", "lte", "eq"]
PropertyOperator = Literal["exists", "contains", "gt", "gte", "lt", "lte", "eq"]
Values = Mapping[str, float | int | str | bool]

T = TypeVar("T")

MAX_DEPTH = 8
MAX_NODES = 100
MOST_PARTS = 20

SYMBOLS: dict[Operator, str] = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "eq": "=="}
WORDS: dict[Operator, str] = {
    "gt": "more than",
    "gte": "at least",
    "lt": "less than",
    "lte": "at most",
    "eq": "exactly",
}
_UNITS = {"m": MINUTE, "h": HOUR, "d": DAY}
_PERIOD = re.compile(r"(?:[0-9]{1,9}[smhdw])+")
_PERIOD_UNITS = {"s": SECOND, **_UNITS, "w": 7 * DAY}
LONGEST_PERIOD = 3650 * DAY


def nanoseconds(window: str) -> int:
    match = re.fullmatch(r"([0-9]{1,6})([mhd])", window)
    length = int(match[1]) * _UNITS[match[2]] if match else 0
    if not MINUTE <= length <= MAX_WINDOW:
        raise ValueError("a number with m, h or d, from 1m to 90d, for example 24h")
    return length


def _checked_window(window: str) -> str:
    nanoseconds(window)
    return window


def period(text: str) -> int:
    """Nanoseconds of `90s`, `24h`, `7d`, `2w` or `1h30m`. Raises ValueError for others, and for
    more than ten years.
    """
    parts = re.findall(r"([0-9]+)([smhdw])", text) if _PERIOD.fullmatch(text) else []
    length = sum(int(number) * _PERIOD_UNITS[unit] for number, unit in parts)
    if not SECOND <= length <= LONGEST_PERIOD:
        raise ValueError("numbers with s, m, h, d or w, from 1s to 3650d, for example 24h")
    return length


def _checked_period(text: str) -> str:
    period(text)
    return text


def some(items: tuple[T, ...]) -> tuple[T, ...]:
    """For `min_length` of tuples, which complains about a tuple of invalid items as well."""
    if not items:
        raise ValueError("give at least one")
    return items


@dataclass(frozen=True, slots=True)
class Known:
    """What an app has that conditions may name, as a validation's context: without it, as for what
    is stored, any name will do.
    """

    lists: Collection[str]


def _known_lists(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    if isinstance(info.context, Known):
        for name in names:
            if name not in info.context.lists:
                raise ValueError(f"names the block list {name!r}, which does not exist")
    return names


Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Names = Annotated[tuple[Name, ...], Field(max_length=50), AfterValidator(some)]
NamesOrNone = Annotated[tuple[Name, ...], Field(max_length=50)]
ListNames = Annotated[Names, AfterValidator(_known_lists)]
ListNamesOrNone = Annotated[NamesOrNone, AfterValidator(_known_lists)]
Window = Annotated[str, AfterValidator(_checked_window)]
Period = Annotated[str, AfterValidator(_checked_period)]
Count = Annotated[int, Field(ge=0, le=10**9, strict=True)]


class Base(BaseModel):
    """A condition: its fields, and in which scopes it fits.

    `code` is an expression over the facts (see `Code`), `values` is what the condition saw (for the
    moderation log), `describe` says the condition in words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    scopes: ClassVar[tuple[Scope, ...]] = SCOPES
    uses_history: ClassVar[bool] = False
    uses_author: ClassVar[bool] = False
    uses_address: ClassVar[bool] = False

    type: str

    def code(self, out: Code) -> str:
        raise NotImplementedError

    def values(self, facts: Facts) -> Values:
        raise NotImplementedError

    def describe(self) -> str:
        raise NotImplementedError

    def parts(self) -> Sequence[Base]:
        return ()

    def list_names(self) -> Sequence[str]:
        return ()

    def category_names(self) -> Sequence[str]:
        return ()

    def limits(self) -> Mapping[str, Limit]:
        """On what was posted lately, each under the name that it is counted by."""
        return {}

    def marks(self) -> Mapping[str, Base]:
        """Conditions for whose posts histories keep a count, each under its name there."""
        return {}


class ThreeValued(Base):
    """Its verdict is None where what it looks at is not known."""

    def verdict(self, out: Code) -> str:
        raise NotImplementedError

    def code(self, out: Code) -> str:
        return f"({self.verdict(out)} is {'not False' if out.asks_what_may_be else 'True'})"


def walk(condition: Base) -> Iterator[Base]:
    yield condition
    for part in condition.parts():
        yield from walk(part)


def either(names: Sequence[str]) -> str:
    return " or ".join(names)


def bounded(tree: object) -> object:
    """Looks at the raw tree level by level, so that no depth can exhaust the stack."""
    level, depth, nodes = [tree], 0, 0
    while level:
        depth, nodes = depth + 1, nodes + len(level)
        if depth > MAX_DEPTH:
            raise ValueError(f"conditions nest {MAX_DEPTH} levels deep at most")
        if nodes > MAX_NODES:
            raise ValueError(f"a rule has {MAX_NODES} conditions at most")
        level = [part for each in level for part in _raw_parts(each)]
    return tree


def count(tree: object) -> int:
    """The conditions of a raw tree that is `bounded`, groups among them."""
    return 1 + sum(map(count, _raw_parts(tree)))


def _raw_parts(node: object) -> Sequence[object]:
    if isinstance(node, Base):
        return node.parts()
    if not isinstance(node, Mapping):
        return ()
    several = node.get("conditions")
    parts = list(several) if isinstance(several, list | tuple) else []
    return [*parts, node["condition"]] if "condition" in node else parts
