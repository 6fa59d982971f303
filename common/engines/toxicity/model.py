"""Six logistic regressions over hashed features, added up in one pass.

Three labels' weights, each a byte (plus 128), lie 21 bits apart in one 64-bit number, so that one
sum over a text's features adds three labels at once; two such numbers make a bucket. The file is
mapped, not read: a process holds the pages that its texts touch.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from common.domain.remembered import Remembered
from common.engines.toxicity.features import BUCKETS, context_features, word_features

LANE = 21
_LANE_MASK = (1 << LANE) - 1
_SUM = 64
_SUM_MASK = (1 << _SUM) - 1
_ZERO = 128
MOST_FEATURES = 3_000
_WORDS_REMEMBERED, _LONGEST_REMEMBERED = 4_000, 24
"""Less than 1 MB."""
_STEEPEST = 30.0
DATA = Path(__file__).parent / "data"

Sums = tuple[int, int, int]
"""What the features of a piece of text add up to, three labels in each, and how many there are."""


class Scores(NamedTuple):
    """Each 0 to 1; at 0.5 at most 2 % of harmless texts are accused of anything."""

    identity_attack: float = 0.0
    insult: float = 0.0
    obscene: float = 0.0
    sexual_explicit: float = 0.0
    threat: float = 0.0
    toxic: float = 0.0

    def most(self, other: Scores) -> Scores:
        return Scores._make(map(max, self, other))


LABELS = Scores._fields


class Curve(NamedTuple):
    """How a label's sum becomes a score: a logistic curve through 0.5 at `threshold`. `scale` is
    what a step of a weight's byte is worth.
    """

    scale: float
    bias: float
    slope: float
    threshold: float

    def score(self, raw: float) -> float:
        steepness = self.slope * (raw - self.threshold)
        if steepness > _STEEPEST:
            steepness = _STEEPEST
        elif steepness < -_STEEPEST:
            steepness = -_STEEPEST
        return 1 / (1 + exp(-steepness))


class Model:
    def __init__(self, weights: Path, curves: Sequence[Curve]) -> None:
        with weights.open("rb") as file:
            self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        lanes = memoryview(self._mapped).cast("Q")
        self._low = lanes[:BUCKETS].__getitem__
        self._high = lanes[BUCKETS:].__getitem__
        self.curves = tuple(curves)
        self._scales = [curve.scale for curve in curves]
        self._biases = [curve.bias for curve in curves]
        self._word = Remembered(self._added, _WORDS_REMEMBERED, _LONGEST_REMEMBERED).__getitem__

    def sums(self, tokens: Sequence[str]) -> Sums:
        """Of a sentence; those of a window are those of its sentences together."""
        around = context_features(tokens)
        low = sum(map(self._low, around))
        high = sum(map(self._high, around))
        count = len(around)
        words = sum(map(self._word, set(tokens)))
        return (
            low + (words & _SUM_MASK),
            high + (words >> _SUM & _SUM_MASK),
            count + (words >> 2 * _SUM),
        )

    def raw(self, sums: Sums) -> list[float]:
        """What the regressions say, before any curve, in the order of LABELS."""
        low, high, count = sums
        norm = 1 / sqrt(count) if count else 0.0
        zero = _ZERO * count
        scale, bias = self._scales, self._biases
        return [
            scale[0] * ((low & _LANE_MASK) - zero) * norm + bias[0],
            scale[1] * ((low >> LANE & _LANE_MASK) - zero) * norm + bias[1],
            scale[2] * ((low >> 2 * LANE) - zero) * norm + bias[2],
            scale[3] * ((high & _LANE_MASK) - zero) * norm + bias[3],
            scale[4] * ((high >> LANE & _LANE_MASK) - zero) * norm + bias[4],
            scale[5] * ((high >> 2 * LANE) - zero) * norm + bias[5],
        ]

    def scores(self, sums: Sums) -> Scores:
        return self._scores(self.raw(sums))

    def most(self, pieces: Sequence[Sums]) -> Scores:
        """The most of each label that any of the pieces has."""
        if not pieces:
            return Scores()
        raw = list(map(self.raw, pieces))
        return self._scores(map(max, *raw) if len(raw) > 1 else raw[0])

    def _scores(self, raw: Iterable[float]) -> Scores:
        """Insults, attacks and threats are toxic, whatever its own regression says."""
        found = Scores._make(map(Curve.score, self.curves, raw))
        harm = max(found.identity_attack, found.insult, found.threat)
        return found if harm <= found.toxic else found._replace(toxic=harm)

    def _added(self, token: str) -> int:
        """What a word and its parts add to the sums, side by side in one number."""
        buckets = word_features(token)
        low, high = sum(map(self._low, buckets)), sum(map(self._high, buckets))
        return low | high << _SUM | len(buckets) << 2 * _SUM


def windows(sums: Iterable[Sums]) -> Iterator[Sums]:
    """Neighbouring sentences together, about a thousand characters; less than a lane holds."""
    low = high = count = 0
    for each in sums:
        if count and count + each[2] > MOST_FEATURES:
            yield low, high, count
            low = high = count = 0
        low, high, count = low + each[0], high + each[1], count + each[2]
    if count:
        yield low, high, count


@cache
def model() -> Model:
    stored = json.loads((DATA / "calibration.json").read_text("utf-8"))
    return Model(DATA / "weights.bin", [Curve(**stored["labels"][name]) for name in LABELS])
