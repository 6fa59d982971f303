"""AWS Rekognition, DetectModerationLabels. It takes bytes, which Gavel fetches."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part
from common.engines.remote.endpoints.aws_calls import call
from common.engines.remote.endpoints.parts import ask_each
from common.engines.remote.line import Line

_TARGET = "RekognitionService.DetectModerationLabels"
# AWS: images passed as bytes have 5 MB at most.
_MOST_BYTES = 5 * 2**20
_LEAST_CONFIDENCE = 1


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def judge(url: str) -> list[tuple[str, float]]:
        data = await line.image(url, _MOST_BYTES)
        body = {
            "Image": {"Bytes": b64encode(data).decode()},
            "MinConfidence": _LEAST_CONFIDENCE,
        }
        answer = await call(line, "rekognition", _TARGET, body)
        return [_label(each) for each in part(answer, "ModerationLabels", of=list)]

    return await ask_each(question, 0, 1, of_url=judge)


def _label(given: object) -> tuple[str, float]:
    confidence = float(part(given, "Confidence", of=(int, float)))
    if not 0 <= confidence <= 100:
        raise NotJudged("answer", "the answer has a confidence beyond 100")
    return part(given, "Name", of=str), confidence / 100
