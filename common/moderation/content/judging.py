"""Running a policy's engines over content, and what follows from their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from common.configuration.policy import BLOCK_LIST, Policy
from common.domain.content import Payload
from common.domain.labels import SEVERITIES, Label
from common.domain.recommendation import strongest
from common.engines.content import Content


@dataclass(frozen=True, slots=True)
class Verdict:
    """`deferred` says that slow engines have yet to answer."""

    labels: list[dict[str, Any]]
    recommended_action: str
    classes: tuple[str, ...]
    deferred: bool


def judge(policy: Policy, payload: Payload, *, wait: bool) -> Verdict:
    """`wait` runs the slow engines in the same call."""
    content = Content(payload.texts, payload.images, payload.videos, payload.audios)
    runs = [run for run in policy.runs if wait or not run.deferred]
    labels = [label for run in runs for label in run.classify(content)]
    documents = [_document(label, policy.action_for(label)) for label in labels]
    return Verdict(
        documents,
        strongest(document["action"] for document in documents),
        tuple(class_name(label) for label in labels if policy.is_classified(label)),
        len(runs) < len(policy.runs),
    )


def class_name(label: Label) -> str:
    """How rules and histories name what content was classified as."""
    return f"list:{label.name}" if label.engine == BLOCK_LIST else f"{label.modality}:{label.name}"


def scores(labels: Sequence[dict[str, Any]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for label in labels:
        if label["engine"] != BLOCK_LIST:
            name = f"{label['modality']}:{label['name']}"
            found[name] = max(label["score"], found.get(name, 0.0))
    return found


def severities(labels: Sequence[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for label in labels:
        if label.get("severity"):
            name = f"{label['modality']}:{label['name']}"
            found[name] = max(SEVERITIES.index(label["severity"]) + 1, found.get(name, 0))
    return found


def lists(labels: Sequence[dict[str, Any]]) -> set[str]:
    return {label["name"] for label in labels if label["engine"] == BLOCK_LIST}


def merged(
    earlier: Sequence[dict[str, Any]], later: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """What was found in either version of an edited text, the stronger finding of each kind."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for label in (*earlier, *later):
        kind = (label["engine"], label["modality"], label["name"])
        if kind not in found or found[kind]["score"] <= label["score"]:
            found[kind] = label
    return list(found.values())


def _document(label: Label, action: str) -> dict[str, Any]:
    return {
        "engine": label.engine,
        "name": label.name,
        "modality": label.modality,
        "score": round(label.score, 6),
        "severity": label.severity,
        "action": action,
        "spans": [[span.text, span.start, span.end, span.term] for span in label.spans],
    }
