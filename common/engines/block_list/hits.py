"""What a compiled block list answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from common.text.folding import Folded

Hit = tuple[int, int, str]
"""Start, end and the term; in the original text where it leaves a matcher."""
Matcher = Callable[[Folded], Iterable[Hit]]

MOST_PLACES = 50
MOST_HITS = 1_000
_ENOUGH = 200
_MOST_ADDED = 4 * MOST_PLACES


class Places:
    """Where the terms of one list stand in one text: the first fifty places of each, and a thousand
    of all. What is beyond changes nothing in the verdict.
    """

    def __init__(self) -> None:
        self._hits: set[Hit] = set()
        self._counts: dict[str, int] = {}
        self._added: dict[str, int] = {}

    @property
    def full(self) -> bool:
        return len(self._hits) >= MOST_HITS

    @property
    def enough(self) -> bool:
        return len(self._hits) >= _ENOUGH

    def wants(self, term: str) -> bool:
        return self._counts.get(term, 0) < MOST_PLACES and self._added.get(term, 0) < _MOST_ADDED

    def add(self, start: int, end: int, term: str) -> None:
        """Also what is there already counts, so that a term that has one place comes to an end."""
        self._added[term] = self._added.get(term, 0) + 1
        hit = (start, end, term)
        if hit not in self._hits:
            self._hits.add(hit)
            self._counts[term] = self._counts.get(term, 0) + 1

    def longest(self) -> list[Hit]:
        """Of overlapping hits of the same term, the longest."""
        if not self._hits:
            return []
        kept: list[Hit] = []
        ends: dict[str, int] = {}
        for start, end, term in sorted(self._hits, key=lambda hit: (hit[0], -hit[1])):
            if start >= ends.get(term, 0):
                kept.append((start, end, term))
                ends[term] = end
        return kept
