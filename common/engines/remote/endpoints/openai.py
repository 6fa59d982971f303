"""OpenAI's `/v1/moderations`, and whatever speaks like it; Gavel does, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from common.domain.labels import Place
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part, score
from common.engines.remote.endpoints.labels import OPENAI
from common.engines.remote.endpoints.parts import Piece, Scored, pieces, together
from common.engines.remote.line import Line

_PATH = "/moderations"
_LONGEST = 20_000
_AT_ONCE = 32


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    """Texts go together, images one by one: `omni-moderation-latest` takes a single one a call."""
    texts, cut = pieces(question, line.provider["max_characters"], _LONGEST)
    groups = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
    asked = [_texts(line, group) for group in groups]
    asked += [_image(line, index, url) for index, url in enumerate(question.images)]
    return await together(asked, cut)


async def _texts(line: Line, group: Sequence[Piece]) -> list[Scored]:
    results = await _results(line, [piece.text for piece in group], len(group))
    return [
        Scored(label, found, piece.span)
        for piece, result in zip(group, results, strict=True)
        for label, found in scores_of(result).items()
    ]


async def _image(line: Line, index: int, url: str) -> list[Scored]:
    given = [{"type": "image_url", "image_url": {"url": url}}]
    (result,) = await _results(line, given, 1)
    kinds = result.get("category_applied_input_types")
    return [
        Scored(label, found, Place(index))
        for label, found in scores_of(result).items()
        if _was_applied(kinds, label)
    ]


async def _results(line: Line, given: Any, count: int) -> list[dict[str, Any]]:
    body = {"input": given, **({"model": model} if (model := line.provider["model"]) else {})}
    answer = await line.post(_PATH, body)
    results: list[dict[str, Any]] = part(answer, "results", of=list)
    if len(results) != count:
        raise NotJudged("answer", "the answer has not one result for each input")
    return [part(result, of=dict) for result in results]


def scores_of(result: Mapping[str, Any]) -> dict[str, float]:
    """Older models lack some categories, and have none for others: null."""
    given = part(result, "category_scores", of=dict)
    known = [label for label in OPENAI if given.get(label) is not None]
    if not known:
        raise NotJudged("answer", "the answer has none of the endpoint's categories")
    return {label: score(given, label) for label in known}


def _was_applied(kinds: Any, label: str) -> bool:
    """Of an image only some categories are judged; the score of the others says nothing."""
    return not isinstance(kinds, dict) or "image" in (kinds.get(label) or ())
