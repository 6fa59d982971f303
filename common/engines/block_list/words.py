"""Matches a list of words and phrases in folded text.

Words that stand plainly in the text are one set operation, whatever the size of the list; only
readings of obfuscated spellings are looked up one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from common.engines.block_list.hits import Hit
from common.engines.block_list.substrings import UNSPACED, Fragment, SubstringMatcher
from common.text.folding import Folded, fold
from common.text.obfuscation import readings
from common.text.readings import Reading, without_symbols
from common.text.vocabulary import Vocabulary, says

_SHORTEST_INSIDE = 4
_LONGEST_SPELLED = 64
_SHORTEST_CUT = 4
# Not the letters that chats use as words (u, r, k, b, n, c, y).
_NO_WORD = re.compile(r"[^aeiouy]{2,}|[efghjlmopqstvwz]")
_DRAWN = re.compile(r"[@$!|+*#%€£](?=\S)|(?<=\S)[@$|+*#%€£]")
_END_OF_CLAUSE = re.compile(r"[.,;:!?…]\s|\n\s*\n")


class WordMatcher:
    def __init__(
        self,
        terms: Iterable[str],
        *,
        leet: bool = True,
        confusable: bool = True,
        plural: bool = False,
        substring: bool = False,
    ) -> None:
        self._leet = leet
        self._confusable = confusable
        self.vocabulary = Vocabulary()
        fragments: list[Fragment] = []
        for term in terms:
            self._add(term, fragments, plural=plural, substring=substring)
        self._fragments = SubstringMatcher(fragments)
        self.vocabulary.index()

    def _add(self, term: str, fragments: list[Fragment], *, plural: bool, substring: bool) -> None:
        text = fold(term).text.strip()
        drawn = not text.isalnum() and bool(_DRAWN.search(text))
        if drawn and self._leet and any(map(str.isalpha, text)):
            # A term that is itself in leet; what cannot be read is taken literally.
            text = without_symbols(text)
            drawn = bool(_DRAWN.search(text))
        words = tuple(fold(text).tokens)
        if not (words or drawn):
            return
        if substring or (not text.isascii() and UNSPACED.search(text)):
            fragments.append(Fragment(text, term))
        elif drawn:
            fragments.append(Fragment(text, term, whole=True))
            return
        if words:
            spellings = _spellings(words, leet=self._leet, confusable=self._confusable)
            self.vocabulary.add(term, words, spellings)
        for form in _plurals(words[-1]) if plural and words else ():
            self.vocabulary.add(term, (*words[:-1], form))

    def find(self, folded: Folded) -> list[Hit]:
        guesses = self._allowed(folded.readings(readings))
        words = self.vocabulary.entries.keys()
        plain = not words.isdisjoint(folded.tokens)
        cut = not words.isdisjoint(folded.pairs)
        found: set[Hit] = set()
        if plain or cut or guesses:
            found.update(_Search(self.vocabulary, folded, guesses).hits(plain, cut))
        found.update(self._fragments.find(folded, guesses))
        return [
            (*folded.original_span(start, end), term) for start, end, term in _longest_only(found)
        ]

    def _allowed(self, guesses: list[Reading]) -> list[Reading]:
        if self._leet and self._confusable:
            return guesses
        return [
            guess
            for guess in guesses
            if (self._leet or not guess.leet) and (self._confusable or not guess.confusable)
        ]


class _Search:
    """One message against one list."""

    def __init__(self, vocabulary: Vocabulary, folded: Folded, guesses: list[Reading]) -> None:
        self._vocabulary = vocabulary
        self._folded = folded
        self._guesses = guesses
        self._units: list[Reading] = []
        self._by_end: list[Reading] = []

    def _locate(self) -> None:
        """Only where a word was found is it worth knowing where the others are."""
        if not self._units:
            spans = self._folded.token_spans()
            tokens = zip(self._folded.tokens, spans, strict=True)
            self._units = [*(Reading(token, *span) for token, span in tokens), *self._guesses]
            self._units.sort(key=lambda unit: unit.start)
            self._by_end = sorted(self._units, key=lambda unit: unit.end)

    def hits(self, plain: bool, cut: bool) -> Iterator[Hit]:
        if plain:
            self._locate()
            for unit in self._units:
                if unit.letters in self._vocabulary.entries:
                    yield from self._around(unit, unit.letters)
        if cut:
            yield from self._cut_in_two()
        for guess in self._guesses:
            for word in self._vocabulary.read(guess):
                yield from self._around(guess, word)
            if guess.spelled:
                yield from self._inside(guess)

    def _around(self, unit: Reading, word: str) -> Iterator[Hit]:
        for entry in self._vocabulary.entries[word]:
            start = self._before(unit.start, entry.before)
            end = self._after(unit.end, entry.after)
            if start is not None and end is not None:
                yield start, end, entry.term

    def _cut_in_two(self) -> Iterator[Hit]:
        """A word with a blank in it, where one part cannot be a word of its own."""
        spans = self._folded.token_spans()
        text = self._folded.text
        for index, pair in enumerate(self._folded.pairs):
            (start, middle), (rest, end) = spans[index : index + 2]
            entries = self._vocabulary.entries.get(pair, ())
            if not entries or len(pair) < _SHORTEST_CUT or text[middle:rest] not in (" ", "\n"):
                continue
            parts = self._folded.tokens[index : index + 2]
            after_apostrophe = text[start - 1 : start] in ("'", "’")
            if any(map(_NO_WORD.fullmatch, parts)) and not after_apostrophe:
                unit = Reading(pair, start, end)
                self._locate()
                yield from self._around(unit, pair)

    def _inside(self, guess: Reading) -> Iterator[Hit]:
        """Words in a run of single letters."""
        letters = guess.letters[:_LONGEST_SPELLED]
        text = self._folded.text
        places = [i for i in range(guess.start, guess.end) if not text[i].isspace()]
        if len(places) != len(guess.letters):
            spaced = self._folded.spaced
            places = [i for i in range(guess.start, guess.end) if spaced[i] != " "]
        if len(places) != len(guess.letters):
            return
        for start in range(len(letters) - _SHORTEST_INSIDE + 1):
            longest = min(len(letters), start + 2 * self._vocabulary.longest)
            for end in range(start + _SHORTEST_INSIDE, longest + 1):
                part = guess._replace(
                    letters=letters[start:end], start=places[start], end=places[end - 1] + 1
                )
                for word in self._vocabulary.read(part):
                    yield from self._around(part, word)

    def _after(self, position: int, words: tuple[str, ...]) -> int | None:
        if not words:
            return position
        self._locate()
        first = bisect_left(self._units, position, key=lambda unit: unit.start)
        for unit in self._units[first:]:
            if unit.start > self._units[first].start + 1 or self._apart(position, unit.start):
                break
            if says(unit, words[0]):
                end = self._after(unit.end, words[1:])
                if end is not None:
                    return end
        return None

    def _before(self, position: int, words: tuple[str, ...]) -> int | None:
        if not words:
            return position
        self._locate()
        after = bisect_left(self._by_end, position + 1, key=lambda unit: unit.end)
        for unit in reversed(self._by_end[:after]):
            if unit.end < self._by_end[after - 1].end - 1 or self._apart(unit.end, position):
                break
            if says(unit, words[-1]):
                start = self._before(unit.start, words[:-1])
                if start is not None:
                    return start
        return None

    def _apart(self, start: int, end: int) -> bool:
        return bool(_END_OF_CLAUSE.search(self._folded.text, start, end))


def _spellings(words: tuple[str, ...], *, leet: bool, confusable: bool) -> set[str]:
    """Other ways to write the whole term in plain letters: in one word, or with look-alikes."""
    word = "".join(words)
    found = set()
    if len(words) > 1 and len(word) > 5:
        found.add(word)
    elif len(words) > 1:
        return found
    if leet and len(word) > 3 and "f" in word:
        found.add(word.replace("f", "ph"))
    if confusable and len(word) > 3:
        if "m" in word or "w" in word:
            found.add(word.replace("m", "rn").replace("w", "vv"))
        if len(word) > 4 and "i" in word:
            found |= {word.replace("i", "l"), word.replace("i", "l", 1)}
    if len(words) == 1:
        found.discard(word)
    return found


def _plurals(word: str) -> set[str]:
    return {f"{word}s", f"{word}es", f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"}


def _longest_only(hits: set[Hit]) -> list[Hit]:
    """Of overlapping hits of the same term, the longest."""
    kept: list[Hit] = []
    ends: dict[str, int] = {}
    for start, end, term in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= ends.get(term, 0):
            kept.append((start, end, term))
            ends[term] = end
    return kept
