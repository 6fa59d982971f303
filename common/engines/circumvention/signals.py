"""One sign of an attempt to leave the platform."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

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

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        return self._compiled.split


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
