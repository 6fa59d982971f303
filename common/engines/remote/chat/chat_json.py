"""Any model behind an OpenAI-compatible `/chat/completions` that follows a policy and a schema."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, cast

from common.domain.labels import SEVERITIES, Severity
from common.engines.remote.adapter import Finding, NotJudged, Question, Wanted
from common.engines.remote.answers import json_of, part
from common.engines.remote.chat import evidence
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.chat.prompt import (
    CONTROL,
    LABELS_AT_ONCE,
    NONE,
    Marks,
    Shown,
    messages,
    schema,
    shown,
)
from common.engines.remote.gathering import gathered
from common.engines.remote.line import Line

SCORES: dict[Severity, float] = {"low": 0.5, "medium": 0.7, "high": 0.85, "critical": 0.95}


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    """A call for each few labels: many at once cost a model accuracy. What some calls found stands
    where others failed.
    """
    view = shown(question.texts, line.provider["max_characters"])
    groups = [
        question.labels[start : start + LABELS_AT_ONCE]
        for start in range(0, len(question.labels), LABELS_AT_ONCE)
    ]
    calls = (_ask(question, group, view, line) for group in groups)
    return gathered(await asyncio.gather(*calls, return_exceptions=True), view.cut)


async def _ask(
    question: Question, labels: Sequence[Wanted], view: Shown, line: Line
) -> list[Finding]:
    marks = Marks()
    form = schema(labels, images=bool(question.images))
    effort = line.provider["options"].get("reasoning_effort")
    more: dict[str, Any] = {"reasoning_effort": effort} if effort else {}
    choice = await complete(
        line,
        messages(question, labels, view.texts, marks),
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "verdict", "strict": True, "schema": form},
        },
        **more,
    )
    return verdict_of(json_of(text_of(choice)), marks, labels, question)


def verdict_of(
    verdict: Any, marks: Marks, labels: Sequence[Wanted], question: Question
) -> list[Finding]:
    """Raises NotJudged unless every part is as it was asked for; what is beyond doubt stands."""
    if part(verdict, of=dict).keys() != {"nonce", "labels"}:
        raise NotJudged("answer", "the verdict has other members than asked for")
    if verdict["nonce"] != marks.nonce:
        raise NotJudged("answer", "the verdict does not repeat the nonce")
    names = [each.label for each in labels]
    found: list[Finding] = []
    problems: list[str] = []
    seen: set[str] = set()
    entries = list(part(verdict, "labels", of=list))
    if not _is_control(entries.pop() if entries else None, marks):
        problems.append("the verdict does not find the control")
    for entry in entries:
        finding, problem = _entry(entry, names, question)
        if finding is not None:
            found.append(finding)
        if problem:
            problems.append(problem)
        elif entry["label"] in seen:
            problems.append("a label was judged twice")
        else:
            seen.add(entry["label"])
    if seen != set(names) and not problems:
        problems.append("not every label was judged")
    if problems:
        raise NotJudged("answer", problems[0], found)
    return found


def _is_control(entry: Any, marks: Marks) -> bool:
    """It is last: what a model finds after it was talked out of the rest comes too late."""
    wanted = {"label": CONTROL, "severity": "critical", "evidence": marks.control}
    return isinstance(entry, dict) and wanted.items() <= entry.items()


def _entry(
    entry: Any, names: Sequence[str], question: Question
) -> tuple[Finding | None, str | None]:
    members = {"label", "severity", "evidence", *(("where",) if question.images else ())}
    if not isinstance(entry, dict) or entry.keys() != members:
        return None, "an entry of the verdict has other members than asked for"
    if not all(isinstance(value, str) for value in entry.values()):
        return None, "an entry of the verdict is of another type than asked for"
    if entry["label"] not in names:
        return None, "the verdict is about a label that was not asked for"
    severity = entry["severity"]
    if severity == NONE:
        return None, None
    if severity not in SEVERITIES:
        return None, "the verdict has a severity that was not asked for"
    strength = cast(Severity, severity)
    where = entry.get("where", "text")
    if where not in ("text", "image"):
        return None, "the verdict is about another place than asked for"
    if where == "image":
        return Finding(entry["label"], SCORES[strength], "image", strength), None
    span = evidence.find(entry["evidence"], question.texts)
    if span is None:
        return None, "the evidence does not occur in the content"
    return Finding(entry["label"], SCORES[strength], "text", strength, (span,)), None
