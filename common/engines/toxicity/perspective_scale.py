"""Toxicity's scores for clients of Perspective: severe toxicity, and the scale of its scores.

MODEL_CARD.md has the figures; `benchmarks/toxicity/perspective_scale.py` writes the scale.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import inf

from common.engines.toxicity.model import DATA, Scores

_ABUSE = 0.7
"""What an insult in obscene words counts beside an attack on a group, or a threat."""
_EXPERIMENTAL = "_EXPERIMENTAL"
SCALE = DATA / "perspective_scale.json"

Point = tuple[float, float]
"""A score of ours, and the one of Perspective's that is reached as often."""


def severe(scores: Scores) -> float:
    """Very hateful or aggressive: toxic, and a threat, an attack on a group or abuse in obscene
    words, each of which adds to the others. Never more than toxic; a swear word alone is next to
    nothing.
    """
    abuse = _ABUSE * scores.obscene * scores.insult
    mild = (1 - scores.identity_attack) * (1 - scores.threat) * (1 - abuse)
    return scores.toxic * (1 - mild)


def on_scale(attribute: str, score: float) -> float:
    """By an attribute's name in Perspective. More of ours is always more: no ranking changes."""
    points = scale()[attribute.removesuffix(_EXPERIMENTAL)]
    place = min(bisect_right(points, (score, inf)), len(points) - 1)
    (low, from_), (high, to) = points[place - 1], points[place]
    return from_ + (to - from_) * (score - low) / (high - low)


def of_scale(attribute: str, value: float) -> float:
    """The score of ours that is `value` on the scale."""
    for (low, from_), (high, to) in pairwise(scale()[attribute.removesuffix(_EXPERIMENTAL)]):
        if value <= to:
            return low + (high - low) * (value - from_) / (to - from_)
    raise ValueError(value)


@cache
def scale() -> Mapping[str, Sequence[Point]]:
    """From (0, 0) to (1, 1), rising, by attribute."""
    stored = json.loads(SCALE.read_text("utf-8"))
    return {name: [(ours, theirs) for ours, theirs in points] for name, points in stored.items()}
