"""Trains the toxicity model; needs numpy and scipy, which Gavel itself does not.

python -m benchmarks.toxicity.train DATA [--without SOURCE ...] [--out FOLDER] [--steps N]

First each label learns from the rows that have it; what that says of the others is then taken for
the labels that are missing, at a third of the weight. `calibrate` sets what the scores mean.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.toxicity.calibrate import messages
from benchmarks.toxicity.matrix import features, fit, matrix
from benchmarks.toxicity.rows import Row, corpora, generated_rows, lexicon_rows
from common.engines.toxicity.model import DATA, LABELS, LANE

_GUESSED = 0.3
_EVENING = -0.25
_MADE, _LEXICON = 4.0, 0.3
_CLIPPED = 99.999


def training_rows(data: Path, without: set[str]) -> list[Row]:
    rows = [*corpora(data / "toxicity_train.jsonl"), *lexicon_rows(data / "surge_profanity_en.csv")]
    held_out = set(messages(data))
    rows = [row for row in rows if row.source not in without and row.text not in held_out]
    sizes = Counter(row.source for row in rows)
    most = max(sizes.values())
    for row in rows:
        row.weight = (sizes[row.source] / most) ** _EVENING
        if row.source == "lexicon":
            row.weight = _LEXICON
    made = generated_rows()
    for row in made:
        row.weight *= _MADE
    return rows + made


def targets_of(rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    """With the weight of each, 0 where it is missing."""
    known = np.array([[row.targets.get(name, np.nan) for name in LABELS] for row in rows])
    weights = np.array([[row.weight] for row in rows]) * ~np.isnan(known)
    return np.nan_to_num(known), weights


def train(
    rows: list[Row], inputs: csr_matrix, steps: int, penalty: float
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (a column a label) and biases."""
    began = time.time()
    targets, weights = targets_of(rows)
    for label in range(len(LABELS)):
        if (weights[:, label] == 0).any():
            columns, bias = fit(inputs, targets[:, label], weights[:, label], steps // 2, penalty)
            guessed = 1 / (1 + np.exp(-(inputs @ columns + bias)))
            missing = weights[:, label] == 0
            targets[missing, label] = guessed[missing]
            weights[missing, label] = _GUESSED * np.array([row.weight for row in rows])[missing]
    found = []
    for label, name in enumerate(LABELS):
        found.append(fit(inputs, targets[:, label], weights[:, label], steps, penalty))
        print(f"{name}: {time.time() - began:.0f} s", flush=True)
    return np.stack([columns for columns, _ in found], 1), np.array([bias for _, bias in found])


def store(columns: np.ndarray, biases: np.ndarray, folder: Path) -> None:
    """As model.py reads it; the thresholds are 0 until `calibrate` has set them."""
    scales = np.percentile(np.abs(columns), _CLIPPED, axis=0) / 127
    bytes_ = np.clip(np.rint(columns / scales), -127, 127).astype(np.int64) + 128
    shifts = np.arange(len(LABELS), dtype=np.uint64) * np.uint64(LANE)
    lanes = np.bitwise_or.reduce(bytes_.astype(np.uint64) << shifts, axis=1)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "weights.bin").write_bytes(lanes.astype("<u8").tobytes())
    labels = {
        name: {"scale": float(scale), "bias": float(bias), "slope": 1.0, "threshold": 0.0}
        for name, scale, bias in zip(LABELS, scales, biases, strict=True)
    }
    text = json.dumps({"labels": labels}, indent=1)
    (folder / "calibration.json").write_text(f"{text}\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--steps", type=int, default=80)
    parser.add_argument("--penalty", type=float, default=3e-6)
    chosen = parser.parse_args()
    rows = training_rows(chosen.data, set(chosen.without))
    inputs = matrix([features(row.text) for row in rows])
    print(f"{inputs.shape[0]} rows, {inputs.nnz} features", flush=True)
    store(*train(rows, inputs, chosen.steps, chosen.penalty), chosen.out)


if __name__ == "__main__":
    main()
