"""How toxic a text is, and which of its sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from common.domain.content import Content
from common.engines.budget import within_budget
from common.engines.toxicity.lexicon import always_obscene
from common.engines.toxicity.model import LABELS, Model, Scores, Sums, model, windows
from common.engines.toxicity.other_languages import hits
from common.engines.toxicity.segments import Segment, sentences
from common.text.folding import Folded, fold

__all__ = [
    "LABELS",
    "Found",
    "Scores",
    "SentenceScores",
    "TextScores",
    "content_scores",
    "scored",
]

_NOTHING = Scores()
_OBSCENE = Scores(obscene=0.8)


class SentenceScores(NamedTuple):
    """`start` and `end` are in the text as sent."""

    start: int
    end: int
    scores: Scores


class TextScores:
    """`scores` are the most that a sentence, or a thousand characters at once, come to.
    `complete` says that all of the text was looked at, with all that it shows where it is encoded
    or turned round. Each sentence's own scores are worked
    out for those who look at them, which for harmless texts is nobody.
    """

    def __init__(
        self,
        scores: Scores,
        sentences: Callable[[], tuple[SentenceScores, ...]],
        *,
        complete: bool = True,
    ) -> None:
        self.scores = scores
        self.complete = complete
        self._of_sentences = sentences

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TextScores):
            return NotImplemented
        mine, theirs = ((each.scores, each.sentences, each.complete) for each in (self, other))
        return mine == theirs

    @cached_property
    def sentences(self) -> tuple[SentenceScores, ...]:
        return self._of_sentences()


class _Judged(NamedTuple):
    """`listed` are the scores of the words in it that lists have."""

    sentence: Segment
    sums: Sums
    listed: Scores


class Found:
    """What the engine last found of one text, for those who ask for more than its labels; None as
    long as it did not come to it.
    """

    def __init__(self, text: str) -> None:
        del text
        self.scores: TextScores | None = None


class _Scoring:
    """Of one text, for all engines that ask; what an engine had no time for, the next one tries."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._scores: TextScores | None = None

    def scores(self) -> TextScores:
        if self._scores is None or not self._scores.complete:
            self._scores = scored(self._folded)
        return self._scores


def content_scores(content: Content, index: int) -> TextScores:
    """Of text number `index`; scored once, whatever engine asks first."""
    return content.derived_from(_Scoring, fold, index).scores()


def scored(folded: Folded, judge: Model | None = None) -> TextScores:
    if folded.is_endless:
        return TextScores(_NOTHING, tuple, complete=False)
    judge = judge or model()
    found = sentences(folded)
    listed = deque(sorted(hits(folded)))
    obscene = always_obscene()
    judged: list[_Judged] = []
    for sentence in within_budget(found):
        said = _NOTHING if obscene.isdisjoint(sentence.tokens) else _OBSCENE
        while listed and listed[0].start < sentence.end:
            said = said.most(listed.popleft().scores)
        judged.append(_Judged(sentence, judge.sums(sentence.tokens), said))
    pieces = [each.sums for each in judged]
    if len(pieces) > 1:
        pieces = [*pieces, *windows(pieces)]
    most = judge.most(pieces)
    for each in judged:
        if each.listed is not _NOTHING:
            most = most.most(each.listed)
    own = partial(_of_sentences, judged, judge, folded)
    complete = len(judged) == len(found) and folded.views_are_complete
    return TextScores(most, own, complete=complete)


def _of_sentences(
    judged: Sequence[_Judged], judge: Model, folded: Folded
) -> tuple[SentenceScores, ...]:
    return tuple(
        SentenceScores(
            *folded.original_span(sentence.start, sentence.end), judge.scores(sums).most(listed)
        )
        for sentence, sums, listed in judged
    )
