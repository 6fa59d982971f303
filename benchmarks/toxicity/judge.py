"""What the toxicity model gets right and wrong, set by set, at the scores that it ships with.

python -m benchmarks.toxicity.judge [DATA] [--folder FOLDER] [--sources SOURCE ...] [--show SET]
    [--outside FILE ...]

Without DATA the hand-written sets only. `--sources` judges rows of these sources of the training
file as well, for a model that was trained `--without` them. `--outside` judges nothing but sets by
others (`outside.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from benchmarks.toxicity.outside import outside_rows
from benchmarks.toxicity.rows import Row
from benchmarks.toxicity.sets import harmless, independent, load, pairs, raw
from common.engines.config import DEFAULT_THRESHOLD
from common.engines.toxicity.model import DATA, LABELS, Model, Scores
from common.engines.toxicity.scoring import scored
from common.text.folding import fold

_FEWEST = 10
PAIRS = (
    "negation_and_quotation", "reclaimed", "disguises", "identity", "threats_and_groups",
    "languages",
)  # fmt: skip


def accused(model: Model, text: str) -> list[str]:
    """The labels with 0.5 or more."""
    found = scored(fold(text), model).scores
    return [name for name, score in zip(LABELS, found, strict=True) if score >= DEFAULT_THRESHOLD]


def auc(harmful: Sequence[float], others: Sequence[float]) -> float:
    """How often a harmful one has more than another."""
    ranked = sorted([(score, 1) for score in harmful] + [(score, 0) for score in others])
    ranks, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        ranks += sum(is_harmful for _, is_harmful in ranked[place:end]) * (place + end + 1) / 2
        place = end
    count = len(harmful)
    return (ranks - count * (count + 1) / 2) / (count * len(others))


def judge_sets(model: Model, show: str) -> None:
    for part, texts in harmless("harmless_for_judging").items():
        _share(model, f"harmless, {part}: accused", texts, show in ("harmless", part))
    for part, texts in independent().items():
        what = "accused" if part in ("scary", "ordinary") else "found"
        _share(model, f"independent, {part}: {what}", texts, show in ("independent", f"{part}*"))
    for name in PAIRS:
        found = pairs(name)
        _share(model, f"{name}, harmful: found", [p.harmful for p in found], show == f"{name}+")
        _share(model, f"{name}, harmless: accused", [p.harmless for p in found], show == f"{name}-")
    for language in dict.fromkeys(pair.language for pair in pairs("languages")):
        own = [pair for pair in pairs("languages") if pair.language == language]
        _share(model, f"  {language} found", [pair.harmful for pair in own], False)
        _share(model, f"  {language} accused", [pair.harmless for pair in own], False)


def _share(model: Model, what: str, texts: Sequence[str], show: bool) -> None:
    found = [(text, accused(model, text)) for text in texts]
    count = sum(bool(labels) for _, labels in found)
    print(f"{what:<44} {count:>4} of {len(texts):>4}  {100 * count / len(texts):5.1f} %")
    if show:
        missed = what.endswith("found")
        for text, labels in found:
            if bool(labels) != missed:
                print(f"      {text}  {' '.join(labels)}")


class Judged(NamedTuple):
    """One row: the regressions' sums, the scores that the engine gives, and its labels."""

    text: str
    sums: list[float]
    scores: Scores
    targets: dict[str, float]


def judge_rows(model: Model, path: Path, sources: Sequence[str]) -> None:
    from benchmarks.toxicity.rows import plain_rows

    rows = (row for row in plain_rows(path) if not sources or row.source in sources)
    by_source = judged(model, rows)
    for source, own in by_source.items():
        if source == "sms_ham":
            _judge_messages(own)
            continue
        for number, name in enumerate(LABELS):
            _judge_label(source, own, number, name)
    _judge_all(by_source)


def judge_outside(model: Model, paths: Sequence[Path]) -> None:
    """Every set and label counts once in the mean."""
    found: list[float] = []
    for source, rows in judged(model, chain.from_iterable(map(outside_rows, paths))).items():
        if not any(row.targets for row in rows):
            _share(model, f"{source}: accused", [row.text for row in rows], False)
            continue
        areas = (_judge_label(source, rows, number, name) for number, name in enumerate(LABELS))
        found += [area for area in areas if area is not None]
    print(f"macro AUC {sum(found) / len(found):.3f} of {len(found)}")


def judged(model: Model, rows: Iterable[Row]) -> dict[str, list[Judged]]:
    """By source."""
    found: dict[str, list[Judged]] = {}
    for row in rows:
        scores = scored(fold(row.text), model).scores
        one = Judged(row.text, raw(model, row.text), scores, row.targets)
        found.setdefault(row.source, []).append(one)
    return found


def _judge_messages(rows: Sequence[Judged]) -> None:
    """They have no labels; some of them swear, and are rightly called obscene."""
    from benchmarks.toxicity.rows import swears

    clean = [row for row in rows if not swears(row.text)]
    for what, some in (("messages, all", rows), ("messages without swear words", clean)):
        wrong = sum(max(row.scores) >= DEFAULT_THRESHOLD for row in some)
        print(f"{what:<44} {wrong:>4} of {len(some):>4}  {100 * wrong / len(some):5.1f} % accused")


def _judge_label(source: str, rows: Sequence[Judged], number: int, name: str) -> float | None:
    harmful = [row for row in rows if row.targets.get(name, 0) >= 0.5]
    others = [row for row in rows if row.targets.get(name, 1) < 0.5]
    if len(harmful) < _FEWEST or len(others) < _FEWEST:
        return None
    area = auc([row.sums[number] for row in harmful], [row.sums[number] for row in others])
    recall = sum(row.scores[number] >= DEFAULT_THRESHOLD for row in harmful) / len(harmful)
    wrong = sum(row.scores[number] >= DEFAULT_THRESHOLD for row in others) / len(others)
    print(
        f"{source:<12} {name:<16} AUC {area:.3f}  recall {recall:.2f}"
        f"  false alarms {wrong:.3f}  ({len(harmful)} + {len(others)})"
    )
    return area


def _judge_all(by_source: dict[str, list[Judged]]) -> None:
    found = []
    for number, name in enumerate(LABELS):
        rows = [row for rows in by_source.values() for row in rows if name in row.targets]
        harmful = [row.sums[number] for row in rows if row.targets[name] >= 0.5]
        others = [row.sums[number] for row in rows if row.targets[name] < 0.5]
        if len(harmful) >= _FEWEST and len(others) >= _FEWEST:
            found.append(auc(harmful, others))
            print(f"all          {name:<16} AUC {found[-1]:.3f}")
    if found:
        print(f"macro AUC {sum(found) / len(found):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--folder", type=Path, default=DATA)
    parser.add_argument("--sources", nargs="*", default=[])
    parser.add_argument("--show", default="")
    parser.add_argument("--outside", nargs="*", type=Path, default=[])
    chosen = parser.parse_args()
    model = load(chosen.folder)
    if chosen.outside:
        judge_outside(model, chosen.outside)
        return
    judge_sets(model, chosen.show)
    if chosen.data:
        name = "toxicity_train.jsonl" if chosen.sources else "toxicity_dev.jsonl"
        judge_rows(model, chosen.data / name, chosen.sources)


if __name__ == "__main__":
    main()
