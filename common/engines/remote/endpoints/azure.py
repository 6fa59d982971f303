"""Azure AI Content Safety, text and image."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Sequence
from typing import Any

from common.domain.labels import Place, Severity, Span
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part
from common.engines.remote.endpoints.labels import AZURE
from common.engines.remote.endpoints.parts import Piece, Scored, pieces, together
from common.engines.remote.line import Line

_VERSION = "2024-09-01"
# Azure: 10,000 characters a text, 4 MB an image.
_LONGEST = 10_000
_MOST_BYTES = 4 * 2**20
# Azure's eight severities, 0 being safe; an image has every other one. Each is a score and ours.
_SEVERITIES: tuple[tuple[float, Severity | None], ...] = (
    (0.0, None),
    (0.3, None),
    (0.5, "low"),
    (0.6, "low"),
    (0.7, "medium"),
    (0.8, "medium"),
    (0.9, "high"),
    (0.97, "critical"),
)


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    texts, cut = pieces(question, line.provider["max_characters"], _LONGEST)
    asked: list[Awaitable[Sequence[Scored]]] = [_text(line, piece) for piece in texts]
    asked += [_image(line, index, url) for index, url in enumerate(question.images)]
    return await together(asked, cut)


async def _text(line: Line, piece: Piece) -> list[Scored]:
    body = {"text": piece.text, "categories": AZURE, "outputType": "EightSeverityLevels"}
    return await _analyzed(line, "text", body, piece.span)


async def _image(line: Line, index: int, url: str) -> list[Scored]:
    content = b64encode(await line.image(url, _MOST_BYTES)).decode()
    return await _analyzed(line, "image", {"image": {"content": content}}, Place(index))


async def _analyzed(line: Line, kind: str, body: Any, place: Span | Place) -> list[Scored]:
    path = f"/contentsafety/{kind}:analyze?api-version={_VERSION}"
    key = {"ocp-apim-subscription-key": line.provider["key"] or ""}
    answer = await line.post(path, body, key)
    found = [_scored(each, place) for each in part(answer, "categoriesAnalysis", of=list)]
    if {each.label for each in found} != {*AZURE}:
        raise NotJudged("answer", "the answer has other categories than asked for")
    return found


def _scored(given: object, place: Span | Place) -> Scored:
    severity = part(given, "severity", of=int)
    if severity not in range(len(_SEVERITIES)):
        raise NotJudged("answer", "the answer has a severity that Azure does not have")
    score, ours = _SEVERITIES[severity]
    return Scored(part(given, "category", of=str), score, place, ours)
