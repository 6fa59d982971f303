"""The labels of ai_text, and how they are made of what was found in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from common.domain.labels import SEVERITIES, Label, Severity, Span

ENGINE = "ai_text"
INSULT, VULGARITY, HATE, HARASSMENT = "INSULT", "VULGARITY", "HATE", "HARASSMENT"
SEXUAL, SEXUAL_HARASSMENT, THREAT = "SEXUAL", "SEXUAL_HARASSMENT", "THREAT"
SPAM, SCAM, PII, SUPPORTIVE = "SPAM", "SCAM", "PII", "SUPPORTIVE"
HARMS = (
    INSULT,
    VULGARITY,
    HATE,
    HARASSMENT,
    SEXUAL,
    SEXUAL_HARASSMENT,
    THREAT,
    SPAM,
    SCAM,
    PII,
)
LABELS = (*HARMS, SUPPORTIVE)
"""In the order in which they are answered."""


class Finding(NamedTuple):
    """`severity` is None for what does no harm; `start` and `end` are in the text as sent."""

    label: str
    score: float
    severity: Severity | None
    start: int
    end: int
    term: str = ""


def labels_of(found: Iterable[tuple[int, Finding]], threshold: float) -> list[Label]:
    """Of findings with the numbers of their texts: one label a kind, with its best score, its worst
    severity and all its places.
    """
    by_label: dict[str, list[tuple[int, Finding]]] = {}
    for index, finding in found:
        if finding.score >= threshold:
            by_label.setdefault(finding.label, []).append((index, finding))
    return [_label(name, by_label[name]) for name in LABELS if name in by_label]


def _label(name: str, found: list[tuple[int, Finding]]) -> Label:
    spans = dict.fromkeys(Span(index, each.start, each.end, each.term) for index, each in found)
    severities = [each.severity for _, each in found if each.severity]
    return Label(
        ENGINE,
        name,
        max(each.score for _, each in found),
        severity=max(severities, key=SEVERITIES.index, default=None),
        spans=tuple(spans),
    )
