"""One sign of an attempt to leave the platform."""

from __future__ import annotations

from typing import NamedTuple


class Signal(NamedTuple):
    """Characters `start` to `end` of the folded text, and how likely that is a way out."""

    kind: str
    start: int
    end: int
    probability: float
