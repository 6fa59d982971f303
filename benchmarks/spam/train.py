"""Trains the spam and scam models: `python -m benchmarks.spam.train DATA`, with numpy and
scikit-learn. DATA has sms_spam_train.jsonl, toxicity_train.jsonl and toxicity_dev.jsonl (see
MODEL_CARD.md for where they come from).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.spam.messages import messages
from common.engines.ai_text import spam_model
from common.engines.ai_text.spam_features import BUCKETS, SIGNS, signs, words
from common.text.folding import Folded

_CHEATING = re.compile(r"prize|claim|\bwon\b|winner|award|guaranteed|unclaimed|account statement")
_PERSONAL = ("scam contact lure", "scam fake support", "scam romance", "scam blackmail")
"""Scams that advertise nothing; of the others many are spam too, and none counts as either."""
_ORDINARY = 16_000
_PIECE = 500
"""Characters of a long text that make a row: about what is judged at a time."""
_MOST_FALSE = 0.003, 0.01
"""Shares of ordinary messages, and of harmless ones that look like spam, that may score 0.5."""
_SEED = 11


@dataclass(frozen=True, slots=True)
class Row:
    """None says that the source does not tell."""

    text: str
    spam: int | None
    scam: int | None
    weight: float
    set: str


def rows(data: Path) -> Iterator[Row]:
    for message in messages():
        if message.held_out:
            continue
        if message.is_spam:
            yield Row(message.text, 1, 0, 6.0, "own")
        elif message.is_scam:
            spam = 0 if message.kind.startswith(_PERSONAL) else None
            yield Row(message.text, spam, 1, 6.0, "own")
        else:
            yield Row(message.text, 0, 0, 8.0, "lookalike")
    held = {json.loads(line)["text"] for line in (data / "toxicity_dev.jsonl").open()}
    for number, line in enumerate((data / "sms_spam_train.jsonl").open()):
        row = json.loads(line)
        if row["text"] in held or number % 5 == 0:
            continue
        cheats = bool(_CHEATING.search(row["text"].lower()))
        scam = 0 if not row["spam"] else (1 if cheats else None)
        yield Row(row["text"], row["spam"], scam, 1.0, "sms")
    ordinary = [json.loads(line) for line in (data / "toxicity_train.jsonl").open()]
    wiki = [row["text"] for row in ordinary if row["src"] == "jigsaw_wiki"]
    others = random.Random(_SEED).sample([row["text"] for row in ordinary], _ORDINARY)
    for text in others + wiki:
        for start in range(0, min(len(text), 3 * _PIECE), _PIECE):
            yield Row(text[start : start + _PIECE], 0, 0, 1.0, "ordinary")


def features(texts: list[str]) -> Any:
    """Signs in the first columns, then the buckets, each divided by the root of how many."""
    index = {name: number for number, name in enumerate(SIGNS)}
    rows, columns, values = [], [], []
    for number, text in enumerate(texts):
        folded = Folded(text)
        tokens = folded.tokens
        for sign in signs(folded.text, tokens, text):
            rows.append(number)
            columns.append(index[sign])
            values.append(1.0)
        buckets = words(tokens)
        for bucket in buckets:
            rows.append(number)
            columns.append(len(SIGNS) + bucket)
            values.append(2 / len(buckets) ** 0.5)
    shape = (len(texts), len(SIGNS) + BUCKETS)
    return csr_matrix((values, (rows, columns)), shape=shape)


def train(data: Path) -> None:
    found = [row for row in rows(data) if Folded(row.text).tokens]
    matrix = features([row.text for row in found])
    heads = [_head(found, matrix, name) for name in ("spam", "scam")]
    packed, scales = b"", []
    for weights, _ in heads:
        buckets = 2 * weights[len(SIGNS) :]
        scale = float(np.abs(buckets).max() / 127)
        packed += (np.round(buckets / scale) + 128).astype(np.uint8).tobytes()
        scales.append(scale)
    by_sign = {
        name: [round(float(weights[number]), 3) for weights, _ in heads]
        for number, name in enumerate(SIGNS)
    }
    document = {"signs": by_sign, "scale": scales, "bias": [round(bias, 3) for _, bias in heads]}
    (spam_model.DATA / "spam.bin").write_bytes(packed)
    (spam_model.DATA / "spam.json").write_text(json.dumps(document, indent=1) + "\n")


def _head(found: list[Row], matrix: Any, name: str) -> tuple[Any, float]:
    """Weights, and the bias with which 0.5 gives no more false alarms than may be."""
    labels = [getattr(row, name) for row in found]
    known = [number for number, label in enumerate(labels) if label is not None]
    fitted = LogisticRegression(C=0.6, max_iter=2000).fit(
        matrix[known],
        [labels[number] for number in known],
        [found[number].weight for number in known],
    )
    weights = fitted.coef_[0]
    # What it was trained on flatters it: the bounds are on words that it has not learnt by heart.
    alike = _held_from(found, matrix, labels, "lookalike")
    usual = _held_from(found, matrix, labels, "ordinary")
    limits = [
        _limit(scores, most) for scores, most in zip((usual, alike), _MOST_FALSE, strict=True)
    ]
    print(name, "bias", float(fitted.intercept_[0]), "limits", limits)
    return weights, -max(0.0 - float(fitted.intercept_[0]), *limits)


def _held_from(found: list[Row], matrix: Any, labels: list[int | None], kind: str) -> Any:
    """Scores of the harmless of a set, each by a model of four fifths without it."""
    known = np.array([number for number, label in enumerate(labels) if label is not None])
    scores = []
    for fold in range(5):
        seen, unseen = known[known % 5 != fold], known[known % 5 == fold]
        unseen = [n for n in unseen if found[n].set == kind and labels[n] == 0]
        fitted = LogisticRegression(C=0.6, max_iter=2000).fit(
            matrix[seen], [labels[n] for n in seen], [found[n].weight for n in seen]
        )
        scores.append(matrix[unseen] @ fitted.coef_[0])
    return np.concatenate(scores)


def _limit(scores: Any, most: float) -> float:
    return float(np.quantile(scores, 1 - most))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    train(parser.parse_args().data)
