"""Toxicity: insults, obscenity, threats, attacks on groups, sexual content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from common.domain.content import Content
from common.domain.labels import Label, Span
from common.engines.budget import leave_out, within_budget
from common.engines.config import DEFAULT_THRESHOLD
from common.engines.engine import Classifier, CreatorFacts, Resources, Unavailable
from common.engines.toxicity.config import ToxicityConfig
from common.engines.toxicity.scoring import (
    LABELS,
    Found,
    Scores,
    TextScores,
    content_scores,
    scored,
)
from common.text.folding import fold

NAME = "automod_toxicity"
_LEAST = 0.1
"""A label with less is not worth keeping, unless the policy's threshold is lower still."""

_WARMING_UP = "f*ck, scheiße 大学"
"""Loads whatever a text may need."""

Config = ToxicityConfig
Scoring = Callable[[Content, int], TextScores]
"""Of the text of that number."""


def prepare(config: ToxicityConfig, resources: Resources) -> Classifier:
    del resources
    scored(fold(_WARMING_UP))
    asked = {ask.label: ask.threshold for ask in config.asks()}
    for ask in config.asks():
        asked[ask.label] = min(asked[ask.label], ask.threshold)
    least = Scores(*(min(_LEAST, asked.get(name, _LEAST)) for name in LABELS))

    scoring = _scoring(config)

    async def classify(content: Content, facts: CreatorFacts) -> Sequence[Label]:
        del facts
        return find(content, least, scoring)

    return classify


def _scoring(config: ToxicityConfig) -> Scoring:
    """Without the model that the policy wants the default judges, and says that it is not all."""
    if config.model != "blended":
        return content_scores
    from common.engines.toxicity.stronger.blending import blended_scores

    try:
        return blended_scores()
    except Unavailable as error:
        reason = str(error)

    def scores(content: Content, index: int) -> TextScores:
        leave_out(reason)
        return content_scores(content, index)

    return scores


def find(content: Content, least: Scores, scoring: Scoring = content_scores) -> list[Label]:
    """The labels with at least the scores `least`, with the sentences that say so."""
    judged: list[tuple[int, TextScores]] = []
    for index in within_budget(range(len(content.texts))):
        text = content.derived(Found, index).scores = scoring(content, index)
        if not text.complete:
            leave_out("a text was too long to score all of it")
        judged.append((index, text))
    if not judged:
        return []
    most = reduce(Scores.most, (text.scores for _, text in judged))
    return [
        Label(NAME, name, score, spans=_spans(judged, number, score))
        for number, (name, score, bound) in enumerate(zip(LABELS, most, least, strict=True))
        if score >= bound
    ]


def _spans(judged: list[tuple[int, TextScores]], number: int, score: float) -> tuple[Span, ...]:
    """The sentences that reach the score at which a label counts, or else the one with the most."""
    bound = min(score, DEFAULT_THRESHOLD)
    found = [
        Span(index, sentence.start, sentence.end)
        for index, text in judged
        for sentence in text.sentences
        if sentence.scores[number] >= bound
    ]
    if found:
        return tuple(found)
    places = [
        (sentence.scores[number], Span(index, sentence.start, sentence.end))
        for index, text in judged
        for sentence in text.sentences
    ]
    return (max(places, key=lambda place: place[0])[1],) if places else ()
