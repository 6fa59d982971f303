"""Sets what is added to each label's blend, so that harmless texts are seldom accused of anything.

python -m benchmarks.toxicity.stronger.calibrate DATA --model FOLDER [--default FOLDER]

The sentences are those that the default is calibrated on, and messages that neither model has
learned from. Both logits count a half; the sum at which too many would be accused becomes 0.5,
label by label so that the most is found of what is harmful.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks.toxicity.calibrate import share_accused, thresholds
from benchmarks.toxicity.rows import corpora, generated_rows
from benchmarks.toxicity.sets import for_calibration, load
from benchmarks.toxicity.stronger.reading import Remembering, Texts
from common.engines.toxicity.model import DATA, LABELS, Model
from common.engines.toxicity.stronger.blending import Blend, Weights, logit_of
from common.engines.toxicity.stronger.installed import FOLDER

LEAST, MOST = 0.1, 1.0
"""Below 0.1 a score is no label, and most ordinary texts are there. What is decided at 0.5 is the
same in all hand-written sets when it is asked from 0.03 on, at two to four times the cost.
"""
_CALIBRATED = 0.03, 0.9
"""Asked so often, more of what is harmless is found to be suspicious, and the thresholds are higher
than those that LEAST would give, with which 7 of 254 sentences of the first set are accused.
"""
ACCUSED = 0.012
"""More than the default's, at which a third of the threats that this finds would be missed."""
_HALF = 0.5
_OTHER_SEED, _HARMFUL, _CERTAIN = 12, 300, 0.8


def messages(data: Path) -> list[str]:
    """Ordinary ones; without those that say something obscene, which the engine is to find."""
    rows = corpora(data / "toxicity_dev.jsonl")
    return [row.text for row in rows if row.source == "sms_ham" and row.targets]


def calibrated(data: Path, default: Model, model: Remembering) -> Blend:
    by = Blend(*_CALIBRATED, tuple(Weights(_HALF, _HALF, 0.0) for _ in LABELS))
    groups = []
    for part in (*for_calibration(), messages(data)):
        scores, asked = Texts(part, default).blended(model, by)
        groups.append([[logit_of(each) for each in text] for text in scores])
        print(f"{len(part)} texts, asked {asked:.2f} a text")
    bounds = thresholds(groups, harmful(data, default, model, by), ACCUSED)
    print("accused:", [round(share_accused(group, bounds), 4) for group in groups])
    return Blend(LEAST, MOST, tuple(Weights(_HALF, _HALF, -round(b, 4)) for b in bounds))


def harmful(data: Path, default: Model, model: Remembering, by: Blend) -> list[list[float]]:
    """The blended logits of each label, of some rows that have it."""
    rows = [*generated_rows(_OTHER_SEED), *corpora(data / "toxicity_dev.jsonl")]
    found = []
    for number, name in enumerate(LABELS):
        texts = [row.text for row in rows if row.targets.get(name, 0) >= _CERTAIN]
        chosen = random.Random(_OTHER_SEED).sample(texts, min(_HARMFUL, len(texts)))
        scores, _ = Texts(chosen, default).blended(model, by)
        found.append([logit_of(each[number]) for each in scores])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--default", type=Path, default=DATA)
    given = parser.parse_args()
    by = calibrated(given.data, load(given.default), Remembering(given.model))
    labels = {name: each._asdict() for name, each in zip(LABELS, by.weights, strict=True)}
    stored = {"least": by.least, "most": by.most, "labels": labels}
    (given.model / "blend.json").write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    for name, weights in zip(LABELS, by.weights, strict=True):
        print(f"{name}: {weights.bias:+.3f}")


if __name__ == "__main__":
    main()
