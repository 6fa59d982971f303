"""What lists are asked for, and their pages, which are left in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any, Generic, TypeVar

import orjson

from common.moderation.filtering import cursors
from common.moderation.filtering.cursors import Direction, Mark
from common.moderation.filtering.sorting import Sorted

T = TypeVar("T")
DEFAULT_LIMIT = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the documents, in which order, how much, and where to go on: after the page that gave
    `cursor` as its `next`, or before the one that gave `prev`. A limit of 0 asks for none.
    `only` is what there is for who asks, whatever the filter.
    """

    filter: Mapping[str, Any] | None = None
    sort: Any = None
    limit: int | None = None
    cursor: str | None = None
    prev: str | None = None
    only: Callable[[Any], bool] | None = None

    @property
    def wanted(self) -> int:
        return DEFAULT_LIMIT if self.limit is None else self.limit


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """`next` and `prev` are set where there may be more, after the page and before it; a page that
    was looked for can be shorter than asked for.
    """

    documents: list[T]
    next: str | None = None
    prev: str | None = None


def page_of(
    documents: Iterable[T],
    asked: Asked,
    sorts: Sequence[Sorted],
    name: str,
    read: Callable[[T, str], Any] | None = None,
) -> Paged[T]:
    """Of a list that is all in memory: sorted, ties by id, and from where the cursor says.

    `name` tells the list's cursors from other lists'; `read` reads a field of a document, which is
    a mapping where nothing is said. Fields that are missing come first. Raises BadCursor.
    """
    value_of = read or _field
    order = order_name(name, sorts)
    direction, mark = cursors.asked(order, asked.cursor, asked.prev, len(sorts) + 1)
    if asked.wanted == 0:
        return none_of(asked)
    descending = [each.descending for each in sorts]
    descending.append(descending[0] if descending else False)
    compare = _comparison(descending)

    def place_of(document: T) -> tuple[Any, ...]:
        return (*(value_of(document, each.field) for each in sorts), value_of(document, "id"))

    key = cmp_to_key(compare)
    placed = [(place_of(each), each) for each in documents]
    placed.sort(key=lambda each: key(each[0]))
    start, end = _window([place for place, _ in placed], direction, mark, asked.wanted, compare)
    page = placed[start:end]

    def cursor(direction: Direction, place: tuple[Any, ...], *, includes: bool) -> str:
        return cursors.encoded(order, direction, Mark(place, includes))

    following = previous = None
    if end < len(placed):
        following = cursor("next", placed[end][0], includes=True)
    if start > 0:
        previous = cursor("prev", placed[start - 1][0], includes=True)
    return Paged([document for _, document in page], following, previous)


def none_of(asked: Asked) -> Paged[Any]:
    """A page of none, which is left where it was reached."""
    return Paged([], asked.cursor or None, asked.prev or None)


def order_name(name: str, sorts: Sequence[Sorted]) -> str:
    return orjson.dumps([name, *([each.field, each.descending] for each in sorts)]).decode()


def _window(
    places: Sequence[tuple[Any, ...]],
    direction: Direction,
    mark: Mark | None,
    wanted: int,
    compare: Callable[[Any, Any], int],
) -> tuple[int, int]:
    if mark is None:
        return 0, min(wanted, len(places))
    where = [compare(place, mark.place) for place in places]
    if direction == "next":
        start = sum(1 for each in where if each < 0 or (each == 0 and not mark.includes))
        return start, min(start + wanted, len(places))
    end = sum(1 for each in where if each < 0 or (each == 0 and mark.includes))
    return max(0, end - wanted), end


def _field(document: Any, name: str) -> Any:
    return document.get(name)


def _comparison(descending: Sequence[bool]) -> Callable[[Any, Any], int]:
    def compare(one: Sequence[Any], other: Sequence[Any]) -> int:
        for mine, yours, down in zip(one, other, descending, strict=True):
            a, b = rank(mine), rank(yours)
            if a != b:
                return (-1 if a < b else 1) * (-1 if down else 1)
        return 0

    return compare


def rank(value: Any) -> tuple[int, Any]:
    """Sorts values of any types: what is missing first, then numbers, then texts."""
    if value is None:
        return 0, 0
    if isinstance(value, int | float):
        return 1, value
    return (2, value) if isinstance(value, str) else (3, 0)
