"""The words of a block list, by spelling and by what an obfuscated spelling keeps of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from common.text.readings import I_OR_L, MASK, Reading

_REPEATS = re.compile(r"(.)\1+")
_ONE_CLASS = str.maketrans("l" + I_OR_L, "ii")
_DOUBLED_LAST = frozenset("eflorstz")
_RARELY_DOUBLED = frozenset("aihjkquvwxy")


class Entry(NamedTuple):
    """A term, with what stands around the word that it is looked up by."""

    term: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Vocabulary:
    def __init__(self) -> None:
        self.entries: dict[str, tuple[Entry, ...]] = {}
        self.longest = 0
        self._skeletons: dict[str, list[str]] = {}
        self._shapes: dict[tuple[int, str, str], list[str]] = {}
        self._last_letters: set[str] = set()

    def add(self, term: str, words: tuple[str, ...], spellings: Iterable[str] = ()) -> None:
        """By its longest word, and by other spellings of the whole."""
        if len(words) == 1:
            self._put(words[0], (Entry(term),))
        else:
            anchor = words.index(max(words, key=len))
            self._put(words[anchor], (Entry(term, words[:anchor], words[anchor + 1 :]),))
        for spelling in spellings:
            self._put(spelling, (Entry(term),))

    def _put(self, word: str, entry: tuple[Entry]) -> None:
        known = self.entries.get(word)
        self.entries[word] = entry if known is None else known + entry

    def index(self) -> None:
        """When all words are in: so that no message has to wait for it."""
        skeletons: dict[str, list[str]] = defaultdict(list)
        shapes: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        together = skeleton("\n".join(self.entries)).split("\n") if self.entries else []
        for word, bones in zip(self.entries, together, strict=True):
            skeletons[bones].append(word)
            shapes[len(word), word[0], word[-1]].append(word)
        self._skeletons = dict(skeletons)
        self._shapes = dict(shapes)
        self._last_letters = {last for _, _, last in shapes}
        self.longest = max(map(len, self.entries), default=0)

    def read(self, reading: Reading) -> Iterator[str]:
        """The words that a reading may be."""
        letters = reading.letters
        if MASK not in letters:
            for word in self._skeletons.get(skeleton(letters), ()):
                if spells(reading, word):
                    yield word
            return
        last_letters = {letters[-1]} if letters[-1] != MASK else self._last_letters
        for last in last_letters:
            for word in self._shapes.get((len(letters), letters[0], last), ()):
                if _fits_mask(letters, word):
                    yield word


def skeleton(letters: str) -> str:
    return _REPEATS.sub(r"\1", letters.translate(_ONE_CLASS))


def says(reading: Reading, word: str) -> bool:
    if reading.letters == word:
        return True
    if MASK in reading.letters:
        return _fits_mask(reading.letters, word)
    return skeleton(reading.letters) == skeleton(word) and spells(reading, word)


def spells(reading: Reading, word: str) -> bool:
    """Whether a reading with the word's skeleton is the word, with letters repeated at most."""
    letters = reading.letters
    if I_OR_L not in letters and _REPEATS.sub(r"\1", letters) != _REPEATS.sub(r"\1", word):
        return False
    extra = []
    pairs = list(zip(_runs(letters), _runs(word), strict=True))
    for index, ((char, count), (_, wanted)) in enumerate(pairs):
        if count < wanted:
            return False
        if count > wanted:
            last = index == len(pairs) - 1 and char not in _DOUBLED_LAST
            extra.append(count > 2 or index == 0 or last or char in _RARELY_DOUBLED)
    # One letter doubled may be another word (loser, looser); more than that is no accident.
    return len(extra) != 1 or reading.leet or extra[0]


def _runs(letters: str) -> list[tuple[str, int]]:
    return [(char, len(list(run))) for char, run in groupby(letters.translate(_ONE_CLASS))]


def _fits_mask(letters: str, word: str) -> bool:
    return len(letters) == len(word) and all(
        a in (b, MASK) or (a == I_OR_L and b in "il") for a, b in zip(letters, word, strict=True)
    )
