"""What the blend takes beyond the default, by kind of text: how often it asks the stronger model,
and the milliseconds of CPU a text.

python -m benchmarks.toxicity.stronger.timing [DATA] [--outside FILE ...] [--band LEAST MOST]

Beside it the default's own milliseconds in the same run: on a machine that others use, the ratio
says more. Reading a text into pieces is in it, though the model is not asked about all of them.
Without DATA, ordinary sentences alone.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median

from benchmarks.each_engine import texts as ordinary_texts
from benchmarks.toxicity.outside import outside_rows
from benchmarks.toxicity.rows import plain_rows
from benchmarks.toxicity.stronger.reading import Remembering, Texts
from common.engines.toxicity.model import model
from common.engines.toxicity.scoring import scored
from common.engines.toxicity.stronger.blending import Blend, blend, blended
from common.engines.toxicity.stronger.installed import FOLDER
from common.engines.toxicity.stronger.transformer import transformer
from common.text.folding import Folded

_TEXTS, _SEED = 200, 5
_LENGTHS = ((0, 80), (80, 160), (160, 400), (400, 2_000))


def kinds(data: Path | None, outside: Sequence[Path]) -> dict[str, list[str]]:
    found = {"ordinary sentences, 150 characters": ordinary_texts(_TEXTS)}
    for path in outside:
        found[path.stem] = _some([row.text for row in outside_rows(path)])
    if not data:
        return found
    rows = [*plain_rows(data / "toxicity_dev.jsonl")]
    found["chat messages"] = _some([row.text for row in rows if row.source == "sms_ham"])
    labelled = [row.text for row in rows if row.source != "sms_ham"]
    for least, most in _LENGTHS:
        own = _some([text for text in labelled if least <= len(text) < most])
        found[f"labelled rows, {least} to {most} characters"] = own
    return found


def _some(texts: list[str]) -> list[str]:
    return random.Random(_SEED).sample(texts, min(_TEXTS, len(texts)))


def milliseconds(texts: Sequence[str], by: Blend) -> tuple[list[float], list[float]]:
    """The default's, and what the blend takes beyond it."""
    plain, more = [], []
    for text in texts:
        folded = Folded(text)
        started = time.process_time()
        scores = scored(folded)
        judged = time.process_time()
        blended(scores, folded, transformer(), by)
        plain.append((judged - started) * 1e3)
        more.append((time.process_time() - judged) * 1e3)
    return plain, more


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--outside", type=Path, nargs="*", default=[])
    parser.add_argument("--band", type=float, nargs=2, metavar=("LEAST", "MOST"))
    given = parser.parse_args()
    by = blend()
    if given.band:
        by = by._replace(least=given.band[0], most=given.band[1])
    counting = Remembering(FOLDER)
    milliseconds(ordinary_texts(20, seed=2), by._replace(least=0.0))
    print(f"{'':<38} texts  asked a text  default, mean ms  more, mean ms  median")
    for name, texts in kinds(given.data, given.outside).items():
        plain, more = milliseconds(texts, by)
        _, asked = Texts(texts, model()).blended(counting, by)
        figures = f"{fmean(plain):17.2f} {fmean(more):14.2f} {median(more):7.2f}"
        print(f"{name:<38} {len(texts):5} {asked:13.2f} {figures}")


if __name__ == "__main__":
    main()
