"""Hashes of words and of neighbouring ones, by which models look up what they learnt of them.

A crc32 can go on from another: that of two words is the first one's, continued by a blank and the
second. Both halves are remembered of the words that were met lately.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from zlib import crc32

from common.domain.remembered import Remembered

_REMEMBERED, _LONGEST = 4_000, 24
"""Less than 2 MB."""


class WordHashes:
    """`shape` is what counts of a word."""

    def __init__(self, shape: Callable[[str], str] = str) -> None:
        self._hash: Remembered[str, int] = Remembered(
            lambda word: crc32(shape(word).encode()), _REMEMBERED, _LONGEST
        )
        self._next: Remembered[str, bytes] = Remembered(
            lambda word: f" {shape(word)}".encode(), _REMEMBERED, _LONGEST
        )

    def of_words(self, words: Sequence[str]) -> Iterator[int]:
        return map(self._hash.__getitem__, words)

    def of_pairs(self, words: Sequence[str]) -> Iterator[int]:
        """Of each with the next, a blank between them."""
        continued = map(self._next.__getitem__, islice(words, 1, None))
        return map(crc32, continued, self.of_words(words))
