"""One text against the words and phrases of one list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from common.engines.block_list.hits import Hit
from common.engines.budget import leave_out
from common.text.boundaries import Boundaries
from common.text.folding import Folded
from common.text.readings import MASK, Reading
from common.text.vocabulary import (
    Entry,
    Phrase,
    Vocabulary,
    Words,
    fits_mask,
    runs,
    skeleton,
    spells,
)

_SHORTEST_INSIDE = 4
_LONGEST_INSIDE = 64
_CLAUSE_END = re.compile(r"[.,;:!?…]\s|\n\s*\n")
# What hostile texts and lists may cost; no text that people write comes near.
_MOST_STEPS = 200_000
_MOST_COMPARED = 50_000
_CROWDED = "too many terms of a list fold to one word"


def _start(unit: tuple[Reading, bool]) -> int:
    return unit[0].start


class Search:
    def __init__(self, vocabulary: Vocabulary, folded: Folded, guesses: Sequence[Reading]) -> None:
        self._vocabulary = vocabulary
        self._entries = vocabulary.entries
        self._folded = folded
        self._guesses = guesses
        self._steps = _MOST_STEPS
        self._compared = _MOST_COMPARED
        self._read: dict[tuple[int, str, bool], list[str]] = {}

    def hits(self) -> Iterator[Hit]:
        """Places in the folded text, some of them several times."""
        words = self._entries.keys()
        torn: list[Reading] = []
        if not words.isdisjoint(self._folded.tokens):
            yield from self._plain()
        if not self._vocabulary.in_pairs.isdisjoint(self._folded.pairs):
            yield from self._pairs()
            torn = self._torn_in_phrases()
        if not words.isdisjoint(self._folded.glued):
            yield from self._glued()
        if self._guesses or torn:
            self._guesses = [*self._guesses, *torn] if torn else self._guesses
            yield from self._guessed()

    def _entries_of(self, word: str) -> tuple[Entry, ...]:
        found = self._entries.get(word, ())
        if found and word in self._vocabulary.crowded:
            leave_out(_CROWDED)
        return found

    def _torn_in_phrases(self) -> list[Reading]:
        known = self._vocabulary.in_phrases
        if not known:
            return []
        found = []
        for index, pair in enumerate(self._folded.pairs):
            if pair in known:
                (start, middle), (rest, end) = self._spans[index : index + 2]
                if self._boundaries.torn(index, start, middle, rest, end):
                    found.append(Reading(pair, start, end))
        return found

    @cached_property
    def _boundaries(self) -> Boundaries:
        return Boundaries(self._folded)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return self._folded.token_spans()

    def _plain(self) -> Iterator[Hit]:
        for index, token in enumerate(self._folded.tokens):
            for entry in self._entries_of(token):
                start, end = self._spans[index]
                if (
                    self._boundaries.whole(start, end)
                    if entry.whole
                    else entry.kind == "spelling" and self._boundaries.disguised_spelling(token)
                ):
                    yield start, end, entry.term

    def _pairs(self) -> Iterator[Hit]:
        """A word with a blank in it, and where a phrase begins."""
        for index, pair in enumerate(self._folded.pairs):
            for entry in self._entries_of(pair):
                (start, middle), (rest, end) = self._spans[index : index + 2]
                if entry.kind == "phrase":
                    yield from self._phrases(start, middle, self._folded.tokens[index])
                elif entry.whole and self._boundaries.torn(index, start, middle, rest, end):
                    yield start, end, entry.term

    def _glued(self) -> Iterator[Hit]:
        for part in self._entries.keys() & self._folded.glued.keys():
            index = self._folded.glued[part]
            start, end = self._spans[index]
            place = self._folded.tokens[index].find(part)
            for entry in self._entries_of(part):
                if place >= 0 and entry.whole:
                    yield start + place, start + place + len(part), entry.term
                elif place < 0 and self._meant(entry, start, end, part):
                    yield start, end, entry.term

    def _meant(self, entry: Entry, start: int, end: int, part: str) -> bool:
        return entry.kind == "word" and self._boundaries.slipped(start, end, part)

    def _guessed(self) -> Iterator[Hit]:
        in_phrase = False
        for guess in self._guesses:
            for word in self._words(self._vocabulary.words, guess):
                in_phrase = in_phrase or word in self._vocabulary.in_phrases
                yield from self._said(guess, word, guess.start, guess.end)
            if guess.spelled:
                yield from self._inside(guess)
        if in_phrase:
            first = self._vocabulary.phrases
            for unit, guessed in self._units:
                if guessed or unit.letters in first.next:
                    for word in self._words_of(first, unit, guessed):
                        yield from self._phrases(unit.start, unit.end, word)

    def _said(self, guess: Reading, word: str, start: int, end: int) -> Iterator[Hit]:
        for entry in self._entries_of(word):
            counts = entry.whole or (entry.kind == "spelling" and guess.leet)
            if counts and self._boundaries.whole(start, end):
                yield start, end, entry.term

    def _words(self, words: Words, guess: Reading) -> list[str]:
        """The words that a guess may be."""
        key = (id(words), guess.letters, guess.leet)
        known = self._read.get(key)
        if known is None:
            known = self._read[key] = list(self._fitting(words, guess))
        return known

    def _fitting(self, words: Words, guess: Reading) -> Iterator[str]:
        letters = guess.letters
        if MASK not in letters:
            for word in self._compare(words.with_skeleton(skeleton(letters))):
                if spells(guess, word):
                    yield word
            return
        for word in self._compare(words.shaped(letters)):
            if fits_mask(letters, word):
                yield word

    def _compare(self, alike: Iterable[str]) -> Iterator[str]:
        for word in alike:
            if self._compared <= 0:
                leave_out("a text may say too many terms of a list")
                return
            self._compared -= 1
            yield word

    def _inside(self, guess: Reading) -> Iterator[Hit]:
        """Words in a run of single letters."""
        letters = guess.letters
        places = self._places(guess)
        bones, begins = runs(letters)
        if len(places) != len(letters):
            return
        words = self._vocabulary.words
        if words.lengths and min(words.lengths[-1], len(bones)) > _LONGEST_INSIDE:
            leave_out(f"a row of letters may spell a term of more than {_LONGEST_INSIDE}")
        for length in takewhile(min(len(bones), _LONGEST_INSIDE).__ge__, words.lengths):
            for first in range(len(bones) - length + 1):
                inner = bones[first : first + length]
                for word in self._compare(words.with_skeleton(inner)) if words.has(inner) else ():
                    start, end = begins[first], begins[first + length]
                    part = guess._replace(letters=letters[start:end])
                    if len(word) >= _SHORTEST_INSIDE and spells(part, word):
                        yield from self._said(part, word, places[start], places[end - 1] + 1)

    def _places(self, guess: Reading) -> list[int]:
        text = self._folded.text
        places = [i for i in range(guess.start, guess.end) if not text[i].isspace()]
        if len(places) != len(guess.letters):
            spaced = self._folded.spaced
            places = [i for i in range(guess.start, guess.end) if spaced[i] != " "]
        return places

    @cached_property
    def _units(self) -> list[tuple[Reading, bool]]:
        """What stands in the text, and whether it is a guess."""
        tokens = zip(self._folded.tokens, self._spans, strict=True)
        units = [(Reading(token, *span), False) for token, span in tokens]
        units += [(guess, True) for guess in self._guesses]
        return sorted(units, key=_start)

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.start for unit, _ in self._units]

    def _words_of(self, phrase: Phrase, unit: Reading, guess: bool) -> Sequence[str]:
        """Those that may come next and that a unit is."""
        if unit.letters in phrase.next:
            return (unit.letters,)
        return self._words(phrase.words, unit) if guess else ()

    def _phrases(self, start: int, end: int, word: str) -> Iterator[Hit]:
        """Phrases that begin with a word, which is the text from `start` to `end`."""
        waiting = [(end, self._vocabulary.phrases.next.get(word))]
        seen: set[tuple[int, int]] = set()
        while waiting:
            if self._steps <= 0:
                leave_out("a text may say too many phrases of a list")
                return
            position, phrase = waiting.pop()
            if phrase is None or (position, id(phrase)) in seen:
                continue
            seen.add((position, id(phrase)))
            if phrase.crowded:
                leave_out(_CROWDED)
            for term in phrase.terms:
                if self._boundaries.whole(start, position):
                    yield start, position, term
            if phrase.next:
                for unit, guess in self._next_units(position):
                    self._steps -= 1
                    for following in self._words_of(phrase, unit, guess):
                        waiting.append((unit.end, phrase.next[following]))

    def _next_units(self, position: int) -> Iterator[tuple[Reading, bool]]:
        index = bisect_left(self._starts, position)
        if index == len(self._starts) or self._apart(position, self._starts[index]):
            return
        last = self._starts[index] + 1
        while index < len(self._starts) and self._starts[index] <= last:
            yield self._units[index]
            index += 1

    def _apart(self, start: int, end: int) -> bool:
        return end - start > 1 and bool(_CLAUSE_END.search(self._folded.text, start, end))
