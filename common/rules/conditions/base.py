"""What all conditions share: their base class, the types of their fields, the bounds of a tree.

A new condition is one class in its family's module, named in the union at that module's end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
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
from common.rules.conditions.measures import Datum, Test
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
    categories: Collection[str] | None = None
    user_lists: Collection[str] | None = None
    strike_policies: Collection[str] | None = None
    classes: Mapping[str, Collection[str]] | None = None
    labels: Mapping[str, Collection[str]] | None = None
    """Both by modality."""


def _known_categories(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    if isinstance(info.context, Known) and info.context.categories is not None:
        for name in names:
            if name not in info.context.categories:
                raise ValueError(f"names the report category {name!r}, which does not exist")
    return names


def _known_user_lists(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    if isinstance(info.context, Known) and info.context.user_lists is not None:
        for name in names:
            if name not in info.context.user_lists:
                raise ValueError(f"names the user list {name!r}, which does not exist")
    return names


def _known_strike_policy(name: str, info: ValidationInfo) -> str:
    known = info.context.strike_policies if isinstance(info.context, Known) else None
    if known is not None and name not in known:
        raise ValueError(f"names the strike policy {name!r}, which does not exist")
    return name


def _known_lists(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    if isinstance(info.context, Known):
        for name in names:
            if name not in info.context.lists:
                raise ValueError(f"names the block list {name!r}, which does not exist")
    return names


def _known_classes(names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """The fields `modality` and `exact` stand before them."""
    modality, exact = info.data.get("modality"), bool(info.data.get("exact"))
    if exact and modality == "visual":
        raise ValueError("cannot be exact: engines' labels are of images or of videos")
    known = info.context
    if not isinstance(known, Known) or known.classes is None or known.labels is None:
        return names
    there = {*known.labels.get(str(modality), ())}
    if not exact:
        there.update(known.classes.get(str(modality), ()))
    for name in names:
        if name not in there:
            raise ValueError(_unknown_class(name, str(modality), there))
    return names


def _unknown_class(name: str, modality: str, there: Collection[str]) -> str:
    folded = {each.casefold(): each for each in sorted(there)}
    near = [folded[each] for each in get_close_matches(name.casefold(), folded)]
    problem = f"names {name!r}, which is no class of {modality} and no label of a policy's engine"
    return f"{problem}: {' or '.join(map(repr, near))} is" if near else problem


Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Names = Annotated[tuple[Name, ...], Field(max_length=50), AfterValidator(some)]
NamesOrNone = Annotated[tuple[Name, ...], Field(max_length=50)]
ClassNames = Annotated[Names, AfterValidator(_known_classes)]
ClassNamesOrNone = Annotated[NamesOrNone, AfterValidator(_known_classes)]
ListNames = Annotated[Names, AfterValidator(_known_lists)]
CategoryNames = Annotated[NamesOrNone, AfterValidator(_known_categories)]
ListNamesOrNone = Annotated[NamesOrNone, AfterValidator(_known_lists)]
UserListNames = Annotated[Names, AfterValidator(_known_user_lists)]
UserListNamesOrNone = Annotated[NamesOrNone, AfterValidator(_known_user_lists)]
StrikePolicyName = Annotated[Name, AfterValidator(_known_strike_policy)]
Window = Annotated[str, AfterValidator(_checked_window)]
Period = Annotated[str, AfterValidator(_checked_period)]
Count = Annotated[int, Field(ge=0, le=10**9, strict=True)]


class Base(BaseModel):
    """A condition: its fields, and in which scopes it fits.

    `code` is an expression over the facts (see `Code`), `values` is what the condition saw (for the
    moderation log), `describe` says the condition in words, and `missing` what of the facts has to
    be known to say whether it holds, and is not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    scopes: ClassVar[tuple[Scope, ...]] = SCOPES
    uses_history: ClassVar[bool] = False
    uses_author: ClassVar[bool] = False
    uses_address: ClassVar[bool] = False
    uses_strikes: ClassVar[bool] = False

    type: str

    def code(self, out: Code) -> str:
        raise NotImplementedError

    def values(self, facts: Facts) -> Values:
        raise NotImplementedError

    def describe(self) -> str:
        raise NotImplementedError

    def tests(self) -> Sequence[Test]:
        """What it is made of: it holds where one of them does. None where it is no comparison."""
        return ()

    def seen(self, _: Facts) -> Sequence[Datum]:
        """What each of its tests looks at."""
        return ()

    def missing(self, _: Facts) -> Sequence[str]:
        return ("what it looks at is not known",)

    def parts(self) -> Sequence[Base]:
        return ()

    def joint(self) -> str:
        """The word that joins its parts."""
        return ""

    @property
    def looks_at_reports(self) -> bool:
        """Whether it looks at them one by one."""
        return False

    @property
    def weighs(self) -> bool:
        """Whether it asks what a report is worth."""
        return False

    @property
    def asks_for_reporters(self) -> bool:
        """Whether it asks who the reporters are."""
        return False

    def list_names(self) -> Sequence[str]:
        return ()

    def strike_policy_names(self) -> Sequence[str]:
        return ()

    def user_list_names(self) -> Sequence[str]:
        return ()

    def class_names(self) -> Sequence[str]:
        """The classes of the app's table that it may mean, as "modality:class"."""
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


def not_judged_by(facts: Facts, might: Callable[[str], bool] = bool) -> Sequence[str]:
    """Which of the engines that did not judge `might` have said what is asked."""
    found = [f"{name} did not judge" for name in sorted(facts.not_judged) if might(name)]
    return found or ("an engine did not judge",)


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
