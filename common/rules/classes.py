"""What rules and histories see of labels: the names of classes and lists, scores, severities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from common.domain.labels import SEVERITIES, Label, LabelDocument
from common.engines.registry import ENGINES, names_lists
from common.rules.class_table import ANY


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


def unknown(not_judged: Iterable[str]) -> frozenset[str]:
    """The classes that these engines might have given."""
    found: set[str] = set()
    for name in not_judged:
        engine = ENGINES.get(name)
        if engine is None or not engine.names_lists:
            found.update(engine.labels if engine is not None and engine.labels else (ANY,))
    return frozenset(found)


def lists(labels: Sequence[LabelDocument]) -> set[str]:
    return {label["name"] for label in labels if names_lists(label["engine"])}
