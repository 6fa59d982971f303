"""Which windows of a text may be near enough to a filter, told without making their vectors.

A product with a filter's vectors is the sum of what each word adds to it, which is remembered. It
is divided by the length of the words' sum, and is that of the rounded vector within `_ROUNDED`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt
from operator import mul

from common.engines.semantic.filters import NEAREST, WHOLE
from common.engines.semantic.lanes import SCALE, packed, unpacked
from common.engines.semantic.vectors import SHRINK, SIZE, static_vectors
from common.engines.semantic.windows import Window

MOST_ROWS = 250
"""With more, what each word adds to all of them is more than is worth remembering."""
_REMEMBERED, _BYTES = 4_000, 1_000_000
"""So many words, in so many bytes."""
_MOST_FACTOR = SCALE / SHRINK
"""However short the sum of a window's words is, it is divided by no less than SHRINK."""
_ROUNDED = 0.5 * sqrt(SIZE) * SCALE + 1
"""What rounding a vector's parts changes its product with another of the length SCALE at most."""


class Screen:
    """`slices` are the filters among the vectors, `bars` how near to each a window has to be."""

    def __init__(
        self,
        vectors: Sequence[Sequence[int]],
        slices: Sequence[tuple[int, int]],
        bars: Sequence[float],
    ) -> None:
        self._count = len(vectors)
        self._columns = [packed(column, "i") for column in zip(*vectors, strict=True)]
        self._bars = [
            (start, end - 1, bar - (NEAREST + WHOLE) * _ROUNDED)
            for (start, end), bar in zip(slices, bars, strict=True)
        ]
        self._known = static_vectors()
        self._words: dict[str, int] = {}
        self._most = min(_REMEMBERED, _BYTES // (4 * self._count))

    def may_reach(self, window: Window) -> bool:
        """Whether it may be as near to any filter as its bar."""
        words = window.words
        products = unpacked(self._products(words), self._count, "i")
        asked: list[tuple[float, float]] = []
        for start, last, bar in self._bars:
            nearness = NEAREST * max(products[start:last]) + WHOLE * products[last]
            if nearness * _MOST_FACTOR >= bar or bar <= 0:
                asked.append((nearness, bar))
        if not asked:
            return False
        factor = SCALE / hypot(*unpacked(self._known.total(words), SIZE), SHRINK)
        return any(nearness * factor >= bar for nearness, bar in asked)

    def _products(self, words: Sequence[str]) -> int:
        """Of words that were not met before, one is remembered, which is at most one product more
        than without: so a text of nothing but new words costs no more than its vectors.
        """
        known = self._words
        try:
            return sum(map(known.__getitem__, words))
        except KeyError:
            new = [word for word in words if word not in known]
        found = sum(known[word] for word in words if word in known)
        if len(known) >= self._most:
            known.clear()
        known[new[0]] = self._product(new[:1])
        return found + known[new[0]] + (self._product(new[1:]) if len(new) > 1 else 0)

    def _product(self, words: Sequence[str]) -> int:
        return sum(map(mul, unpacked(self._known.total(words), SIZE), self._columns))
