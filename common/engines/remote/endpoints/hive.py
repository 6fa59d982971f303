"""Hive's models, API v2: `task/sync` with a text or an image's URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import part
from common.engines.remote.endpoints.parts import ask_each
from common.engines.remote.line import Line

_PATH = "/api/v2/task/sync"
# Hive: the text models take 1,024 characters.
_LONGEST = 1_024
_SUCCESS = "0"
# Texts have a severity of 0 to 3, and -1 where the model does not judge that class.
_SEVERITIES = {-1: 0.0, 0: 0.0, 1: 0.5, 2: 0.75, 3: 0.95}


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def text(content: str) -> list[tuple[str, float]]:
        return [*_texts(await _classes(line, {"text_data": content}))]

    async def image(url: str) -> list[tuple[str, float]]:
        return [*_images(await _classes(line, {"url": url}))]

    return await ask_each(question, line.provider["max_characters"], _LONGEST, text, image)


async def _classes(line: Line, body: dict[str, str]) -> list[Any]:
    headers = {"authorization": f"token {line.provider['key']}"}
    answer = await line.post(_PATH, body, headers)
    classes: list[Any] = []
    for each in part(answer, "status", of=list):
        if str(part(each, "status", "code", of=(str, int))) != _SUCCESS:
            raise NotJudged("answer", "the provider could not judge it")
        for output in part(each, "response", "output", of=list):
            classes += part(output, "classes", of=list)
    if not classes:
        raise NotJudged("answer", "the answer has no classes")
    return classes


def _texts(classes: Sequence[Any]) -> Iterator[tuple[str, float]]:
    for each in classes:
        severity = part(each, "score", of=(int, float))
        if severity not in _SEVERITIES:
            raise NotJudged("answer", "the answer has a severity that Hive does not have")
        yield part(each, "class", of=str), _SEVERITIES[severity]


def _images(classes: Sequence[Any]) -> Iterator[tuple[str, float]]:
    """`no_…` says how sure the model is that a class does not hold."""
    for each in classes:
        found = float(part(each, "score", of=(int, float)))
        if not 0 <= found <= 1:
            raise NotJudged("answer", "the answer has a score beyond 1")
        name = part(each, "class", of=str)
        if not name.startswith("no_"):
            yield name, found
