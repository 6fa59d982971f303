"""Google Cloud Vision, SafeSearch. Google fetches the images itself."""

from __future__ import annotations

from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part
from common.engines.remote.endpoints import google_access
from common.engines.remote.endpoints.labels import GOOGLE_VISION
from common.engines.remote.endpoints.parts import ask_each
from common.engines.remote.line import Line

_PATH = "/v1/images:annotate"
_FEATURES = [{"type": "SAFE_SEARCH_DETECTION"}]
# Google says in words how likely; POSSIBLE is where its own samples begin to blur.
_SCORES = {
    "VERY_UNLIKELY": 0.0,
    "UNLIKELY": 0.2,
    "POSSIBLE": 0.5,
    "LIKELY": 0.8,
    "VERY_LIKELY": 0.97,
}


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def judge(url: str) -> list[tuple[str, float]]:
        image = {"image": {"source": {"imageUri": url}}, "features": _FEATURES}
        body = {"requests": [image]}
        answer = await line.post(_PATH, body, await google_access.headers(line))
        response = part(answer, "responses", 0, of=dict)
        if response.get("error"):
            raise NotJudged("content", "the provider could not look at an image")
        said = part(response, "safeSearchAnnotation", of=dict)
        # UNKNOWN, or a word of tomorrow, is no judgement.
        unknown = [label for label in GOOGLE_VISION if said.get(label) not in _SCORES]
        if unknown:
            raise NotJudged("answer", f"the provider does not say whether it is {unknown[0]}")
        return [(label, _SCORES[said[label]]) for label in GOOGLE_VISION]

    return await ask_each(question, 0, 1, of_url=judge)
