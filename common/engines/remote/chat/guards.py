"""What guard models have in common: plain chat turns in, a fixed form of words out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from math import exp
from typing import Any

from common.engines.remote.adapter import Finding, NotJudged, Question, Wanted
from common.engines.remote.chat.prompt import shown, without_marks
from common.engines.remote.gathering import gathered
from common.engines.remote.line import Line

SURE = 0.9
"""The score where a model says yes or no and nothing of how sure it is."""


async def of_all_texts(
    question: Question, line: Line, judge: Callable[[str], Awaitable[Sequence[Finding]]]
) -> list[Finding]:
    """All texts in one turn, as a model reads a post. What it finds is in the text as a whole."""
    view = shown(question.texts, line.provider["max_characters"])
    found = list(await judge(without_marks("\n\n".join(filter(str.strip, view.texts)))))
    if view.cut:
        raise NotJudged("content", f"{view.cut} characters were more than it takes", found)
    return found


def only(question: Question, labels: Sequence[str]) -> None:
    """Raises NotJudged where a policy asks for a label that the model does not know."""
    for wanted in question.labels:
        if wanted.label not in labels:
            raise NotJudged("provider", f"the model has no label {wanted.label!r}")


def wanted_of(question: Question, found: Sequence[Finding]) -> list[Finding]:
    """Those that the policy asks for, or all where it names none."""
    names = [wanted.label for wanted in question.labels]
    return [finding for finding in found if not names or finding.label in names]


async def one_by_one(
    question: Question, line: Line, judge: Callable[[Wanted, str], Awaitable[float | None]]
) -> list[Finding]:
    """For models that take one policy a call; `judge` gives the score of a violation, or None."""
    view = shown(question.texts, line.provider["max_characters"])
    text = without_marks("\n\n".join(filter(str.strip, view.texts)))

    async def one(wanted: Wanted) -> list[Finding]:
        score = await judge(wanted, text)
        return [] if score is None else [Finding(wanted.label, score)]

    calls = map(one, question.labels)
    return gathered(await asyncio.gather(*calls, return_exceptions=True), view.cut)


def yes_or_no(text: str, choice: Any, yes: str = "yes", no: str = "no") -> float | None:
    """The score where the model's first word says yes, None where it says no. The score is from
    the probabilities of both words where the answer has them. Raises NotJudged for another word.
    """
    words = text.split()
    first = words[0].strip(".,!").lower() if words else ""
    if first == no:
        return None
    if first != yes:
        raise NotJudged("answer", f"the model answered neither {yes} nor {no}")
    return _probability(choice, yes, no) or SURE


def _probability(choice: Any, yes: str, no: str) -> float | None:
    """P(yes) / (P(yes) + P(no)) at the first word that is one of both; at least a half, since the
    model said yes.
    """
    try:
        for token in choice["logprobs"]["content"]:
            likely = {
                each["token"].strip().lower(): exp(min(float(each["logprob"]), 0.0))
                for each in reversed(token["top_logprobs"])
            }
            if yes in likely:
                return max(likely[yes] / (likely[yes] + likely.get(no, 0.0)), 0.5)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError):
        return None
    return None
