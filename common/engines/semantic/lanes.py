"""Vectors of small integers as lanes of one long integer: sums and products of thousands at once.

A lane has 16 bits, or 32 where more is added up than that. Lanes are signed: what one borrows from
the next comes back when all are raised by half of what a lane holds, so that integer arithmetic on
the whole is exact in each. Raised, and with that bit the other way round, a lane is the number as
a machine writes it.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import mul
from typing import Literal

Lane = Literal["h", "i"]
"""As `array` names them: of 16 bits, of 32."""

SCALE = 170
"""The length of a vector whose parts were rounded; a product of two such fits in a lane."""
ONE = SCALE * SCALE
_SIZES: dict[Lane, int] = {"h": 2, "i": 4}


@lru_cache(64)
def _raised(count: int, lane: Lane) -> int:
    size = _SIZES[lane]
    return int.from_bytes((1 << 8 * size - 1).to_bytes(size, "little") * count, "little")


def packed(values: Sequence[int], lane: Lane = "h") -> int:
    lanes = array(lane, values)
    if sys.byteorder == "big":
        lanes.byteswap()
    raised = _raised(len(values), lane)
    return (int.from_bytes(lanes.tobytes(), "little") ^ raised) - raised


def unpacked(lanes: int, count: int, lane: Lane = "h") -> list[int]:
    """Of so many lanes."""
    raised = _raised(count, lane)
    written = (lanes + raised) ^ raised
    found = array(lane, written.to_bytes(_SIZES[lane] * count, "little"))
    if sys.byteorder == "big":
        found.byteswap()
    return found.tolist()


def scaled(values: Iterable[float], length: float) -> list[int]:
    """As a vector of the length SCALE, where `length` is that of `values` or more."""
    factor = SCALE / length if length else 0.0
    return list(map(round, map(factor.__mul__, values)))


class Rows:
    """Vectors, by number, that others are multiplied with: all in one pass over the dimensions."""

    def __init__(self, columns: Iterable[Sequence[int]], count: int) -> None:
        self.count = count
        self._columns = [packed(column) for column in columns]

    @classmethod
    def of(cls, vectors: Sequence[Sequence[int]]) -> Rows:
        return cls(zip(*vectors, strict=True), len(vectors))

    def products(self, vector: Iterable[int]) -> list[int]:
        """With each row; ONE is the product of two that say the same."""
        return unpacked(sum(map(mul, vector, self._columns)), self.count)
