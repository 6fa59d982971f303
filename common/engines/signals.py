"""One sign of an attempt to leave the platform."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Signal(NamedTuple):
    """Characters `start` to `end` of the folded text, and how likely that is a way out."""

    kind: str
    start: int
    end: int
    probability: float


def first_of_each_place(signals: Iterable[Signal]) -> list[Signal]:
    """Without those that overlap an earlier one."""
    kept: list[Signal] = []
    for signal in signals:
        if all(signal.end <= other.start or signal.start >= other.end for other in kept):
            kept.append(signal)
    return kept
