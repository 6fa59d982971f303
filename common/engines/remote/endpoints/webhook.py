"""A model of the customer's own behind a URL: the content in, labels out, signed as our webhooks
are (Standard Webhooks).
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Sequence
from typing import Any, cast

from common.domain.labels import SEVERITIES, Modality, Place, Severity, Span
from common.engines.remote.adapter import Finding, NotJudged, Question
from common.engines.remote.answers import json_of, part, score
from common.engines.remote.line import Line
from common.outgoing.calls import OutgoingRequest
from common.outgoing.signing import parse_secret, standard_headers

TYPE = "content.check"
_MOST_LABELS = 200
_LONGEST_NAME = 255
_MEMBERS = {"label", "score", "severity", "text", "start", "end", "image"}


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    if sum(map(len, question.texts)) > line.provider["max_characters"]:
        raise NotJudged("content", "the texts are longer than the provider takes")
    now = int(time.time())
    body = {
        "type": TYPE,
        "timestamp": now,
        "model": line.provider["model"],
        "data": {"texts": question.texts, "images": question.images},
    }
    data = json.dumps(body).encode()
    signed = standard_headers(
        (parse_secret(line.provider["key"] or ""),), uuid.uuid4().hex, now, data
    )
    sent = {"content-type": "application/json", **signed}
    answer = json_of((await line.send(OutgoingRequest("POST", line.url(""), sent, data))).body)
    labels = part(answer, "labels", of=list)
    if len(labels) > _MOST_LABELS:
        raise NotJudged("answer", f"the answer has more than {_MOST_LABELS} labels")
    return [finding_of(each, question) for each in labels]


def finding_of(given: Any, question: Question) -> Finding:
    """Strictly, so that a mistake in a model's answer is seen and not guessed about."""
    if not part(given, of=dict).keys() <= _MEMBERS:
        raise NotJudged("answer", "a label has other members than documented")
    name = part(given, "label", of=str)
    if not 0 < len(name) <= _LONGEST_NAME:
        raise NotJudged("answer", f"a label's name has not 1 to {_LONGEST_NAME} characters")
    severity = given.get("severity")
    if severity is not None and severity not in SEVERITIES:
        raise NotJudged("answer", "a label has a severity that is none")
    strength = cast("Severity | None", severity)
    places = _places(given, question)
    spans = _spans(given, question)
    modality: Modality = "image" if places or not question.texts else "text"
    return Finding(name, score(given, "score"), modality, strength, spans, places)


def _places(given: Any, question: Question) -> tuple[Place, ...]:
    if "image" not in given:
        return ()
    index = part(given, "image", of=int)
    if index not in range(len(question.images)):
        raise NotJudged("answer", "a label is about an image that was not sent")
    return (Place(index),)


def _spans(given: Any, question: Question) -> tuple[Span, ...]:
    if "text" not in given:
        if "start" in given or "end" in given:
            raise NotJudged("answer", "a label has a place and does not say in which text")
        return ()
    index = part(given, "text", of=int)
    if index not in range(len(question.texts)):
        raise NotJudged("answer", "a label is about a text that was not sent")
    length = len(question.texts[index])
    start, end = given.get("start", 0), given.get("end", length)
    if not (_is_whole(start) and _is_whole(end) and 0 <= start <= end <= length):
        raise NotJudged("answer", "a label has a place that is not in the text")
    return (Span(index, start, end),)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
