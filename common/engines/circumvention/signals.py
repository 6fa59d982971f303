"""One sign of an attempt to leave the platform."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple


class Signal(NamedTuple):
    """Characters `start` to `end` of the folded text, and how likely that is a way out."""

    kind: str
    start: int
    end: int
    probability: float


class LazyPattern:
    """Compiled for the first text that needs it, not at every start of a function."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text)

    def findall(self, text: str) -> list[tuple[str, ...]]:
        return self._compiled.findall(text)

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text)


def first_of_each_place(signals: Iterable[Signal]) -> list[Signal]:
    """Without those that overlap an earlier one."""
    kept: list[Signal] = []
    for signal in signals:
        if all(signal.end <= other.start or signal.start >= other.end for other in kept):
            kept.append(signal)
    return kept
