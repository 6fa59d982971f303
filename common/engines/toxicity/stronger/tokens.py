"""WordPiece over a cut vocabulary: the numbers that the stronger model reads for a text.

The text is folded first (`common.text.folding`); emoji are read out by their Unicode names, a link
and a mention are one token each, and a letter said three times or more is said once or twice.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 40
CACHED_WORDS = 20_000
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_MENTION = re.compile(r"@[\w.]+")
_PARTS = re.compile(r"\w+|[^\w\s]")
_REPEATED = re.compile(r"(\w)\1{2,}")


class WordPieces:
    """`pieces` in the order of their numbers; those inside a word start with `##`."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self.pad, self.start, self.end = (self.numbers[p] for p in (PAD, START, END))
        self._unknown = (self.numbers[UNKNOWN],)
        self._words: dict[str, Sequence[int]] = {}

    def read(self, folded: str, most: int) -> list[int]:
        """At most `most` numbers, START and END among them."""
        read: list[int] = [self.start]
        text = _MENTION.sub("@user", _LINK.sub("http", folded))
        for found in _PARTS.finditer(text):
            read += self._of_word(found[0])
            if len(read) >= most:
                break
        return [*read[: most - 1], self.end]

    def _of_word(self, word: str) -> Sequence[int]:
        known = self._words.get(word)
        if known is None:
            known = tuple(self._split(word))
            if len(self._words) < CACHED_WORDS and len(word) <= LONGEST_WORD:
                self._words[word] = known
        return known

    def _split(self, word: str) -> Sequence[int]:
        if len(word) > LONGEST_WORD:
            return self._unknown
        if word in self.numbers:
            return (self.numbers[word],)
        if len(word) == 1 and (name := emoji_name(word)):
            return [number for part in name.split() for number in self._of_word(part)]
        for shorter in (_REPEATED.sub(r"\1\1", word), _REPEATED.sub(r"\1", word)):
            if shorter in self.numbers:
                return (self.numbers[shorter],)
        return self._greedy(_REPEATED.sub(r"\1\1", word))

    def _greedy(self, word: str) -> Sequence[int]:
        read: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self.numbers.get(mark + word[start:end])
                if number is not None:
                    read.append(number)
                    start = end
                    break
            else:
                return self._unknown
        return read


def emoji_name(char: str) -> str:
    """What a symbol is called, in lower-case words; empty for what is no symbol."""
    if char.isascii() or unicodedata.category(char) != "So":
        return ""
    return unicodedata.name(char, "").lower().replace("-", " ")
