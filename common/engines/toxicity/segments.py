"""A text as the sentences that are scored, in the words that a reader makes of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from common.engines.toxicity.lexicon import disguised_terms, kinds
from common.text.folding import Folded

if TYPE_CHECKING:
    from common.engines.block_list.words import WordMatcher

_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 12, 300
_SHORTEST_SPLIT = 90
_STOP, _BREAK = "[.!?\u2026\u061f]", "[\u3002\uff01\uff1f\n\r]"
# A stop and a blank, or breaks. What begins with one set of characters is found four times faster.
_END = re.compile(f"[{_STOP[1:-1]}{_BREAK[1:-1]}](?:(?<={_STOP})\\s|(?<={_BREAK}){_BREAK}*)")
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff]")


class Segment(NamedTuple):
    """`start` and `end` are in the folded text."""

    start: int
    end: int
    tokens: list[str]


class _Change(NamedTuple):
    """What stands for a slice of the folded text: a word that was disguised, an emoji."""

    start: int
    end: int
    shown: str


def sentences(folded: Folded) -> list[Segment]:
    """All of the text, in its order; a short text is one sentence."""
    shown = folded.spaced
    if not folded.text or folded.text.isspace():
        return []
    changes = _changes(folded)
    if not changes and len(shown) <= _LONGEST_SENTENCE:
        return [*_as_written(folded)]
    if len(shown) <= _SHORTEST_SPLIT:
        return [Segment(0, len(shown), _shown(shown, 0, len(shown), changes).split())]
    starts = [change.start for change in changes]
    found = []
    for start, end in _borders(folded.text, changes):
        own = changes[bisect_left(starts, start) : bisect_left(starts, end)] if changes else ()
        tokens = _shown(shown, start, end, own).split()
        if tokens:
            found.append(Segment(start, end, tokens))
    return found


def _as_written(folded: Folded) -> Iterator[Segment]:
    """Of a text in which no word is read as another and no sentence is cut: in its own tokens."""
    shown, tokens = folded.spaced, folded.tokens
    if len(shown) <= _SHORTEST_SPLIT:
        yield Segment(0, len(shown), tokens)
        return
    start = first = 0
    for match in _END.finditer(folded.text):
        end = match.end()
        if end - start >= _SHORTEST_SENTENCE or end == len(shown):
            last = first + len(shown[start:end].split())
            if last > first:
                yield Segment(start, end, tokens[first:last])
            start, first = end, last
    if first < len(tokens):
        yield Segment(start, len(shown), tokens[first:])


def _shown(spaced: str, start: int, end: int, changes: Sequence[_Change]) -> str:
    if not changes:
        return spaced[start:end]
    parts: list[str] = []
    for change in changes:
        parts += (spaced[start : change.start], f" {change.shown} ")
        start = change.end
    return "".join((*parts, spaced[start:end]))


def _borders(text: str, changes: Sequence[_Change]) -> Iterator[tuple[int, int]]:
    """Not inside of a change; short sentences go with the next, long ones are cut between words."""
    starts = [change.start for change in changes]

    def free(place: int) -> int:
        """The first place from there on that no change holds together."""
        number = bisect_left(starts, place) - 1
        return max(place, changes[number].end) if number >= 0 else place

    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if (end - start < _SHORTEST_SENTENCE and end < len(text)) or free(end) > end:
            continue
        while end - start > _LONGEST_SENTENCE:
            blank = text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
            place = free(blank if blank > 0 else start + _LONGEST_SENTENCE)
            if place >= end:
                break
            yield start, place
            start = place
        if start < end:
            yield start, end
        start = end


def _changes(folded: Folded) -> list[_Change]:
    """In their order, none overlapping another; of the words that a mask may stand for, the longest
    ("fuck", not "fck").
    """
    found = [*_disguised(folded)]
    if not folded.original.isascii():
        found += [_Change(*match.span(), match.group()) for match in _EMOJI.finditer(folded.text)]
    if not found:
        return found
    kept: list[_Change] = []
    for change in sorted(found, key=_longest_first):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _longest_first(change: _Change) -> tuple[int, int, int, str]:
    return change.start, -change.end, -len(change.shown), change.shown


def _disguised(folded: Folded) -> Iterator[_Change]:
    known = kinds()
    for first, last, term in _matcher().find(folded):
        start, end = folded.folded_span(first, last)
        if start < end and folded.spaced[start:end].strip() not in known:
            yield _Change(start, end, term)


@cache
def _matcher() -> WordMatcher:
    from common.engines.block_list.words import WordMatcher

    return WordMatcher(disguised_terms())
