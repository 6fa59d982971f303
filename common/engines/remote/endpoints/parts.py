"""What endpoints that judge a piece at a time have in common: pieces out, findings together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from common.domain.labels import Place, Severity, Span
from common.engines.remote.adapter import Finding, Question
from common.engines.remote.gathering import gathered

LEAST = 0.01
"""Scores below say that a label does not hold, and make no finding."""
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of text number `index`."""

    index: int
    start: int
    text: str = field(repr=False)

    @property
    def span(self) -> Span:
        return Span(self.index, self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Scored:
    """What one label has in one piece or image."""

    label: str
    score: float
    place: Span | Place
    severity: Severity | None = None


def pieces(question: Question, most: int, longest: int) -> tuple[list[Piece], int]:
    """The texts, at most `most` characters of all, in pieces of at most `longest` of them; and how
    many characters were left out.
    """
    found: list[Piece] = []
    left = most
    for index, text in enumerate(question.texts):
        taken = text[:left]
        left -= len(taken)
        for start in range(0, len(taken), longest):
            piece = taken[start : start + longest]
            if piece.strip():
                found.append(Piece(index, start, piece))
    return found, sum(map(len, question.texts)) - (most - left)


async def together(asked: Sequence[Awaitable[Sequence[Scored]]], cut: int = 0) -> list[Finding]:
    """Of all calls. Raises NotJudged, with what others found, where one failed or characters were
    left out.
    """
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    failures = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    scored = [
        each for outcome in outcomes if not isinstance(outcome, BaseException) for each in outcome
    ]
    return gathered([findings(scored), *failures], cut)


def findings(scored: Sequence[Scored]) -> list[Finding]:
    """One a label and medium: its highest score, and the places where it is likely, or the
    likeliest where it is nowhere.
    """
    by_kind: dict[tuple[str, bool], list[Scored]] = {}
    for each in scored:
        if each.score >= LEAST:
            by_kind.setdefault((each.label, isinstance(each.place, Place)), []).append(each)
    return [_finding(label, those) for (label, _), those in by_kind.items()]


def _finding(label: str, scored: Sequence[Scored]) -> Finding:
    top = max(scored, key=lambda each: each.score)
    places = [each.place for each in scored if each.score >= _LIKELY] or [top.place]
    spans = tuple(place for place in places if isinstance(place, Span))
    seen = tuple(place for place in places if isinstance(place, Place))
    return Finding(
        label, top.score, "image" if seen else "text", top.severity, spans=spans, places=seen
    )


Judge = Callable[[str], Awaitable[Sequence[tuple[str, float]]]]


async def of_piece(piece: Piece, judge: Judge) -> list[Scored]:
    return [Scored(label, score, piece.span) for label, score in await judge(piece.text)]


async def of_image(index: int, url: str, judge: Judge) -> list[Scored]:
    return [Scored(label, score, Place(index)) for label, score in await judge(url)]


async def ask_each(
    question: Question,
    most: int,
    longest: int,
    of_text: Judge | None = None,
    of_url: Judge | None = None,
) -> list[Finding]:
    """One call a piece of text and one an image."""
    asked: list[Awaitable[Sequence[Scored]]] = []
    cut = 0
    if of_text is not None:
        texts, cut = pieces(question, most, longest)
        asked += [of_piece(piece, of_text) for piece in texts]
    if of_url is not None:
        asked += [of_image(index, url, of_url) for index, url in enumerate(question.images)]
    return await together(asked, cut)
