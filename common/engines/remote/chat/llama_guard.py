"""Llama Guard 3 and 4: `safe`, or `unsafe` and a line of categories S1 to S14."""

from __future__ import annotations

import re
from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.chat.guards import SURE, of_all_texts, only, wanted_of
from common.engines.remote.chat.labels import LLAMA_GUARD
from common.engines.remote.line import Line

_VERDICT = re.compile(r"safe|unsafe\s*\n\s*(S\d{1,2}(?:\s*,\s*S\d{1,2})*)")


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    only(question, tuple(LLAMA_GUARD.values()))

    async def judge(text: str) -> Sequence[Finding]:
        choice = await complete(line, [{"role": "user", "content": text}])
        return wanted_of(question, findings_of(text_of(choice)))

    return await of_all_texts(question, line, judge)


def findings_of(text: str) -> list[Finding]:
    verdict = _VERDICT.fullmatch(text.strip())
    if verdict is None:
        raise NotJudged("answer", "the answer has not the form of Llama Guard")
    codes = re.findall(r"S\d+", verdict[1] or "")
    if any(code not in LLAMA_GUARD for code in codes):
        raise NotJudged("answer", "the answer has a category that Llama Guard does not have")
    return [Finding(LLAMA_GUARD[code], SURE) for code in dict.fromkeys(codes)]
