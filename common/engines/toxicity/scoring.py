"""How toxic a text is, and which of its sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from common.domain.content import Content
from common.engines.budget import within_budget
from common.engines.toxicity.lexicon import always_obscene
from common.engines.toxicity.model import LABELS, Model, Raw, Scores, Sums, model, windows
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
    sums: list[Sums] = []
    said: dict[int, Scores] = {}
    for number, sentence in enumerate(within_budget(found)):
        if not obscene.isdisjoint(sentence.tokens):
            said[number] = _OBSCENE
        while listed and listed[0].start < sentence.end:
            said[number] = said.get(number, _NOTHING).most(listed.popleft().scores)
        sums.append(judge.sums(sentence.tokens))
    together = windows(sums) if len(sums) > 1 else ()
    raw = [*map(judge.raw, (*sums, *together))]
    most = judge.most(raw)
    for scores in said.values():
        most = most.most(scores)
    own = partial(_of_sentences, found, raw[: len(sums)], said, judge, folded)
    complete = len(sums) == len(found) and folded.views_are_complete
    return TextScores(most, own, complete=complete)


def _of_sentences(
    found: Sequence[Segment],
    raw: Sequence[Raw],
    said: Mapping[int, Scores],
    judge: Model,
    folded: Folded,
) -> tuple[SentenceScores, ...]:
    """`said` are the scores of the words that lists have, by the number of the sentence."""
    return tuple(
        SentenceScores(
            *folded.original_span(sentence.start, sentence.end),
            judge.scores(each).most(said[number]) if number in said else judge.scores(each),
        )
        for number, (sentence, each) in enumerate(zip(found, raw, strict=False))
    )
