"""An order in which severe items do not come one after the other, as long as there are others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def spaced(items: Sequence[T], is_severe: Callable[[T], bool]) -> list[T]:
    """All of them, as they came where nothing has to give way: a severe one does behind another,
    and others do where there would be too few of them left to stand between. A page may follow one
    that ended with a severe item, so it begins with none.
    """
    severe = deque((n, each) for n, each in enumerate(items) if is_severe(each))
    others = deque((n, each) for n, each in enumerate(items) if not is_severe(each))
    found: list[T] = []
    was_severe = True
    while severe and others:
        is_next = severe[0][0] < others[0][0] or len(severe) > len(others)
        takes_severe = is_next and not was_severe
        found.append((severe if takes_severe else others).popleft()[1])
        was_severe = takes_severe
    return [*found, *(each for _, each in (*severe, *others))]
