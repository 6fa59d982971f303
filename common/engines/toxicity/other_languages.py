"""Obscene and insulting words of other languages, which the model knows nothing of.

A word counts by itself where it means nothing else anywhere; others need the text to be in their
language. Chinese and Japanese, which write no blanks, are searched through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from common.domain.remembered import Remembered
from common.engines.toxicity.model import Scores
from common.text.folding import Folded, fold
from common.text.languages import ENGLISH, spoken

_UNSPACED = frozenset({"ja", "zh"})
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_SHORTEST_STEM = 3
_SHORT = 4
_INNOCENT = "-"
_ARABIC_HEADS = ("وال", "بال", "ال", "و", "ب", "يا")
_SHORTEST_INNER = 3
_ARABIC_TAILS = ("كم", "هم", "ها", "ك", "ه", "ي")
_TOKENS_REMEMBERED, _LONGEST_REMEMBERED = 4_000, 24
_KINDS = {
    "o": Scores(obscene=0.9, toxic=0.7),
    "i": Scores(insult=0.8, toxic=0.75),
    "h": Scores(identity_attack=0.85, insult=0.6, toxic=0.85),
}


class Term(NamedTuple):
    """`rest` are the words that follow the first; the last of all may go on where `is_stem`."""

    language: str
    scores: Scores
    rest: tuple[str, ...]
    is_stem: bool
    is_ambiguous: bool
    marked: str
    """As it is written with its accents; empty where it has none."""


class Hit(NamedTuple):
    """`start` and `end` are in the folded text."""

    start: int
    end: int
    scores: Scores


class _Lists:
    def __init__(self) -> None:
        self.words: dict[str, list[Term]] = {}
        self.stems: dict[str, list[Term]] = {}
        self.beginnings: set[str] = set()
        self.unspaced: list[tuple[str, Scores]] = []
        self.innocent: list[str] = []
        text = files("common.engines.toxicity").joinpath("data", "other_languages.txt")
        for line in text.read_text("utf-8").splitlines():
            head, _, terms = line.partition(": ")
            language, _, kind = head.partition(" ")
            if kind in _KINDS or kind == _INNOCENT:
                for term in terms.split(", "):
                    self._add(language, kind, term)
        self.beginnings = {stem[:_SHORTEST_STEM] for stem in self.stems}

    def _add(self, language: str, kind: str, term: str) -> None:
        bare = term.rstrip("*?")
        if language in _UNSPACED and not bare.isascii():
            folded = fold(bare).text
            if kind == _INNOCENT:
                self.innocent.append(folded)
            else:
                self.unspaced.append((folded, _KINDS[kind]))
            return
        first, *rest = fold(bare).tokens
        marked = "" if bare.isascii() else bare
        is_stem, is_ambiguous = term.endswith("*"), term.endswith("?")
        made = Term(language, _KINDS[kind], tuple(rest), is_stem, is_ambiguous, marked)
        goes_on = is_stem and not rest
        (self.stems if goes_on else self.words).setdefault(first, []).append(made)


@cache
def _lists() -> _Lists:
    return _Lists()


def hits(folded: Folded) -> list[Hit]:
    lists = _lists()
    tokens = folded.tokens
    found: list[Hit] = []
    if not folded.original.isascii():
        if _CJK.search(folded.text):
            found += _unspaced(lists, folded.text)
        if any("\u0600" <= token[0] <= "\u06ff" for token in tokens):
            found += _arabic(lists, folded)
    terms = enumerate(map(_terms().__getitem__, tokens))
    if beginnings := [each for each in terms if each[1]]:
        found += _spaced(folded, beginnings)
    return found


def _unspaced(lists: _Lists, text: str) -> Iterator[Hit]:
    hidden = text
    for innocent in lists.innocent:
        if innocent in hidden:
            hidden = hidden.replace(innocent, "\0" * len(innocent))
    for term, scores in lists.unspaced:
        place = hidden.find(term)
        if place >= 0:
            yield Hit(place, place + len(term), scores)


def _arabic(lists: _Lists, folded: Folded) -> Iterator[Hit]:
    """Words with an article or "and" before them, or "your" behind."""
    for number, token in enumerate(folded.tokens):
        for inner in _inner(token):
            for term in lists.words.get(inner, ()):
                if not term.rest and not term.is_ambiguous:
                    yield Hit(*folded.token_spans()[number], term.scores)


def _inner(token: str) -> Iterator[str]:
    for head in ("", *_ARABIC_HEADS):
        if token.startswith(head):
            for tail in ("", *_ARABIC_TAILS):
                inner = token[len(head) : len(token) - len(tail)]
                if token.endswith(tail) and inner != token and len(inner) >= _SHORTEST_INNER:
                    yield inner


def _spaced(folded: Folded, beginnings: list[tuple[int, tuple[Term, ...]]]) -> Iterator[Hit]:
    """`beginnings` are the tokens with which terms begin, by number."""
    sure: set[str] = set()
    doubtful: list[tuple[int, Term]] = []
    has_marks = not folded.original.isascii()
    for number, terms in beginnings:
        for term in terms:
            if term.rest and not _goes_on(term, folded.tokens, number + 1):
                continue
            if term.is_ambiguous and not (has_marks and term.marked):
                doubtful.append((number, term))
                continue
            hit = _hit(term, folded, number)
            if not term.is_ambiguous or _has_its_marks(term, folded, hit):
                sure.add(term.language)
                yield hit
            else:
                doubtful.append((number, term))
    if doubtful:
        # Where they stand takes longer to tell, and most texts with such a word are English.
        languages = sure | _languages(folded.tokens)
        for number, term in doubtful:
            if term.language in languages:
                yield _hit(term, folded, number)


def _hit(term: Term, folded: Folded, number: int) -> Hit:
    spans = folded.token_spans()
    return Hit(spans[number][0], spans[number + len(term.rest)][1], term.scores)


@cache
def _terms() -> Remembered[str, tuple[Term, ...]]:
    """Those that begin with a token, of those tokens that were met lately: some 1 MB."""
    lists = _lists()
    return Remembered(
        lambda token: tuple(_beginning_with(lists, token)), _TOKENS_REMEMBERED, _LONGEST_REMEMBERED
    )


def _beginning_with(lists: _Lists, token: str) -> Iterator[Term]:
    yield from lists.words.get(token, ())
    if token[:_SHORTEST_STEM] in lists.beginnings:
        for end in range(_SHORTEST_STEM, len(token) + 1):
            yield from lists.stems.get(token[:end], ())


def _goes_on(term: Term, tokens: list[str], place: int) -> bool:
    tokens = tokens[place : place + len(term.rest)]
    if len(tokens) < len(term.rest):
        return False
    *middle, last = term.rest
    matches = tokens[-1].startswith(last) if term.is_stem else tokens[-1] == last
    return matches and tokens[:-1] == middle


def _has_its_marks(term: Term, folded: Folded, hit: Hit) -> bool:
    first, last = folded.original_span(hit.start, hit.end)
    return folded.original[first:last].strip().lower().startswith(term.marked)


def _languages(tokens: list[str]) -> set[str]:
    """What the text may be in: of whose common words it has more than of English ones. One is
    enough in a short text.
    """
    counts = spoken(tokens)
    english = counts.get(ENGLISH, 0)
    least = max(english + 1, 1 if len(tokens) <= _SHORT else 2)
    return {language for language, count in counts.items() if count >= least}
