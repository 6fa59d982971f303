"""Sets the threshold of each label, so that harmless texts are seldom accused of anything.

python -m benchmarks.toxicity.calibrate DATA [--folder FOLDER]

At the thresholds, at most a given share of the sentences of sets/harmless_for_calibration.txt, of
either part, and of held-out messages has any label at 0.5 or more. Needs no numpy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.toxicity.sets import for_calibration, load, raw
from common.engines.toxicity.model import DATA, LABELS, Model

ACCUSED = 0.005
"""Less than the promised 2 %, because other harmless texts are accused more often: a third of what
sounds dangerous here at 1.4 %, when the other two thirds set the thresholds.
"""
_HARMFUL, _CERTAIN = 300, 0.66
MESSAGES = 600
"""Of the held-out messages of toxicity_train.jsonl, which `train` leaves out."""


def messages(data: Path) -> list[str]:
    """Ordinary messages that the model is calibrated and not trained on; without those that say
    something obscene, which the engine is to find.
    """
    from benchmarks.toxicity.rows import corpora

    rows = corpora(data / "toxicity_train.jsonl")
    ours = (row for row in rows if row.source == "sms_ham")
    return [row.text for row in ours if row.targets.get("toxic") == 0][-MESSAGES:]


def thresholds(
    groups: Sequence[Sequence[Sequence[float]]],
    harmful: Sequence[Sequence[float]],
    accused: float,
) -> list[float]:
    """Those that find the most of what is harmful, by label, while no group has more accused.

    The harmless texts that have the most of a label are given up, a few at once, whose loss lets
    the labels' thresholds find the most for each; and again, as long as their groups can spare it.
    """
    spare = [int(accused * len(group)) for group in groups]
    left = [(number, sums) for number, group in enumerate(groups) for sums in group]
    while True:
        found = _found(harmful, _bounds(left))
        best: list[tuple[int, Sequence[float]]] = []
        most = -1.0
        for label in range(len(LABELS)):
            tops = sorted(left, key=lambda each: -each[1][label])[: max(spare)]
            for count in range(1, len(tops) + 1):
                lost = tops[:count]
                if any(
                    sum(own == group for own, _ in lost) > can for group, can in enumerate(spare)
                ):
                    break
                rest = [each for each in left if not any(each is other for other in lost)]
                gain = (_found(harmful, _bounds(rest)) - found) / count
                if gain > most:
                    best, most = lost, gain
        if not best:
            return _bounds(left)
        for group, _ in best:
            spare[group] -= 1
        left = [each for each in left if not any(each is other for other in best)]


def _bounds(left: Sequence[tuple[int, Sequence[float]]]) -> list[float]:
    return [max(column) for column in zip(*(sums for _, sums in left), strict=True)]


def _found(harmful: Sequence[Sequence[float]], bounds: Sequence[float]) -> float:
    """The shares of the labels, added up."""
    return sum(
        sum(each > bound for each in label) / len(label)
        for label, bound in zip(harmful, bounds, strict=True)
    )


def harmful_sums(model: Model, data: Path) -> list[list[float]]:
    """By label, of some rows that have it."""
    from benchmarks.toxicity.rows import corpora

    found: list[list[str]] = [[] for _ in LABELS]
    for row in corpora(data / "toxicity_train.jsonl"):
        for texts, name in zip(found, LABELS, strict=True):
            if row.targets.get(name, 0) >= _CERTAIN and len(texts) < _HARMFUL:
                texts.append(row.text)
    return [[raw(model, text)[label] for text in texts] for label, texts in enumerate(found)]


def share_accused(group: Sequence[Sequence[float]], bounds: Sequence[float]) -> float:
    accused = sum(any(map(float.__gt__, each, bounds)) for each in group)
    return accused / len(group)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folder", type=Path, default=DATA)
    chosen = parser.parse_args()
    model = load(chosen.folder)
    parts = [*for_calibration(), messages(chosen.data)]
    groups = [[raw(model, text) for text in part] for part in parts]
    bounds = thresholds(groups, harmful_sums(model, chosen.data), ACCUSED)
    path = chosen.folder / "calibration.json"
    stored = json.loads(path.read_text("utf-8"))
    for name, bound in zip(LABELS, bounds, strict=True):
        stored["labels"][name]["threshold"] = round(bound, 4)
        print(f"{name}: {bound:.3f}")
    print("accused:", [round(share_accused(group, bounds), 4) for group in groups])
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
