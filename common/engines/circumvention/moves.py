"""Proposals to leave that name no address: off this site, outside the fees.

One sentence has to propose something and say that it is to happen outside, or propose to deal
directly and say that fees are saved so. Who warns of that, or forbids it, proposes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from common.engines.circumvention.move_words import (
    APPS_ELSEWHERE,
    HINTS,
    MOVES,
    REASON,
    TOLD,
    WARNED,
    Move,
)
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal
from common.engines.circumvention.views import View

_OUTSIDE, _FEES, _ELSEWHERE = 0.75, 0.65, 0.65
# A longer sentence is looked at in pieces, so that none costs more than its length.
_SENTENCE = LazyPattern(r"[^.!?\n।؟]{8,400}")
_WARNED = LazyPattern(WARNED)
_TOLD = LazyPattern(TOLD)
_REASON = LazyPattern(REASON)
_APPS = LazyPattern(APPS_ELSEWHERE)


class _Proposal:
    """The words of one language, compiled when a text has one of its hints."""

    def __init__(self, move: Move) -> None:
        self.hints = frozenset(move.hints.split())
        self.proposes = LazyPattern(move.proposes)
        self.outside = LazyPattern(move.outside)
        self.fees = LazyPattern(move.fees)
        self.directly = LazyPattern(move.directly)


PROPOSALS = [_Proposal(move) for move in MOVES]


def move_signals(view: View) -> Iterator[Signal]:
    if HINTS.isdisjoint(view.hints):
        return
    fitting = [each for each in PROPOSALS if not each.hints.isdisjoint(view.hints)]
    found = (
        signal
        for sentence in _SENTENCE.finditer(view.text)
        for signal in _of_sentence(view.text, *sentence.span(), fitting)
    )
    yield from islice(found, MOST_SIGNALS)


def _of_sentence(text: str, start: int, end: int, proposals: list[_Proposal]) -> Iterator[Signal]:
    for each in proposals:
        proposed = each.proposes.search(text, start, end)
        if proposed is None:
            continue
        outside = each.outside.search(text, start, end)
        fees = None if outside else each.fees.search(text, start, end)
        if outside is None and not (fees and each.directly.search(text, start, end)):
            continue
        said = max(proposed.end(), outside.end()) if outside else end
        if not _is_told(text, start, said, end):
            yield Signal("move", start, end, _OUTSIDE if outside else _FEES)
        return
    found = _APPS.search(text, start, end)
    if found and not _is_told(text, start, found.end(), end):
        yield Signal("move", *found.span(), _ELSEWHERE)


def _is_told(text: str, start: int, said: int, end: int) -> bool:
    """`said` is where the sentence from `start` to `end` has made its proposal."""
    reason = _REASON.search(text, said, end)
    clause = reason.start() if reason else end
    return bool(_WARNED.search(text, start, end) or _TOLD.search(text, start, clause))
