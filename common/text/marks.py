"""Letters with marks: another word in the languages that write them, a disguise elsewhere."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from common.text.folding import Folded, letter_of
from common.text.languages import ENGLISH, spoken, writing

_OPTIONAL = frozenset("ßæœĳёѐѝάέήίόύώϊϋΐΰ")
_STRESS = frozenset("\u0300\u0301\u0302")
_VOWELS = frozenset("aeiouy")
_MARKED_SCRIPT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
_STRAY = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_WORDS = re.compile(r"\w+")
_MOST_WORDS = 300
_MOST_MARKED = 3_000
_SHORTEST_UNSTRESSED = 5


def marked_letters(text: str) -> list[str]:
    """Those of the Latin, Greek and Cyrillic scripts, in lower case and in order.

    A mark that belongs to no letter is one of its own, and so is a letter that only looks Latin.
    """
    if text.isascii():
        return []
    # Turkish writes a dot on its capital where others have none.
    plain = unicodedata.normalize("NFKD", text.replace("İ", "i")).lower()
    found = []
    for char in unicodedata.normalize("NFC", plain):
        if char.isascii():
            continue
        parts = unicodedata.normalize("NFD", char)
        marked = len(parts) > 1 and _MARKED_SCRIPT.match(parts)
        if marked or letter_of(char) or _STRAY.match(char):
            found.append(char)
    return found


def _unstressed(letters: list[str], word: str) -> bool:
    """Whether people leave these marks away and mean the same word."""
    parts = [unicodedata.normalize("NFD", letter) for letter in letters]
    return len(word) >= _SHORTEST_UNSTRESSED and all(
        part[0] in _VOWELS and set(part[1:]) <= _STRESS and len(part) > 1 for part in parts
    )


class Marks:
    """What the marks of one text say about the words in it."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._original = folded.original
        self._judged: dict[str, bool] = {}
        self._letters: dict[tuple[int, int], list[str]] = {}
        self._turkish = "İ" in folded.original

    def agree(
        self, term: str, marked: tuple[str, ...], start: int, end: int, *, folding: bool
    ) -> bool:
        """Whether what is written there is the term, and not a word that differs by its marks.

        `marked` are the term's marked letters; without `folding` they have to be the same.
        """
        written = self._original[start:end]
        if not marked and written.isascii() and not (self._turkish and "I" in written):
            return True
        if self._turkish and written.isupper():
            written = written.replace("I", "ı")
        if (start, end) not in self._letters:
            self._letters[start, end] = marked_letters(written)
        letters = self._letters[start, end]
        if letters == list(marked):
            return True
        if not folding:
            # Capitals have no letter for it.
            return written.isupper() and letters == [each for each in marked if each != "ß"]
        letters = [letter for letter in letters if letter not in _OPTIONAL]
        wanted = [letter for letter in marked if letter not in _OPTIONAL]
        if letters == wanted:
            return True
        if not letters:
            return _unstressed(wanted, term)
        if written not in self._judged:
            self._judged[written] = self._disguised(written, letters)
        return self._judged[written]

    def _disguised(self, written: str, letters: list[str]) -> bool:
        if any(map(_STRAY.match, letters)):
            return True
        languages = writing(map(marked_letters, _WORDS.findall(written)))
        if not languages:
            return True
        if any(self._spoken[each] for each in languages) or self._elsewhere(written, languages):
            return False
        if self._spoken[ENGLISH]:
            return True
        return len(letters) > 1

    @cached_property
    def _spoken(self) -> dict[str, int]:
        return spoken(self._folded.tokens[:_MOST_WORDS])

    @cached_property
    def _marked_words(self) -> list[tuple[str, frozenset[str]]]:
        """With the languages in which each may be written."""
        words = set(_WORDS.findall(self._original[:_MOST_MARKED]))
        marked = ((word, marked_letters(word)) for word in words if not word.isascii())
        return [(word, writing([letters])) for word, letters in marked if letters]

    def _elsewhere(self, written: str, languages: frozenset[str]) -> bool:
        """Whether another word with marks may be of one of the languages."""
        parts = set(_WORDS.findall(written))
        return any(languages & writers for word, writers in self._marked_words if word not in parts)
