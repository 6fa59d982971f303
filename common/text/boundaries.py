"""Where a word ends only for the eye of a program: in numbers, at apostrophes, at a blank."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cached_property

from common.text import lexicon
from common.text.folding import Folded
from common.text.languages import ENGLISH, spoken
from common.text.sounds import pronounceable

_APOSTROPHES = frozenset("'’‘ʼ＇`")
_IN_NUMBERS = frozenset(".,:/-–'’٫٬")
_NARROW_BLANKS = frozenset("\u00a0\u2009\u202f")
_CLITIC = re.compile(r"(?:s|d|m|t|ll|re|ve|n|in|em)(?!\w)")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_MOST_TOKENS = 300
_FEW_TOKENS = 50
_SHORT = 3
_SHORTEST_SLIPPED = 5
_SHORTEST_TORN = 4
_NO_VOWEL = re.compile("[^\\W\\d_aeiouyаеёиоуыэюяіїєαεηιουω]{2,}")


class Boundaries:
    """Of the words of one text."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._text = folded.text
        self._english: dict[frozenset[str], bool] = {}

    def whole(self, start: int, end: int) -> bool:
        """Whether these characters of the folded text are not part of a number or of a word
        with an apostrophe.
        """
        text = self._text
        before = text[start - 1] if start else ""
        after = text[end] if end < len(text) else ""
        if not before.strip() and not after.strip() and not text[start].isdecimal():
            return True
        if text[start:end].isdecimal():
            return not self._in_number(start, end)
        return not (
            (before in _APOSTROPHES and before and self._clings(start, end))
            or (after in _APOSTROPHES and after and self._goes_on(start, end))
        )

    def _in_number(self, start: int, end: int) -> bool:
        text = self._text
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        # A byte of what is percent-encoded.
        if before[-1:] == "%" and end - start == 2:
            return True
        if before[-1:] in _IN_NUMBERS and before[-1:] and before[0].isdecimal():
            return True
        # As in Blink-182 and 13-inch.
        if (before[-1:] == "-" and before[0].isalnum()) or (
            after[:1] == "-" and after[1:].isalnum()
        ):
            return True
        if before in (".", " .", "$.", "-."):
            return True
        if after[:1] in _IN_NUMBERS and after[1:].isdecimal():
            return True
        first, last = self._folded.original_span(start, end)
        original = self._folded.original
        return (original[first - 1 : first] in _NARROW_BLANKS and before[:1].isdecimal()) or (
            original[last : last + 1] in _NARROW_BLANKS and after[1:].isdecimal()
        )

    def _clings(self, start: int, end: int) -> bool:
        """To what is before the apostrophe, as French verbs and Turkish endings do."""
        text = self._text
        before = text[start - 2 : start - 1] if start > 1 else ""
        if not before.isalpha():
            return False
        if _CYRILLIC.match(before) and _CYRILLIC.match(text[start]):
            return True
        if before == "o" and not text[start - 3 : start - 2].isalnum():
            return True
        return end - start <= _SHORT and not self._stands_out(start, end)

    def _goes_on(self, start: int, end: int) -> bool:
        """Behind the apostrophe, as in `can't` and `qu'il`."""
        text = self._text
        behind = text[end + 1 : end + 4]
        if not behind[:1].isalpha():
            return False
        if _CYRILLIC.match(behind) and _CYRILLIC.match(text[end - 1]):
            return True
        if text[end - 1] == "n" and behind[0] == "t" and not behind[1:2].isalnum():
            return True
        short = end - start <= _SHORT and not _CLITIC.match(behind)
        return short and not self._stands_out(start, end)

    def _stands_out(self, start: int, end: int) -> bool:
        """In capitals, where the rest is not."""
        original = self._folded.original
        first, last = self._folded.original_span(start, end)
        return original[first:last].isupper() and not original.isupper()

    def torn(self, index: int, start: int, middle: int, rest: int, end: int) -> bool:
        """Whether a blank (from `middle` to `rest`) tears one word into these two tokens."""
        text = self._text
        first, second = self._folded.tokens[index : index + 2]
        if end - rest + middle - start < _SHORTEST_TORN or text[middle:rest] not in (
            " ",
            "\n",
            "  ",
        ):
            return False
        if not (first.isalpha() and second.isalpha()) or self._labelled(start, middle, rest, end):
            return False
        if text[start - 1 : start] in _APOSTROPHES and start:
            return False
        if text[end : end + 1] in {*_APOSTROPHES, "-"} and text[end + 1 : end + 2].isalpha():
            return False
        short, long = sorted((first, second), key=len)
        if not (first.isascii() and second.isascii()) or not self.english({first, second}):
            return any(map(_NO_VOWEL.fullmatch, (short, long))) and not _abbreviation(short, long)
        if len(short) == len(long):
            return not lexicon.known(short) and not lexicon.known(long)
        return not lexicon.known(long)

    def _labelled(self, start: int, middle: int, rest: int, end: int) -> bool:
        """Where one part is an abbreviation in capitals, or the second begins a name."""
        original = self._folded.original
        first = original[slice(*self._folded.original_span(start, middle))]
        second = original[slice(*self._folded.original_span(rest, end))]
        if first.isupper() != second.isupper():
            return True
        return second[:1].isupper() and not second.isupper()

    def slipped(self, start: int, end: int, meant: str) -> bool:
        """Whether a token that is no known word is another one with a slip: not a name, and not a
        word of another language.
        """
        token = self._text[start:end]
        first, last = self._folded.original_span(start, end)
        written = self._folded.original[first:last]
        if len(meant) < _SHORTEST_SLIPPED or written != written.lower():
            return False
        return self.english({token})

    def disguised_spelling(self, word: str) -> bool:
        """Whether letters that look like those of a term are no word of their own."""
        if not word.isascii():
            return True
        if lexicon.known(word):
            return False
        return not pronounceable(word) or (len(self._tokens) > 1 and self.english({word}))

    def english(self, but: set[str]) -> bool:
        """Whether the other words are, as far as there are any."""
        # Of a long text, one word more or less says nothing.
        left_out = frozenset(but) if len(self._tokens) < _FEW_TOKENS else frozenset[str]()
        if left_out not in self._english:
            self._english[left_out] = self._reads_english(left_out)
        return self._english[left_out]

    def _reads_english(self, but: Set[str]) -> bool:
        around = self._around(but)
        counts = spoken(around)
        foreign = max((n for who, n in counts.items() if who != ENGLISH), default=0)
        known = sum(map(lexicon.words().__contains__, around))
        return known * 2 >= len(around) and foreign <= counts[ENGLISH] + known // 3

    def _around(self, but: Set[str]) -> set[str]:
        return {token for token in self._tokens if token not in but}

    @cached_property
    def _tokens(self) -> set[str]:
        return {token for token in self._folded.tokens[:_MOST_TOKENS] if token.isalpha()}


def _abbreviation(short: str, long: str) -> bool:
    return len(short) < 2 or len(long) <= _SHORT
