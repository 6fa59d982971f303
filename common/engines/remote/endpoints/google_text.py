"""Google Cloud Natural Language, `documents:moderateText`."""

from __future__ import annotations

from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part, score
from common.engines.remote.endpoints import google_access
from common.engines.remote.endpoints.labels import GOOGLE_TEXT
from common.engines.remote.endpoints.parts import ask_each
from common.engines.remote.line import Line

_PATH = "/v2/documents:moderateText"
_LONGEST = 20_000


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def judge(text: str) -> list[tuple[str, float]]:
        document = {"type": "PLAIN_TEXT", "content": text}
        model = line.provider["model"]
        body = {"document": document, **({"modelVersion": model} if model else {})}
        answer = await line.post(_PATH, body, await google_access.headers(line))
        if answer.get("languageSupported") is False:
            raise NotJudged("content", "the provider does not know the text's language")
        categories = part(answer, "moderationCategories", of=list)
        found = [(part(each, "name", of=str), score(each, "confidence")) for each in categories]
        if not any(name in GOOGLE_TEXT for name, _ in found):
            raise NotJudged("answer", "the answer has none of the endpoint's categories")
        return [(name, confidence) for name, confidence in found if name in GOOGLE_TEXT]

    return await ask_each(question, line.provider["max_characters"], _LONGEST, judge)
