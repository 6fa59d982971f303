"""Six logistic regressions over hashed features, added up in one pass.

A bucket is one 64-bit number, in which the labels' weights, each a byte (plus 128), lie 11 bits
apart. Every other one of them masked out leaves 22 bits for each, so that one sum over a text's
features adds three labels at once; what is left of the sum of all is that of the other three. The
file is mapped, not read: a process holds the pages that its texts touch.
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
from common.engines.toxicity.features import context_features, word_features

LANE = 11
_WIDE = 2 * LANE
_WIDE_MASK = (1 << _WIDE) - 1
_even = (0xFF | 0xFF << _WIDE | 0xFF << 2 * _WIDE).__and__
_SUM = 3 * _WIDE
_SUM_MASK = (1 << _SUM) - 1
_ZERO = 128
MOST_FEATURES = 3_000
_WORDS_REMEMBERED, _LONGEST_REMEMBERED = 4_000, 24
"""Less than 1 MB."""
_STEEPEST = 30.0
DATA = Path(__file__).parent / "data"

Raw = Sequence[float]
"""What the regressions say of a piece of text, before any curve, in the order of LABELS."""

Sums = tuple[int, int, int]
"""What the features of a piece of text add up to, the first, third and fifth label, and the others,
and how many there are.
"""


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
        self._bucket = memoryview(self._mapped).cast("Q").__getitem__
        self.curves = tuple(curves)
        self._scales = [curve.scale for curve in curves]
        self._biases = [curve.bias for curve in curves]
        self._word = Remembered(self._of_word, _WORDS_REMEMBERED, _LONGEST_REMEMBERED).__getitem__

    def sums(self, tokens: Sequence[str]) -> Sums:
        """Of a sentence; those of a window are those of its sentences together."""
        around = context_features(tokens)
        even, odd = self._added(around)
        words = sum(map(self._word, set(tokens)))
        return (
            even + (words & _SUM_MASK),
            odd + (words >> _SUM & _SUM_MASK),
            len(around) + (words >> 2 * _SUM),
        )

    def raw(self, sums: Sums) -> Raw:
        even, odd, count = sums
        norm = 1 / sqrt(count) if count else 0.0
        zero = _ZERO * count
        scale, bias = self._scales, self._biases
        return [
            scale[0] * ((even & _WIDE_MASK) - zero) * norm + bias[0],
            scale[1] * ((odd & _WIDE_MASK) - zero) * norm + bias[1],
            scale[2] * ((even >> _WIDE & _WIDE_MASK) - zero) * norm + bias[2],
            scale[3] * ((odd >> _WIDE & _WIDE_MASK) - zero) * norm + bias[3],
            scale[4] * ((even >> 2 * _WIDE) - zero) * norm + bias[4],
            scale[5] * ((odd >> 2 * _WIDE) - zero) * norm + bias[5],
        ]

    def most(self, raw: Sequence[Raw]) -> Scores:
        """The most of each label that any of several pieces has."""
        if not raw:
            return Scores()
        return self.scores([*map(max, *raw)] if len(raw) > 1 else raw[0])

    def scores(self, raw: Raw) -> Scores:
        """Insults, attacks and threats are toxic, whatever its own regression says."""
        found = Scores._make(map(Curve.score, self.curves, raw))
        harm = max(found.identity_attack, found.insult, found.threat)
        return found if harm <= found.toxic else found._replace(toxic=harm)

    def _of_word(self, token: str) -> int:
        """What a word and its parts add to the sums, side by side in one number."""
        buckets = word_features(token)
        even, odd = self._added(buckets)
        return even | odd << _SUM | len(buckets) << 2 * _SUM

    def _added(self, buckets: Iterable[int]) -> tuple[int, int]:
        found = [*map(self._bucket, buckets)]
        even = sum(map(_even, found))
        return even, (sum(found) - even) >> LANE


def windows(sums: Iterable[Sums]) -> Iterator[Sums]:
    """Neighbouring sentences together, about a thousand characters; less than a lane holds."""
    even = odd = count = 0
    for each in sums:
        if count and count + each[2] > MOST_FEATURES:
            yield even, odd, count
            even = odd = count = 0
        even, odd, count = even + each[0], odd + each[1], count + each[2]
    if count:
        yield even, odd, count


@cache
def model() -> Model:
    stored = json.loads((DATA / "calibration.json").read_text("utf-8"))
    return Model(DATA / "weights.bin", [Curve(**stored["labels"][name]) for name in LABELS])
