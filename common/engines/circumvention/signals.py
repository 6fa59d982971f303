"""One sign of an attempt to leave the platform."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

MOST_SIGNALS = 100
"""Of one kind in one text. More would not change the score."""


class Signal(NamedTuple):
    """Characters `start` to `end` of a text, and how likely that is a way out."""

    kind: str
    start: int
    end: int
    probability: float


class LazyPattern:
    """Compiled for the first text that needs it, not at every start of a function."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._compiled.match(text, start)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self._compiled.search(text, start, len(text) if end is None else end)


def before(text: str, place: int, pattern: LazyPattern, most: int = 64) -> str:
    """What stands directly before `place`. The pattern is written for the text reversed."""
    match = pattern.match(text[max(0, place - most) : place][::-1])
    return match.group()[::-1] if match else ""


def first_of_each_place(signals: Iterable[Signal]) -> list[Signal]:
    """Without those that overlap an earlier one, in the order of the text."""
    kept: list[Signal] = []
    for signal in signals:
        index = bisect_left(kept, signal.start, key=lambda other: other.start)
        free_before = index == 0 or kept[index - 1].end <= signal.start
        if free_before and (index == len(kept) or kept[index].start >= signal.end):
            kept.insert(index, signal)
    return kept
