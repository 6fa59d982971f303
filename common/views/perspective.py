"""What Perspective's clients are told of comments: all of it, unless a call selects fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from typing_extensions import TypedDict

from common.domain.comment import AttributeScore, Languages
from common.views.partial import Shape


class ScoreAnswer(TypedDict, total=False):
    value: float
    type: Literal["PROBABILITY"]


class SpanScoreAnswer(TypedDict, total=False):
    """`begin` and `end` count UTF-16 code units, the end exclusive."""

    begin: int
    end: int
    score: ScoreAnswer


class AttributeScoresAnswer(TypedDict, total=False):
    summaryScore: ScoreAnswer
    spanScores: list[SpanScoreAnswer]


class AnalyzeAnswer(TypedDict, total=False):
    """`languages` are those that counted, `detectedLanguages` what the text is told to be in."""

    attributeScores: dict[str, AttributeScoresAnswer]
    languages: list[str]
    detectedLanguages: list[str]
    clientToken: str


class SuggestAnswer(TypedDict, total=False):
    requestedLanguages: list[str]
    detectedLanguages: list[str]
    clientToken: str


_SCORE: Shape = {"value": {}, "type": {}}
_ATTRIBUTE: Shape = {
    "summaryScore": _SCORE,
    "spanScores": {"begin": {}, "end": {}, "score": _SCORE},
}
ANALYZE_SHAPE: Shape = {
    "attributeScores": {"*": _ATTRIBUTE},
    "languages": {},
    "detectedLanguages": {},
    "clientToken": {},
}
SUGGEST_SHAPE: Shape = {"requestedLanguages": {}, "detectedLanguages": {}, "clientToken": {}}


def analyze_answer(
    scores: Mapping[str, AttributeScore], languages: Languages, client_token: str | None
) -> AnalyzeAnswer:
    answer: AnalyzeAnswer = {
        "attributeScores": {name: _attribute(score) for name, score in scores.items()},
        "languages": [*languages.effective],
        "detectedLanguages": [*languages.detected],
    }
    if client_token:
        answer["clientToken"] = client_token
    return answer


def suggest_answer(languages: Languages, client_token: str | None) -> SuggestAnswer:
    answer: SuggestAnswer = {
        "requestedLanguages": [*languages.asked],
        "detectedLanguages": [*languages.detected],
    }
    if client_token:
        answer["clientToken"] = client_token
    return answer


def _attribute(score: AttributeScore) -> AttributeScoresAnswer:
    return {
        "summaryScore": _score(score.value),
        "spanScores": [
            {"begin": span.begin, "end": span.end, "score": _score(span.value)}
            for span in score.spans
        ],
    }


def _score(value: float) -> ScoreAnswer:
    return {"value": value, "type": "PROBABILITY"}
