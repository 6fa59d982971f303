"""Finds terms anywhere, not only as whole words: where a list asks, or a script has no blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from common.engines.block_list.hits import Hit
from common.text.folding import Folded
from common.text.readings import I_OR_L, MASK, Reading

# Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]"
)


class Fragment(NamedTuple):
    """Folded text to look for; `whole` means not next to a letter or digit."""

    text: str
    term: str
    whole: bool = False


class SubstringMatcher:
    def __init__(self, fragments: Sequence[Fragment]) -> None:
        self._fragments = fragments
        self._in_ascii = any(fragment.text.isascii() for fragment in fragments)

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick([fragment.text for fragment in self._fragments])

    def find(self, folded: Folded, guesses: Sequence[Reading]) -> Iterator[Hit]:
        text = folded.text
        if not self._fragments or (not self._in_ascii and text.isascii()):
            return
        for start, end, fragment in self._hits(text):
            if not _goes_on(text, end) and not (fragment.whole and _inside_word(text, start, end)):
                yield start, end, fragment.term
        for guess in guesses:
            if MASK not in guess.letters:
                for letter in "il" if I_OR_L in guess.letters else "i":
                    for _, _, fragment in self._hits(guess.letters.replace(I_OR_L, letter)):
                        yield guess.start, guess.end, fragment.term

    def _hits(self, text: str) -> Iterator[tuple[int, int, Fragment]]:
        clean = text if text.isascii() else text.encode(errors="replace").decode()
        for index, start, end in self._automaton.find_matches_as_indexes(clean, overlapping=True):
            yield start, end, self._fragments[index]


def _goes_on(text: str, end: int) -> bool:
    """A vowel sign belongs to the letter before it."""
    return end < len(text) and unicodedata.category(text[end]).startswith("M")


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
