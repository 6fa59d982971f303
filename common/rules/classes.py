"""What rules and histories see of labels: the names of classes and lists, scores, severities."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.labels import SEVERITIES, Label, LabelDocument
from common.engines.registry import names_lists


def class_name(label: Label) -> str:
    """How rules and histories name what content was classified as."""
    kind = "list" if names_lists(label.engine) else label.modality
    return f"{kind}:{label.name}"


def scores(labels: Sequence[LabelDocument]) -> dict[str, float]:
    found: dict[str, float] = {}
    for label in labels:
        if not names_lists(label["engine"]):
            name = f"{label['modality']}:{label['name']}"
            found[name] = max(label["score"], found.get(name, 0.0))
    return found


def severities(labels: Sequence[LabelDocument]) -> dict[str, int]:
    found: dict[str, int] = {}
    for label in labels:
        if label.get("severity"):
            name = f"{label['modality']}:{label['name']}"
            found[name] = max(SEVERITIES.index(label["severity"]) + 1, found.get(name, 0))
    return found


def lists(labels: Sequence[LabelDocument]) -> set[str]:
    return {label["name"] for label in labels if names_lists(label["engine"])}
