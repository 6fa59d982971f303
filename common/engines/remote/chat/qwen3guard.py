"""Qwen3Guard-Gen: `Safety: Safe|Controversial|Unsafe` and `Categories: …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from common.domain.labels import Severity
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.chat.chat_json import SCORES
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.chat.guards import of_all_texts, only, wanted_of
from common.engines.remote.chat.labels import QWEN3GUARD
from common.engines.remote.line import Line

_VERDICT = re.compile(r"Safety:\s*(Safe|Controversial|Unsafe)\s*\n\s*Categories:\s*([^\n]+?)\s*")
_SEVERITIES: dict[str, Severity] = {"Controversial": "medium", "Unsafe": "high"}


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    only(question, QWEN3GUARD)

    async def judge(text: str) -> Sequence[Finding]:
        choice = await complete(line, [{"role": "user", "content": text}])
        return wanted_of(question, findings_of(text_of(choice)))

    return await of_all_texts(question, line, judge)


def findings_of(text: str) -> list[Finding]:
    verdict = _VERDICT.fullmatch(text.strip())
    if verdict is None:
        raise NotJudged("answer", "the answer has not the form of Qwen3Guard")
    safety, names = verdict[1], [name.strip() for name in verdict[2].split(",")]
    if safety == "Safe":
        return []
    if any(name not in QWEN3GUARD for name in names):
        raise NotJudged("answer", "the answer has a category that Qwen3Guard does not have")
    severity = _SEVERITIES[safety]
    return [Finding(name, SCORES[severity], severity=severity) for name in dict.fromkeys(names)]
