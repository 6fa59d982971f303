"""A customer's filter: how near a text is to its phrases, and how near is too near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import NamedTuple

from common.engines.semantic.lanes import ONE, Rows, scaled
from common.engines.semantic.model import Model, Vector
from common.engines.semantic.spec import FilterSpec
from common.engines.semantic.windows import Window
from common.text.folding import fold

FALSE_ALARMS = 0.005
"""Of harmless messages, the share that gets a score of 0.5 or more. It is lower than what is
promised for a message (2 %), because ordinary talk differs from place to place."""
NEAREST, WHOLE = 0.6, 0.4
"""The weights of the nearest phrase, and of what all phrases have in common."""
_LEAST_GAP = ONE // 50


class Scale(NamedTuple):
    """Turns nearness into a score: half of the harmless sample is at 0 (`usual`), 0.5 is where
    FALSE_ALARMS of it begin (`alarming`), 1 what the phrases themselves have (`own`).
    """

    usual: float
    alarming: float
    own: float

    def score(self, nearness: float) -> float:
        if nearness < self.alarming:
            return max(0.0, 0.5 * (nearness - self.usual) / (self.alarming - self.usual))
        return min(1.0, 0.5 + 0.5 * (nearness - self.alarming) / (self.own - self.alarming))

    def nearness(self, score: float) -> float:
        """The least that has this score."""
        if score < 0.5:
            return self.usual + (self.alarming - self.usual) * score / 0.5
        return self.alarming + (self.own - self.alarming) * (score - 0.5) / 0.5


@dataclass(frozen=True, slots=True)
class Filter:
    """Prepared for one model. The last of `vectors` is the direction of all phrases together."""

    vectors: Sequence[Vector]
    scale: Scale


def nearness(products: Sequence[int]) -> float:
    """Of a text, by its products with a filter's vectors."""
    return NEAREST * max(products[:-1]) + WHOLE * products[-1]


def prepared(phrases: Sequence[str], model: Model) -> Filter:
    vectors = model.of_phrases(phrases)
    total = [sum(values) for values in zip(*vectors, strict=True)]
    length = sum(value * value for value in total) ** 0.5
    vectors = [*vectors, scaled(total, length)]
    return Filter(vectors, _scale(vectors, phrases, model))


def _scale(vectors: Sequence[Vector], phrases: Sequence[str], model: Model) -> Scale:
    sample = model.harmless
    nearest: list[int] = [-ONE] * sample.count
    for vector in vectors[:-1]:
        nearest = list(map(max, nearest, sample.products(vector)))
    whole = sample.products(vectors[-1])
    found = sorted(starmap(_weighted, zip(nearest, whole, strict=True)))
    usual = found[len(found) // 2]
    alarming = max(found[-1 - int(len(found) * FALSE_ALARMS)], usual + _LEAST_GAP)
    rows = Rows.of(vectors)
    said = model.of_windows([Window(tuple(fold(each).tokens), 0, 0) for each in phrases])
    own = min(nearness(rows.products(vector)) for vector in said)
    return Scale(usual, alarming, max(own, alarming + _LEAST_GAP))


def _weighted(nearest: int, whole: int) -> float:
    return NEAREST * nearest + WHOLE * whole


def filter_of(spec: FilterSpec, model: Model) -> Filter:
    """Prepared once for each model."""
    with spec.preparing:
        if model.tier not in spec.filters:
            spec.filters[model.tier] = prepared(spec.phrases, model)
        return spec.filters[model.tier]
