"""What the blend gains over the default alone, on sources that neither has learned from.

python -m benchmarks.toxicity.stronger.judge DATA --model FOLDER [--default FOLDER] [--dev]
python -m benchmarks.toxicity.stronger.judge --outside FILE ... [--band LEAST MOST]

The first is for models that were trained without the sources judged, the second for those that are
shipped, on sets by others (`outside.py`); `stronger.timing` says what it costs.

The ROC-AUC of each source and label, and the mean of all with a confidence interval (a paired
bootstrap over rows); then who is accused and found at 0.5 in the hand-written sets.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.toxicity.judge import PAIRS
from benchmarks.toxicity.outside import outside_rows
from benchmarks.toxicity.rows import Row, plain_rows
from benchmarks.toxicity.sets import harmless, independent, load, pairs
from benchmarks.toxicity.stronger.reading import Remembering, Texts
from benchmarks.toxicity.stronger.rows import HELD_OUT
from common.engines.toxicity.model import DATA, LABELS, Model, Scores
from common.engines.toxicity.stronger.blending import Blend, Weights, blend_in
from common.engines.toxicity.stronger.installed import FOLDER

_FEWEST = 10
_RESAMPLED = 500


class Compared:
    """One source and label: what each way says of the rows that have the label."""

    def __init__(self, name: str, labels: Sequence[bool], ways: Sequence[Sequence[float]]) -> None:
        self.name = name
        self.labels = np.array(labels)
        self.ways = np.array(ways)

    def aucs(self, rows: np.ndarray | None = None) -> np.ndarray:
        labels, ways = self.labels, self.ways
        if rows is not None:
            labels, ways = labels[rows], ways[:, rows]
        return np.array([_auc(labels, way) for way in ways])

    def resampled(self, chance: np.random.Generator) -> np.ndarray:
        harmful, others = np.flatnonzero(self.labels), np.flatnonzero(~self.labels)
        return np.concatenate([chance.choice(part, len(part)) for part in (harmful, others)])


def _auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """How often a harmful one has more than another."""
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    harmful = int(labels.sum())
    return float((ranks[labels].sum() - harmful * (harmful + 1) / 2) / (harmful * (~labels).sum()))


def compared(source: str, rows: Sequence[Row], ways: Sequence[Sequence[Scores]]) -> list[Compared]:
    found = []
    for number, name in enumerate(LABELS):
        known = [place for place, row in enumerate(rows) if name in row.targets]
        labels = [rows[place].targets[name] >= 0.5 for place in known]
        if min(sum(labels), len(labels) - sum(labels)) >= _FEWEST:
            columns = [[way[place][number] for place in known] for way in ways]
            found.append(Compared(f"{source:<12} {name:<16}", labels, columns))
    return found


def judge_rows(rows: Sequence[Row], default: Model, model: Remembering, by: Blend) -> None:
    """Four ways: the default, the model alone, the blend everywhere, the blend where unsure."""
    found: list[Compared] = []
    alone = Blend(0.0, 1.0, tuple(Weights(0.0, 1.0, 0.0) for _ in LABELS))
    everywhere = by._replace(least=0.0, most=1.0)
    for source in dict.fromkeys(row.source for row in rows):
        own = [row for row in rows if row.source == source]
        texts = Texts((row.text for row in own), default)
        blended = [texts.blended(model, each) for each in (alone, everywhere, by)]
        ways = [[text.scores for text in texts.default], *(scores for scores, _ in blended)]
        print(f"{source}: {len(own)} rows, asked {blended[-1][1]:.2f} a text")
        found += compared(source, own, ways)
    print(f"{'':<29} default  alone  everywhere  where unsure")
    for each in found:
        print(each.name, *(f"{auc:9.3f}" for auc in each.aucs()), f"({each.labels.sum()})")
    means = np.mean([each.aucs() for each in found], axis=0)
    print(f"{'mean':<29}", *(f"{auc:9.3f}" for auc in means))
    chance = np.random.default_rng(11)
    drawn = np.array(
        [
            np.mean([each.aucs(each.resampled(chance)) for each in found], axis=0)
            for _ in range(_RESAMPLED)
        ]
    )
    for way, name in ((2, "everywhere"), (3, "where unsure")):
        low, high = np.percentile(drawn[:, way] - drawn[:, 0], [2.5, 97.5])
        print(f"{name}: {means[way] - means[0]:+.3f} [{low:.3f}, {high:.3f}] over the default")


def judge_sets(default: Model, model: Remembering, by: Blend) -> None:
    parts = harmless("harmless_for_judging").items()
    sets = [(f"harmless, {part}: accused", each) for part, each in parts]
    sets += [(f"independent, {part}", each) for part, each in independent().items()]
    for name in PAIRS:
        found = pairs(name)
        sets.append((f"{name}, harmful: found", [pair.harmful for pair in found]))
        sets.append((f"{name}, harmless: accused", [pair.harmless for pair in found]))
    for name, listed in sets:
        texts = Texts(listed, default)
        scores, asked = texts.blended(model, by)
        alone = sum(max(text.scores) >= 0.5 for text in texts.default)
        count = sum(max(each) >= 0.5 for each in scores)
        print(f"{name:<44} {alone:4} -> {count:4} of {len(listed):4}, asked {asked:.2f} a text")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--default", type=Path, default=DATA)
    parser.add_argument("--dev", action="store_true", help="the sources' test rows, of all sources")
    parser.add_argument("--outside", type=Path, nargs="*", default=[])
    parser.add_argument("--band", type=float, nargs=2, metavar=("LEAST", "MOST"))
    given = parser.parse_args()
    if not (given.data or given.outside):
        parser.error("neither DATA nor --outside")
    default = load(given.default)
    model, by = Remembering(given.model), blend_in(given.model)
    if given.band:
        by = by._replace(least=given.band[0], most=given.band[1])
    judge_rows(_rows(given.data, given.dev, given.outside), default, model, by)
    judge_sets(default, model, by)


def _rows(data: Path | None, dev: bool, outside: Sequence[Path]) -> list[Row]:
    rows = [row for path in outside for row in outside_rows(path)]
    if data:
        own = plain_rows(data / ("toxicity_dev.jsonl" if dev else "toxicity_train.jsonl"))
        rows += [row for row in own if dev or row.source in HELD_OUT]
    return rows


if __name__ == "__main__":
    main()
