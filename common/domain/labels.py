"""What an engine says about content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

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
    """`score` is 0 to 1. For block lists `name` is the list's name."""

    engine: str
    name: str
    score: float
    modality: Modality = "text"
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()


class LabelDocument(TypedDict):
    """A label as an item keeps it, with the action that the policy asked for. A span is the text's
    number, start, end and term.
    """

    engine: str
    name: str
    modality: Modality
    score: float
    severity: Severity | None
    action: str
    spans: list[list[Any]]


def flagging_engines(labels: Iterable[LabelDocument]) -> list[str]:
    return list(dict.fromkeys(label["engine"] for label in labels if label["action"] != KEEP))
