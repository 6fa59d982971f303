"""Finds terms anywhere, not only as whole words: where a list asks, or a script has no blanks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from common.engines.block_list.hits import Hit
from common.engines.budget import leave_out
from common.text.folding import Folded
from common.text.readings import I_OR_L, MASK, Reading

# Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]"
)
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]+")
_TAGS = re.compile("[\U000e0020-\U000e007f]+")
_INDICATORS = re.compile("[\U0001f1e6-\U0001f1ff]+")
_JOINER = "\u200d"
_LETTER_LIKE = frozenset("©®°™℠")
# Of a text, so that terms within terms give no more matches at once than memory holds.
_BLOCK = 256
_MOST_EXAMINED = 100_000


class Fragment(NamedTuple):
    """Folded text to look for; `whole` means not next to a letter or digit."""

    text: str
    term: str
    whole: bool = False
    symbol: bool = False


def is_symbol(char: str) -> bool:
    """An emoji or another sign that stands for no letter."""
    return unicodedata.category(char) == "So" and char not in _LETTER_LIKE


def without_tones(text: str) -> str:
    """An emoji in whatever colour of skin."""
    return _TONES.sub("", text) or text


class SubstringMatcher:
    def __init__(self, fragments: Sequence[Fragment]) -> None:
        self._fragments = fragments
        self._in_ascii = any(fragment.text.isascii() for fragment in fragments)
        self._longest = max((len(fragment.text) for fragment in fragments), default=0)

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([fragment.text for fragment in self._fragments])

    def find(
        self, folded: Folded, guesses: Sequence[Reading], wants: Callable[[str], bool]
    ) -> Iterator[Hit]:
        """Places in the folded text, of the terms of which more are wanted."""
        text = folded.text
        if not self._in_ascii and text.isascii():
            return
        for start, end, fragment in self._hits(text):
            if wants(fragment.term) and _stands_there(folded, start, end, fragment):
                yield start, end, fragment.term
        plain = [guess for guess in guesses if MASK not in guess.letters]
        letters = "\n".join(guess.letters for guess in plain)
        begins = [0, *accumulate(len(guess.letters) + 1 for guess in plain)]
        found: set[tuple[int, str]] = set()
        for letter in "il" if I_OR_L in letters else "i":
            for start, _, fragment in self._hits(letters.replace(I_OR_L, letter)):
                if not wants(fragment.term):
                    continue
                number = bisect_right(begins, start) - 1
                if (number, fragment.term) not in found:
                    found.add((number, fragment.term))
                    yield plain[number].start, plain[number].end, fragment.term

    def _hits(self, text: str) -> Iterator[tuple[int, int, Fragment]]:
        clean = text if text.isascii() else text.encode(errors="replace").decode()
        examined = 0
        for place in range(0, len(clean), _BLOCK):
            block = clean[place : place + _BLOCK + self._longest]
            for index, start, end in self._automaton.find_matches_as_indexes(
                block, overlapping=True
            ):
                examined += 1
                if start < _BLOCK:
                    yield place + start, place + end, self._fragments[index]
            if examined > _MOST_EXAMINED and place + _BLOCK < len(clean):
                leave_out("too many terms of a list are in a text")
                return


def _stands_there(folded: Folded, start: int, end: int, fragment: Fragment) -> bool:
    text = folded.text
    if _goes_on(text, end) or (fragment.whole and _inside_word(text, start, end)):
        return False
    return not fragment.symbol or text.isascii() or _whole_emoji(folded, start, end, fragment.term)


def _goes_on(text: str, end: int) -> bool:
    """A vowel sign belongs to the letter before it."""
    return end < len(text) and unicodedata.category(text[end]).startswith("M")


def _inside_word(text: str, start: int, end: int) -> bool:
    return (text[start].isalnum() and text[start - 1 : start].isalnum()) or (
        text[end - 1].isalnum() and text[end : end + 1].isalnum()
    )


def _whole_emoji(folded: Folded, start: int, end: int, term: str) -> bool:
    """Not a part of a flag, or of several that are joined to one."""
    text = folded.text
    if _INDICATORS.match(text[start]):
        before = _INDICATORS.search(text, max(0, start - 2 * _BLOCK), start)
        row = before.end() - before.start() if before and before.end() == start else 0
        if row % 2:
            return False
    first, last = folded.original_span(start, end)
    original = folded.original
    if _TAGS.findall(original[first:last]) != _TAGS.findall(term):
        return False
    toned = _TONES.match(original, last)
    after = original[toned.end() : toned.end() + 1] if toned else ""
    inner = original[first:last].rstrip("\ufe0f")
    return not (
        (original[first - 1 : first] == _JOINER and first and is_symbol(original[first - 2]))
        or (inner.endswith(_JOINER) and last < len(original) and is_symbol(original[last]))
        or after == _JOINER
    )
