"""What semantic filters find, and what they accuse.

    python -m benchmarks.semantic [--model vectors|minilm] [--misses]

Each file of benchmarks/data/semantic is a filter: its phrases, 25 or more other sentences of the
same meaning, and as many that are near and innocent. semantic_harmless.txt has ordinary sentences.
AUC is the chance that a sentence of the meaning is nearer than one that is not; recall and false
alarms are at a score of 0.5.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple, get_args

from common.domain.content import Content
from common.domain.labels import Label
from common.engines.semantic.config import Tier
from common.engines.semantic.engine import finder
from common.engines.semantic.model import model_of
from common.engines.semantic.spec import FilterSpec

DATA = Path(__file__).parents[1] / "data"
HARMLESS = DATA / "semantic_harmless.txt"

Find = Callable[[Content], list[Label]]


class Case(NamedTuple):
    name: str
    phrases: list[str]
    paraphrases: list[str]
    near: list[str]


class Quality(NamedTuple):
    """`auc` is against the harmless sentences, `auc_near` against those that are near."""

    auc: float
    auc_near: float
    recall: float
    accused: float
    accused_near: float


def cases() -> list[Case]:
    return [_case(path) for path in sorted((DATA / "semantic").glob("*.txt"))]


def _case(path: Path) -> Case:
    parts: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            part = parts.setdefault(line[2:], [])
        elif line:
            part.append(line)
    return Case(path.stem, **parts)


def quality(case: Case, harmless: Sequence[str], tier: Tier) -> tuple[Quality, list[str]]:
    """With the paraphrases that were missed and the sentences that were accused."""
    spec = FilterSpec(case.name, case.phrases)
    find = finder([spec], model_of(tier), {case.name: -10.0})
    found, near, other = (
        [_score(find, text) for text in texts] for texts in (case.paraphrases, case.near, harmless)
    )
    missed = [
        f"missed  {t}" for t, score in zip(case.paraphrases, found, strict=True) if score < 0.5
    ]
    accused = [
        f"accused {text}"
        for text, score in zip((*case.near, *harmless), (*near, *other), strict=True)
        if score >= 0.5
    ]
    measured = Quality(
        _auc(found, other), _auc(found, near), _share(found), _share(other), _share(near)
    )
    return measured, [*missed, *accused]


def _score(find: Find, text: str) -> float:
    return next((label.score for label in find(Content((text,)))), -1.0)


def _share(scores: Sequence[float]) -> float:
    return sum(score >= 0.5 for score in scores) / len(scores)


def _auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    won = sum((a > b) + 0.5 * (a == b) for a, b in product(positive, negative))
    return won / (len(positive) * len(negative))


def milliseconds(tier: Tier, texts: Sequence[str]) -> float:
    """Median for a message, with all the filters of the benchmark side by side."""
    specs = [FilterSpec(case.name, case.phrases) for case in cases()]
    find = finder(specs, model_of(tier))
    for text in texts:
        find(Content((text,)))
    taken = []
    for text in texts:
        start = time.perf_counter()
        find(Content((text,)))
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=get_args(Tier), action="append", default=[])
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    harmless = HARMLESS.read_text("utf-8").splitlines()
    for tier in asked.model or get_args(Tier):
        print(f"\n{'filter':<24} auc   near  recall accused near  ({tier})")
        rows = []
        for case in cases():
            row, lines = quality(case, harmless, tier)
            rows.append(row)
            print(_line(case.name, row))
            if asked.misses:
                print("\n".join(f"    {line}" for line in lines))
        print(_line("mean", Quality(*map(statistics.fmean, zip(*rows, strict=True)))))
        long = [" ".join(harmless[at : at + 4])[:150] for at in range(0, 200, 4)]
        print(f"{milliseconds(tier, long):.2f} ms for 150 characters and {len(rows)} filters")


def _line(name: str, row: Quality) -> str:
    return (
        f"{name:<24} {row.auc:.3f} {row.auc_near:.3f}  {row.recall:.2f}"
        f"   {row.accused:.3f}  {row.accused_near:.2f}"
    )


if __name__ == "__main__":
    main()
