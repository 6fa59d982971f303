"""AWS Comprehend, DetectToxicContent: English, in segments of a kilobyte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part, score
from common.engines.remote.endpoints.aws_calls import call
from common.engines.remote.endpoints.labels import COMPREHEND, TOXICITY
from common.engines.remote.endpoints.parts import Piece, Scored, pieces, together
from common.engines.remote.line import Line

_TARGET = "Comprehend_20171127.DetectToxicContent"
# AWS: ten segments a call, a kilobyte of UTF-8 each. No character has more than four bytes.
_SEGMENTS = 10
_LONGEST = 250


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    texts, cut = pieces(question, line.provider["max_characters"], _LONGEST)
    groups = [texts[start : start + _SEGMENTS] for start in range(0, len(texts), _SEGMENTS)]
    return await together([_asked(line, group) for group in groups], cut)


async def _asked(line: Line, group: Sequence[Piece]) -> list[Scored]:
    segments = [{"Text": piece.text} for piece in group]
    body = {"TextSegments": segments, "LanguageCode": "en"}
    answer = await call(line, "comprehend", _TARGET, body)
    results = part(answer, "ResultList", of=list)
    if len(results) != len(group):
        raise NotJudged("answer", "the answer has not one result for each segment")
    return [
        Scored(label, found, piece.span)
        for piece, result in zip(group, results, strict=True)
        for label, found in _labels(result)
    ]


def _labels(result: object) -> Iterator[tuple[str, float]]:
    yield TOXICITY, score(result, "Toxicity")
    for each in part(result, "Labels", of=list):
        if (name := part(each, "Name", of=str)) in COMPREHEND:
            yield name, score(each, "Score")
