"""How likely a text is unwanted advertising, or meant to cheat its reader: two linear models.

Trained by `benchmarks.spam.train` on `spam_features`; benchmarks/spam/MODEL_CARD.md has the figures
and the limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import orjson

from common.engines.ai_text.spam_features import BUCKETS, signs, words
from common.text.folding import Folded

DATA = Path(__file__).with_name("data")
_WINDOW = 80
"""Tokens that are judged at a time, so that an essay around it hides no advertisement."""


class Scored(NamedTuple):
    """Characters `start` to `end` of the original text; 0.5 and more counts."""

    start: int
    end: int
    spam: float
    scam: float


class Model(NamedTuple):
    """By head, spam and then scam: of each sign, each bucket (in 127ths of `scale`), and where the
    score is 0.5.
    """

    signs: dict[str, tuple[float, float]]
    spam_words: bytes
    scam_words: bytes
    scale: tuple[float, float]
    bias: tuple[float, float]


@cache
def model() -> Model:
    read = orjson.loads((DATA / "spam.json").read_bytes())
    packed = (DATA / "spam.bin").read_bytes()
    by_sign = {name: (float(spam), float(scam)) for name, (spam, scam) in read["signs"].items()}
    spam_scale, scam_scale = read["scale"]
    spam_bias, scam_bias = read["bias"]
    return Model(
        by_sign,
        packed[:BUCKETS],
        packed[BUCKETS:],
        (spam_scale, scam_scale),
        (spam_bias, scam_bias),
    )


def spam_scores(folded: Folded) -> list[Scored]:
    """One for each window of the text, in order."""
    return [_scored(*window) for window in _windows(folded)]


def _windows(folded: Folded) -> Iterator[tuple[int, int, str, list[str], str]]:
    tokens, original = folded.tokens, folded.original
    if len(tokens) <= _WINDOW:
        if tokens:
            yield 0, len(original), folded.text, tokens, original
        return
    spans = folded.token_spans()
    for first in range(0, len(tokens), _WINDOW):
        last = min(first + _WINDOW, len(tokens))
        begin = spans[first][0]
        stop = spans[last][0] if last < len(tokens) else len(folded.text)
        start, end = folded.original_span(begin, stop)
        yield start, end, folded.text[begin:stop], tokens[first:last], original[start:end]


def _scored(start: int, end: int, text: str, tokens: list[str], original: str) -> Scored:
    held = model()
    spam, scam = held.bias
    for sign in signs(text, tokens, original):
        of_spam, of_scam = held.signs[sign]
        spam += of_spam
        scam += of_scam
    buckets = words(tokens)
    share = 1 / sqrt(len(buckets))
    middle = 128 * len(buckets)
    spam += held.scale[0] * share * (sum(map(held.spam_words.__getitem__, buckets)) - middle)
    scam += held.scale[1] * share * (sum(map(held.scam_words.__getitem__, buckets)) - middle)
    return Scored(start, end, _logistic(spam), _logistic(scam))


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0
