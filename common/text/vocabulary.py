"""The words and phrases of a block list, by spelling and by what a disguise keeps of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from common.text.folding import Folded
from common.text.readings import I_OR_L, MASK, Reading

_REPEATS = re.compile(r"(.)\1+")
_ONE_CLASS = str.maketrans("l" + I_OR_L, "ii")
_DOUBLED_LAST = frozenset("eflorstz")
_RARELY_DOUBLED = frozenset("aihjkquvwxy")
_MOST_ALIKE = 20
_SHORT = 3


class Entry(NamedTuple):
    """What a word in a text may be: a term, an inflected form of one, one spelled with look-alikes,
    or where a phrase begins.
    """

    term: str
    kind: Literal["word", "form", "spelling", "phrase"]

    @property
    def whole(self) -> bool:
        return self.kind in ("word", "form")


class Words:
    """Words that may be written in disguise."""

    def __init__(self, words: Iterable[str]) -> None:
        skeletons: dict[str, list[str]] = defaultdict(list)
        shapes: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        known = [word for word in words if word]
        together = skeleton("\n".join(known)).split("\n") if known else []
        for word, bones in zip(known, together, strict=True):
            skeletons[bones].append(word)
            shapes[len(word), word[0], word[-1]].append(word)
        self._skeletons = dict(skeletons)
        self._shapes = dict(shapes)
        self._last_letters = {last for _, _, last in shapes}
        long = (bones for bones, words in skeletons.items() if max(map(len, words)) > _SHORT)
        self.lengths = sorted(set(map(len, long)))

    def has(self, bones: str) -> bool:
        return bones in self._skeletons

    def with_skeleton(self, bones: str) -> Iterable[str]:
        return self._skeletons.get(bones, ())

    def shaped(self, letters: str) -> Iterator[str]:
        """The words as long as letters with a mask, with the same first and last."""
        last_letters = {letters[-1]} if letters[-1] != MASK else self._last_letters
        for last in last_letters:
            yield from self._shapes.get((len(letters), letters[0], last), ())


class Phrase:
    """What may come after some words, and the terms that end with them."""

    __slots__ = ("_words", "crowded", "next", "terms")

    def __init__(self) -> None:
        self.next: dict[str, Phrase] = {}
        self.terms: tuple[str, ...] = ()
        self.crowded = False
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        if self._words is None:
            self._words = Words(self.next)
        return self._words


class Vocabulary:
    """Of terms that fold to one word, the first twenty are named. Where one that is left away may
    be found elsewhere than they are, its word is `crowded`.
    """

    def __init__(self) -> None:
        self.entries: dict[str, tuple[Entry, ...]] = {}
        self.crowded: set[str] = set()
        self.phrases = Phrase()
        self.in_phrases: set[str] = set()
        self.in_pairs: Set[str] = frozenset()
        self.words = Words(())

    def add(
        self,
        term: str,
        words: tuple[str, ...],
        spellings: Iterable[str] = (),
        kind: Literal["word", "form"] = "word",
    ) -> None:
        """`spellings` are of the whole, with letters that look or sound like its own."""
        if len(words) == 1:
            self._put(words[0], Entry(term, kind))
        else:
            self._put(words[0] + words[1], Entry("", "phrase"))
            self.in_phrases.update(words)
            phrase = self.phrases
            for word in words:
                phrase = phrase.next.setdefault(word, Phrase())
            if len(phrase.terms) < _MOST_ALIKE:
                phrase.terms += (term,)
            elif not any(_same_marks(each, term) for each in phrase.terms):
                phrase.crowded = True
        for spelling in spellings:
            self._put(spelling, Entry(term, "spelling"))

    def read(self, reading: Reading) -> Iterator[str]:
        """The words that a reading may be."""
        if MASK in reading.letters:
            shaped = self.words.shaped(reading.letters)
            yield from (word for word in shaped if fits_mask(reading.letters, word))
        else:
            alike = self.words.with_skeleton(skeleton(reading.letters))
            yield from (word for word in alike if spells(reading, word))

    def may_be_in(self, folded: Folded, guesses: Sequence[Reading]) -> bool:
        """Whether it is worth a search."""
        words = self.entries.keys()
        return not (
            words.isdisjoint(folded.tokens)
            and self.in_pairs.isdisjoint(folded.pairs)
            and words.isdisjoint(folded.glued)
        ) or any(map(self._may_be, guesses))

    def _may_be(self, guess: Reading) -> bool:
        return guess.spelled or MASK in guess.letters or self.words.has(skeleton(guess.letters))

    def add_joined(self, term: str, word: str) -> None:
        self._put(word, Entry(term, "word"))

    def _put(self, word: str, entry: Entry) -> None:
        known = self.entries.get(word, ())
        if entry in known:
            return
        if len(known) < _MOST_ALIKE:
            self.entries[word] = (*known, entry)
        elif not any(_covers(each, entry) for each in known):
            self.crowded.add(word)

    def index(self) -> None:
        """When all words are in: so that no message has to wait for it."""
        together = self.entries.keys() | self.in_phrases if self.in_phrases else self.entries.keys()
        self.words = Words(together)
        self.in_pairs = together


def _covers(known: Entry, entry: Entry) -> bool:
    return known.kind in ("word", entry.kind) and _same_marks(known.term, entry.term)


def _same_marks(term: str, other: str) -> bool:
    return _marks_of(term) == _marks_of(other)


@lru_cache(100)
def _marks_of(term: str) -> list[str]:
    from common.text.marks import marked_letters

    return marked_letters(term)


def skeleton(letters: str) -> str:
    return _REPEATS.sub(r"\1", letters.translate(_ONE_CLASS))


def runs(letters: str) -> tuple[str, list[int]]:
    """The skeleton, and where each of its letters begins, with the end of the last."""
    alike = letters.translate(_ONE_CLASS)
    begins = [i for i, c in enumerate(alike) if not i or alike[i - 1] != c]
    return "".join(alike[i] for i in begins), [*begins, len(letters)]


def spells(reading: Reading, word: str) -> bool:
    """Whether a reading with the word's skeleton is the word, with letters repeated at most."""
    letters = reading.letters
    if letters == word:
        return True
    if len(letters) < len(word):
        return False
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


def fits_mask(letters: str, word: str) -> bool:
    return len(letters) == len(word) and all(
        a in (b, MASK) or (a == I_OR_L and b in "il") for a, b in zip(letters, word, strict=True)
    )
