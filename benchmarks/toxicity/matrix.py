"""Texts as sparse rows of the features that the engine makes, and the regressions on them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from common.engines.toxicity.features import BUCKETS, context_features, word_features
from common.engines.toxicity.segments import sentences
from common.text.folding import fold

_MOST_CHARACTERS = 1_000


def features(text: str) -> list[int]:
    """Of the first thousand characters."""
    found = []
    for sentence in sentences(fold(text[:_MOST_CHARACTERS])):
        found += context_features(sentence.tokens)
        for token in set(sentence.tokens):
            found += word_features(token)
    return found


def matrix(rows: Sequence[Sequence[int]]) -> csr_matrix:
    """A feature that a row has twice counts twice; rows have the length of a square root."""
    lengths = [len(row) for row in rows]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    columns = np.fromiter((each for row in rows for each in row), np.int32, starts[-1])
    values = np.repeat(1 / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
    made = csr_matrix((values, columns, starts), (len(rows), BUCKETS))
    made.sum_duplicates()
    return made


def fit(
    rows: csr_matrix, targets: np.ndarray, weights: np.ndarray, steps: int, penalty: float
) -> tuple[np.ndarray, float]:
    """One logistic regression on soft targets: its weights, and its bias."""
    used = weights > 0
    inputs, wanted, share = rows[used], targets[used], weights[used] / weights[used].sum()
    turned = inputs.T.tocsr()

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        sums = inputs @ point[:-1].astype(np.float32) + point[-1]
        value = share @ (np.logaddexp(0, sums) - wanted * sums)
        slope = share * (1 / (1 + np.exp(-sums)) - wanted)
        gradient = np.empty_like(point)
        gradient[:-1] = turned @ slope.astype(np.float32) + penalty * point[:-1]
        gradient[-1] = slope.sum()
        return value + penalty / 2 * point[:-1] @ point[:-1], gradient

    start = np.zeros(BUCKETS + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return found.x[:-1], float(found.x[-1])
