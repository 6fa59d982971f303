"""A list of words and phrases, compiled.

Words that stand plainly in the text are one set operation, whatever the size of the list; only
readings of obfuscated spellings are looked up one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from common.engines.block_list.hits import Hit, Places
from common.engines.block_list.search import Search
from common.engines.block_list.substrings import (
    UNSPACED,
    Fragment,
    SubstringMatcher,
    is_symbol,
    without_tones,
)
from common.engines.budget import leave_out
from common.text.folding import Folded, fold
from common.text.obfuscation import readings
from common.text.readings import Reading, without_symbols
from common.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from common.text.marks import Marks

_DRAWN = re.compile(r"[@$!|+*#%€£](?=\S)|(?<=\S)[@$|+*#%€£]")
_SHORTEST_JOINED = 6
_SHORTEST_SPELLED = 4
_DOUBLED = re.compile("[^aeiou][aeiou][bdfgklmnprtvz]")


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
        self._plural = plural
        self._substring = substring
        self._marked: dict[str, tuple[str, ...]] = {}
        self.vocabulary = Vocabulary()
        fragments: list[Fragment] = []
        for term in terms:
            self._add(term, fragments)
        self._fragments = SubstringMatcher(fragments) if fragments else None
        self.vocabulary.index()

    def _add(self, term: str, fragments: list[Fragment]) -> None:
        folded = fold(term)
        text = folded.text.strip()
        words = tuple(folded.tokens)
        if not text:
            return
        if not term.isascii():
            self._mark(term)
        drawn = not text.isalnum() and bool(_DRAWN.search(text))
        if drawn and self._leet and any(map(str.isalpha, text)):
            # A term that is itself in leet; what cannot be read is taken literally.
            text = without_symbols(text)
            words = tuple(fold(text).tokens)
            drawn = bool(_DRAWN.search(text))
        if not words or (not text.isascii() and any(map(is_symbol, text))):
            whole = bool(words) and not self._substring
            fragments.append(Fragment(without_tones(text), term, whole, symbol=True))
            return
        if self._substring or (not text.isascii() and UNSPACED.search(text)):
            fragments.append(Fragment(text, term))
        elif drawn:
            fragments.append(Fragment(text, term, whole=True))
            return
        self._add_words(term, words)

    def _mark(self, term: str) -> None:
        from common.text.marks import marked_letters

        if letters := marked_letters(term):
            self._marked[term] = tuple(letters)

    def _add_words(self, term: str, words: tuple[str, ...]) -> None:
        joined = "".join(words)
        spellings: set[str] = set()
        if len(words) == 1 or len(joined) >= _SHORTEST_JOINED:
            spellings = _spellings(joined, leet=self._leet, confusable=self._confusable)
        self.vocabulary.add(term, words, spellings)
        if len(words) > 1 and len(joined) >= _SHORTEST_JOINED:
            self.vocabulary.add_joined(term, joined)
        if self._plural:
            for form in inflected(words[-1]):
                self.vocabulary.add(term, (*words[:-1], form), kind="form")
            for form in inflected(words[0]) if len(words) > 1 else ():
                self.vocabulary.add(term, (form, *words[1:]), kind="form")

    def find(self, folded: Folded) -> list[Hit]:
        """At most fifty places of one term, and a thousand of all. What the text shows where it is
        encoded or turned round is not looked through for still more than two hundred.
        """
        places = Places()
        for hit in self._found(folded, places):
            places.add(*hit)
        for view in () if places.enough else folded.views:
            if places.enough:
                break
            for start, end, term in self._found(view.folded, places):
                places.add(*view.original_span(start, end), term)
        if not places.enough and not folded.views_are_complete:
            leave_out("a text is encoded or turned round too many times")
        return places.longest()

    def _found(self, folded: Folded, places: Places) -> Iterator[Hit]:
        """Places in `folded.original`."""
        guesses = self._allowed(folded.readings(readings))
        found: Iterable[Hit] = ()
        if self._fragments:
            found = self._fragments.find(folded, guesses, places.wants)
        if self.vocabulary.may_be_in(folded, guesses):
            found = chain(Search(self.vocabulary, folded, guesses).hits(), found)
        marks: Marks | None = None
        for start, end, term in found:
            if places.full:
                return
            if not places.wants(term):
                continue
            first, last = folded.original_span(start, end)
            if term in self._marked or not folded.original.isascii():
                from common.text.marks import Marks

                marks = marks or Marks(folded)
                marked = self._marked.get(term, ())
                if not marks.agree(term, marked, first, last, folding=self._confusable):
                    continue
            yield first, last, term

    def _allowed(self, guesses: list[Reading]) -> list[Reading]:
        if self._leet and self._confusable:
            return guesses
        return [
            guess
            for guess in guesses
            if (self._leet or not guess.leet) and (self._confusable or not guess.confusable)
        ]


def _spellings(word: str, *, leet: bool, confusable: bool) -> set[str]:
    """Other ways to write a term in plain letters, which may be words of their own."""
    found = set()
    if leet and len(word) >= _SHORTEST_SPELLED and "f" in word:
        found.add(word.replace("f", "ph"))
    if confusable and len(word) >= _SHORTEST_SPELLED:
        if "m" in word or "w" in word:
            found.add(word.replace("m", "rn").replace("w", "vv"))
        if len(word) > _SHORTEST_SPELLED and "i" in word:
            found |= {word.replace("i", "l"), word.replace("i", "l", 1)}
    found.discard(word)
    return found


def inflected(word: str) -> set[str]:
    """The plural, and what English makes of a verb."""
    stem = word[:-1]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return {f"{word}s", f"{stem}ies", f"{stem}ied", f"{word}ing"}
    if word.endswith("e"):
        return {f"{word}s", f"{word}d", f"{stem}ing", *_voiced(word, "fe")}
    found = {f"{word}s", f"{word}es", f"{word}ed", f"{word}ing", *_voiced(word, "f")}
    if _DOUBLED.fullmatch(word[-3:]):
        found |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return found


def _voiced(word: str, ending: str) -> set[str]:
    return {f"{word.removesuffix(ending)}ves"} if word.endswith(ending) else set()
