"""Scores that were suggested to Perspective's facade: as labelled texts, and beside Gavel's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common.domain.suggestion import POSITIVE
from common.engines.toxicity.perspective_scale import on_scale, scale
from infra.local.demo.client import Client
from infra.local.judge.labelled import BadSet, Sample
from infra.local.judge.measuring import Scored

_PATH, _NAME = "/suggested_scores", "suggested_scores"
_LABELS = {"TOXICITY": "toxic", "PROFANITY": "obscene", "SEXUALLY_EXPLICIT": "sexual_explicit"}
"""Engines' names of attributes where they differ by more than their letters."""
_OF_NO_ENGINE = "SEVERE_TOXICITY"
_EXPERIMENTAL = "_EXPERIMENTAL"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`wanted` and `scores` are by attribute: what somebody suggested of it, and what Gavel scored
    at the time. `text` is None where the app keeps its hash only.
    """

    text: str | None
    wanted: Mapping[str, float]
    scores: Mapping[str, float]


def suggestions(client: Client, community: str) -> list[Suggestion]:
    """Newest first. Raises BadSet where nobody suggested any."""
    found = [
        Suggestion(each["text"], each["attribute_scores"], each["scores"])
        for each in client.newest(_PATH, _NAME, {})
        if not community or each.get("community_id") == community
    ]
    if not found:
        raise BadSet("nobody has suggested a score")
    return found


def scored_then(found: Sequence[Suggestion], *, scaled: bool) -> dict[str, list[Scored]]:
    """By attribute. An attribute that was not scored is left out, not counted as 0. `scaled` is on
    Perspective's scale, as far as it goes.
    """
    scored: dict[str, list[Scored]] = {}
    for each in found:
        for name, wanted in each.wanted.items():
            if name in each.scores:
                score = each.scores[name]
                if scaled and name.removesuffix(_EXPERIMENTAL) in scale():
                    score = on_scale(name, score)
                scored.setdefault(name, []).append((score, wanted >= POSITIVE))
    return scored


def samples(found: Sequence[Suggestion]) -> list[Sample]:
    """Those whose text is kept, by the names of engines' labels. Raises BadSet where none is."""
    kept = [Sample(each.text, dict(_labels(each.wanted))) for each in found if each.text]
    known = [each for each in kept if each.labels]
    if not known:
        raise BadSet(
            "no suggested score is kept with its text: set facades.keep_suggested_texts, "
            "or leave the policy away to judge what was scored at the time"
        )
    return known


def _labels(wanted: Mapping[str, float]) -> Iterator[tuple[str, bool]]:
    for name, value in wanted.items():
        plain = name.removesuffix(_EXPERIMENTAL)
        if plain != _OF_NO_ENGINE:
            yield _LABELS.get(plain, plain.lower()), value >= POSITIVE


def export(path: Path, found: Sequence[Sample]) -> None:
    """As a set, which this command and others read again."""
    rows: list[dict[str, Any]] = [
        {"text": each.text, "labels": {name: int(is_it) for name, is_it in each.labels.items()}}
        for each in found
    ]
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
