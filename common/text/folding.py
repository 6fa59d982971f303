"""One spelling for text that is written in many: case, width, style, accents, invisible characters.

Folding is the same for block-list terms and for messages, so that whatever it does to a script,
it does to both. Guesses at deliberate obfuscation are made in `obfuscation`, from the folded text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING

from common.text.token_ends import glued_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from common.text.readings import Reading
    from common.text.views import View

# Accents that can be put on any letter, Arabic and Hebrew points, variation selectors. Vowel
# signs of Indic scripts and Thai are combining marks as well, but part of the word.
_DROPPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u0483-\u0489\ua66f-\ua672\u0591-\u05bd\u064b-\u065f\u0670\u0640\u115f\u1160\u3164\uffa0\u180b-\u180f"
    "\U000e0100-\U000e01ef]+"
)
_UNSPACED = re.compile(r"\S+")
_ASCII_WORDS = bytes(code if chr(code).isalnum() else 32 for code in range(256))
_CACHE_LIMIT = 20_000
_ENCODING = ("<", "&", "%", "\u202e")
# A tag, an entity, a percent-encoded character, or one that turns others round.
_ENCODED = re.compile("<[a-zA-Z/!?]|&[#a-zA-Z]|%[0-9a-fA-F]{2}|\u202e")


class _Characters(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self.convert(chr(code))
        if len(self) < _CACHE_LIMIT:
            self[code] = folded
        return folded

    def convert(self, char: str) -> str:
        raise NotImplementedError


class _Fold(_Characters):
    @cached_property
    def latin(self) -> dict[str, str]:
        from common.text import folding_table

        return {c: letter for letter, chars in folding_table.LATIN.items() for c in chars}

    def convert(self, char: str) -> str:
        if unicodedata.category(char) == "Cf":
            return ""
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            return str(digit)
        folded = unicodedata.normalize("NFKD", char).casefold()
        folded = _DROPPED.sub("", unicodedata.normalize("NFKD", folded))
        return "".join(self.latin.get(c, c) for c in folded)


class _Words(_Characters):
    def convert(self, char: str) -> str:
        return char if unicodedata.category(char)[0] in "LMN" else " "


_FOLD = _Fold()
_WORDS = _Words()


def letter_of(char: str) -> str | None:
    """The Latin letter that another one is always folded to, marks aside."""
    return _FOLD.latin.get(char)


MOST_LETTERS = 400_000
"""Folding makes eighteen characters of some: of those nobody makes a disguise, or reads it."""


class Folded:
    """`text` is the folded text, `spaced` the same with a blank for all that is not in a word.

    Engines in several threads share one: what it makes on demand is there whole, or not at all.
    """

    __slots__ = (
        "_complete", "_glued", "_pairs", "_readings", "_sources", "_spans", "_views", "original",
        "spaced", "text", "tokens",
    )  # fmt: skip

    def __init__(self, original: str) -> None:
        self.original = original
        if original.isascii():
            self.text = original.lower()
            self.spaced = self.text.encode().translate(_ASCII_WORDS).decode()
        else:
            self.text = original.translate(_FOLD)
            self.spaced = self.text.translate(_WORDS)
        self.tokens = self.spaced.split()
        self._sources: list[int] | None = None
        self._spans: list[tuple[int, int]] | None = None
        self._readings: list[Reading] | None = None
        self._pairs: list[str] | None = None
        self._glued: dict[str, int] | None = None
        self._views: Sequence[View] | None = None
        self._complete = True

    @property
    def is_endless(self) -> bool:
        """Whether there is more of it than there is time to look for everything in."""
        return len(self.text) > MOST_LETTERS

    @property
    def pairs(self) -> list[str]:
        """Each token with the next, as one word."""
        if self._pairs is None:
            self._pairs = list(map(add, self.tokens, self.tokens[1:]))
        return self._pairs

    @property
    def glued(self) -> dict[str, int]:
        """What may stand glued between other words, with the token's index."""
        if self._glued is None:
            self._glued = glued_words(self.tokens)
        return self._glued

    @property
    def views(self) -> Sequence[View]:
        """What else the text shows where it is encoded or turned round."""
        if self._views is None:
            found: Sequence[View] = ()
            text = self.original
            if any(sign in text for sign in _ENCODING) and _ENCODED.search(text):
                from common.text.views import views

                found, self._complete = views(text)
            self._views = found
        return self._views

    @property
    def views_are_complete(self) -> bool:
        """Whether `views` are all that the text may show."""
        return self._complete or not self.views

    def readings(self, read: Callable[[Folded], list[Reading]]) -> list[Reading]:
        """What `read` makes of obfuscated words; kept, because every block list wants it."""
        if self._readings is None:
            self._readings = read(self)
        return self._readings

    def token_spans(self) -> list[tuple[int, int]]:
        """Where each of `tokens` is in `text`."""
        if self._spans is None:
            self._spans = [match.span() for match in _UNSPACED.finditer(self.spaced)]
        return self._spans

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the non-empty slice of `text` is in `original`, with what was dropped after it."""
        if self.original.isascii():
            return start, end
        sources = self._source()
        after = sources[end] if end < len(sources) else len(self.original)
        return sources[start], max(after, sources[end - 1] + 1)

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a slice of `original` is in `text`; empty where all of it was dropped."""
        if self.original.isascii():
            return start, end
        sources = self._source()
        return bisect_left(sources, start), bisect_left(sources, end)

    def _source(self) -> list[int]:
        if self._sources is None:
            self._sources = [i for i, c in enumerate(self.original) for _ in _FOLD[ord(c)]]
        return self._sources


def fold(text: str) -> Folded:
    return Folded(text)
