"""The default's scores and the stronger model's as one, where the default is unsure.

A score is the value of a logistic curve; what is added up, label by label, is what goes into the
curve (the logits). The weights are calibrated so that 0.5 means of the sum what it means of the
default: `benchmarks/toxicity/stronger/calibrate.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from common.domain.content import Content
from common.engines.budget import within_budget
from common.engines.toxicity.lexicon import always_obscene
from common.engines.toxicity.model import LABELS, Scores
from common.engines.toxicity.other_languages import hits
from common.engines.toxicity.scoring import SentenceScores, TextScores, content_scores
from common.engines.toxicity.segments import sentences
from common.engines.toxicity.stronger.installed import FOLDER
from common.engines.toxicity.stronger.transformer import MOST_TOKENS, Transformer, transformer
from common.text.folding import Folded, fold

MOST_PIECES = 24
"""Of one text; of a longer one, those that the default finds most toxic."""
_FURTHEST = 8.0
_MARKS = 2


class Weights(NamedTuple):
    """Of one label: what the default's logit and the model's count, and what is added."""

    default: float
    model: float
    bias: float

    def blend(self, score: float, logit: float) -> float:
        return curve(self.default * logit_of(score) + self.model * logit + self.bias)


class Blend(NamedTuple):
    """The model is asked where the largest of the default's scores is from `least` to `most`."""

    least: float
    most: float
    weights: tuple[Weights, ...]

    def is_unsure(self, scores: Scores) -> bool:
        return self.least <= max(scores) <= self.most

    def scores(self, default: Scores, logits: Scores) -> Scores:
        triples = zip(self.weights, default, logits, strict=True)
        return Scores(*(weights.blend(score, logit) for weights, score, logit in triples))


class Piece(NamedTuple):
    """Neighbouring sentences that the model reads at once; `default` is the most of them. Of a
    sentence that is too long alone, its beginning is read.
    """

    sentences: range
    numbers: list[int]
    default: Scores


@cache
def blend() -> Blend:
    return blend_in(FOLDER)


def blend_in(folder: Path) -> Blend:
    stored = json.loads((folder / "blend.json").read_text("utf-8"))
    weights = tuple(Weights(**stored["labels"][name]) for name in LABELS)
    return Blend(stored["least"], stored["most"], weights)


def blended_scores() -> Callable[[Content, int], TextScores]:
    """Of a content's text of that number. Raises Unavailable where there is no model."""
    model, by = transformer(), blend()

    def scores(content: Content, index: int) -> TextScores:
        return blended(content_scores(content, index), content.derived(fold, index), model, by)

    return scores


def blended(text: TextScores, folded: Folded, model: Transformer, by: Blend) -> TextScores:
    """The default's where it is sure, of the whole text or of a piece of a long one, and where
    it sees what the model does not: words of other languages, and disguised ones.
    """
    if not by.is_unsure(text.scores) or hits(folded) or _is_disguised(folded):
        return text
    if not text.sentences:
        return text
    pieces = list(_pieces(text, folded, model))
    if len(pieces) == 1:
        pieces = [pieces[0]._replace(default=text.scores)]
    pieces.sort(key=lambda piece: -max(piece.default))
    unsure = [piece for piece in pieces if by.is_unsure(piece.default)][:MOST_PIECES]
    places = list(text.sentences)
    most = Scores()
    asked = set()
    swears = not always_obscene().isdisjoint(folded.tokens)
    for piece in within_budget(unsure):
        logits = model.logits(piece.numbers)
        asked.add(piece.sentences)
        most = most.most(_kept(piece.default, by.scores(piece.default, logits), swears))
        for number in piece.sentences:
            default = places[number].scores
            scores = _kept(default, by.scores(default, logits), swears)
            places[number] = places[number]._replace(scores=scores)
    for piece in pieces:
        if piece.sentences not in asked:
            most = most.most(piece.default)
    complete = text.complete and len(asked) == len(unsure)
    return TextScores(most, lambda: tuple(places), complete=complete)


def _kept(default: Scores, blended: Scores, swears: bool) -> Scores:
    """A listed swear word is one, whatever the model makes of the sentence."""
    return blended.most(Scores(obscene=default.obscene)) if swears else blended


def _is_disguised(folded: Folded) -> bool:
    """Whether the default reads a word that the text spells in another way."""
    plain = {*folded.tokens}
    return any(
        token.isascii() and token not in plain
        for sentence in sentences(folded)
        for token in sentence.tokens
    )


def _pieces(text: TextScores, folded: Folded, model: Transformer) -> Iterator[Piece]:
    places = text.sentences
    read = [model.words.read(_folded(folded, each, each), MOST_TOKENS) for each in places]
    first, length = 0, 0
    for number, numbers in enumerate(read):
        own = len(numbers) - _MARKS
        if number > first and length + own + _MARKS > MOST_TOKENS:
            yield _piece(places, first, number, folded, model)
            first, length = number, 0
        length += own
    yield _piece(places, first, len(places), folded, model)


def _piece(
    places: Sequence[SentenceScores], first: int, end: int, folded: Folded, model: Transformer
) -> Piece:
    most = Scores()
    for place in places[first:end]:
        most = most.most(place.scores)
    words = _folded(folded, places[first], places[end - 1])
    return Piece(range(first, end), model.words.read(words, MOST_TOKENS), most)


def _folded(folded: Folded, first: SentenceScores, last: SentenceScores) -> str:
    if first.start == 0 and last.end >= len(folded.original):
        return folded.text
    return Folded(folded.original[first.start : last.end]).text


def logit_of(score: float) -> float:
    """Within bounds, which no score of the default's says more than."""
    bounded = max(1e-9, min(1 - 1e-9, score))
    return max(-_FURTHEST, min(_FURTHEST, log(bounded / (1 - bounded))))


def curve(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
