"""Granite Guardian: one risk a call, given in words, and yes or no: whether it is there.

3.x says `Yes` or `No` and may add its confidence; later ones put the word into `<score>` tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from common.engines.remote.adapter import Finding, NotJudged, Question, Wanted
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.chat.guards import one_by_one, yes_or_no
from common.engines.remote.line import Line

_SCORE = re.compile(r"<score>\s*(yes|no)\s*</score>", re.IGNORECASE)
_CONFIDENCE = re.compile(r"<confidence>\s*(High|Low)\s*</confidence>", re.IGNORECASE)
_UNSURE = 0.6


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def judge(wanted: Wanted, text: str) -> float | None:
        turns = [
            {"role": "system", "content": wanted.description or wanted.label},
            {"role": "user", "content": text},
        ]
        choice = await complete(line, turns, logprobs=True, top_logprobs=10)
        return score_of(text_of(choice), choice)

    return await one_by_one(question, line, judge)


def score_of(text: str, choice: object) -> float | None:
    tagged = _SCORE.findall(text)
    if len(tagged) > 1:
        raise NotJudged("answer", "the model answered more than once")
    score = yes_or_no(tagged[0] if tagged else text, choice)
    confidence = _CONFIDENCE.search(text)
    if score is not None and confidence is not None and confidence[1].lower() == "low":
        return _UNSURE
    return score
