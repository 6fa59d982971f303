"""What an engine says about content, and how an item keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from typing_extensions import TypedDict

from common.domain.recommendation import KEEP

Modality = Literal["text", "image", "video", "audio"]
Severity = Literal["low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of text number `text`, as the customer sent it."""

    text: int
    start: int
    end: int
    term: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """`score` is 0 to 1. For block lists `name` is the list's name, and `team` whose list of that
    name the policy asked for.
    """

    engine: str
    name: str
    score: float
    modality: Modality = "text"
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()
    team: str = ""


class LabelDocument(TypedDict):
    """A label as stored in an item. `action` is what the policy asked for; a span is a list of
    text, start, end and term. Items outlive releases, so this shape stays.
    """

    engine: str
    name: str
    modality: Modality
    score: float
    severity: Severity | None
    action: str
    spans: list[list[Any]]


def label_document(label: Label, action: str) -> LabelDocument:
    return {
        "engine": label.engine,
        "name": label.name,
        "modality": label.modality,
        "score": round(label.score, 6),
        "severity": label.severity,
        "action": action,
        "spans": [[span.text, span.start, span.end, span.term] for span in label.spans],
    }


def label_of(document: LabelDocument) -> Label:
    return Label(
        document["engine"],
        document["name"],
        document["score"],
        document["modality"],
        document["severity"],
        tuple(Span(*span) for span in document["spans"]),
    )


def flagging_engines(labels: Iterable[LabelDocument]) -> list[str]:
    return list(dict.fromkeys(label["engine"] for label in labels if label["action"] != KEEP))
