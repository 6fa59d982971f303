"""Precision, recall and AUC of scores, each with the interval in which it probably lies."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import floor, sqrt

_Z = 1.959964
"""Of a normal distribution: 95 % lie within."""
_RESAMPLES = 200
_LONGEST_RESAMPLED = 20_000


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `total`, None where that is of nothing; `low` to `high` is Wilson's interval, of
    95 %, which holds for few and for extreme ones too.
    """

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.hits / self.total
        middle = p + _Z * _Z / (2 * n)
        spread = _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


@dataclass(frozen=True, slots=True)
class Point:
    """What follows where a score of at least `threshold` counts. `false_alarms` are of the texts
    that are not of the label.
    """

    threshold: float
    precision: Share
    recall: Share
    false_alarms: Share


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one label. `auc` is the chance that a text of the label has a higher score than another,
    None without both kinds; `auc_interval` is of 95 % by resampling. `best` has the best F1.
    """

    label: str
    positives: int
    negatives: int
    auc: float | None
    auc_interval: tuple[float, float] | None
    points: tuple[Point, ...]
    best: Point | None


Scored = tuple[float, bool]
"""A score, and whether the text is of the label."""


def measured(label: str, scored: Sequence[Scored], thresholds: Sequence[float]) -> Measured:
    positives = sum(truth for _, truth in scored)
    best = best_threshold(scored)
    return Measured(
        label,
        positives,
        len(scored) - positives,
        auc(scored),
        _resampled(scored),
        tuple(point(scored, threshold) for threshold in thresholds),
        None if best is None else point(scored, best),
    )


def point(scored: Sequence[Scored], threshold: float) -> Point:
    positives = sum(truth for _, truth in scored)
    flagged = [truth for score, truth in scored if score >= threshold]
    hits = sum(flagged)
    return Point(
        threshold,
        Share(hits, len(flagged)),
        Share(hits, positives),
        Share(len(flagged) - hits, len(scored) - positives),
    )


def best_threshold(scored: Sequence[Scored]) -> float | None:
    """The lowest of those with the best F1, rounded down to hundredths so that it holds a little
    below; None where no text is of the label.
    """
    positives = sum(truth for _, truth in scored)
    best: tuple[float, float] | None = None
    hits = 0
    ordered = sorted(scored, reverse=True)
    for number, (score, truth) in enumerate(ordered, 1):
        hits += truth
        if number < len(ordered) and ordered[number][0] == score:
            continue
        value = 2 * hits / (number + positives)
        if hits and score > 0 and (best is None or value >= best[0]):
            best = value, score
    return None if best is None else floor(100 * best[1]) / 100


def auc(scored: Sequence[Scored]) -> float | None:
    """By the ranks of the scores; equal ones count half."""
    above = sorted(score for score, truth in scored if truth)
    below = sorted(score for score, truth in scored if not truth)
    if not above or not below:
        return None
    lower = equal = 0
    for score in above:
        first = bisect_left(below, score)
        lower += first
        equal += bisect_left(below, _next(score)) - first
    return (lower + equal / 2) / (len(above) * len(below))


def _next(score: float) -> float:
    """Scores have six digits behind the point at most."""
    return score + 1e-9


def _resampled(scored: Sequence[Scored]) -> tuple[float, float] | None:
    """Always the same for the same scores."""
    if auc(scored) is None:
        return None
    draw = random.Random(len(scored))
    size = min(len(scored), _LONGEST_RESAMPLED)
    found = [auc(draw.choices(scored, k=size)) for _ in range(_RESAMPLES)]
    values = sorted(each for each in found if each is not None)
    if not values:
        return None
    edge = len(values) // 40
    return values[edge], values[-1 - edge]


def curve(scored: Sequence[Scored]) -> list[tuple[float, float]]:
    """Recall and precision at each different score, from the highest down."""
    positives = sum(truth for _, truth in scored)
    ordered = sorted(scored, reverse=True)
    hits = list(accumulate(int(truth) for _, truth in ordered))
    return [
        (hit / positives, hit / number)
        for number, ((score, _), hit) in enumerate(zip(ordered, hits, strict=True), 1)
        if positives and (number == len(ordered) or ordered[number][0] != score)
    ]
