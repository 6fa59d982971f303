"""The parts of a text that are compared one by one: its sentences, long ones in windows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from common.text.folding import Folded

WIDTH, STEP = 24, 12
"""Words. What begins in one window and ends in the next is whole in the one between."""
_END = re.compile(r"[.!?](?=\s)|[\n。！？]")


class Window(NamedTuple):
    """Of the folded text's tokens those from number `first` on, until before number `last`. `text`
    is its number in the content.
    """

    words: tuple[str, ...]
    first: int
    last: int
    text: int = 0

    def span(self, folded: Folded) -> tuple[int, int]:
        """In the folded text."""
        spans = folded.token_spans()
        return spans[self.first][0], spans[self.last - 1][1]


def windows(folded: Folded, text: int = 0) -> Iterator[Window]:
    """Each once, though a text may say it a thousand times; a short text also as a whole."""
    words = folded.tokens
    seen: set[tuple[str, ...]] = set()
    for first, last in _sentences(folded):
        for start in range(first, max(first + 1, last - STEP), STEP):
            end = min(start + WIDTH, last)
            said = tuple(words[start:end])
            if said not in seen:
                seen.add(said)
                yield Window(said, start, end, text)


def _sentences(folded: Folded) -> Iterator[tuple[int, int]]:
    """By the numbers of their words. None of them ends inside of a word."""
    words = len(folded.tokens)
    first = last = count = start = 0
    for match in _END.finditer(folded.text):
        last += len(folded.spaced[start : match.end()].split())
        start = match.end()
        if last > first:
            yield first, last
            first, count = last, count + 1
    if first < words:
        yield first, words
        if count and words <= WIDTH:
            yield 0, words
