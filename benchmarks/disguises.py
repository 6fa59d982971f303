"""How many disguised block-list terms are found, and how many innocent sentences are accused.

Inflected forms are looked for by a list with the plural check on, all else by a list as it comes;
an innocent sentence counts when either accuses it.

    python -m benchmarks.disguises [--misses] [--floor 0.94] [--false-alarms 0] [FOLDER …]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from benchmarks.disguise_terms import DATA, read_terms
from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec


class Score(NamedTuple):
    found: dict[str, list[bool]]
    missed: list[str]
    accused: list[str]
    sentences: int

    @property
    def recall(self) -> float:
        return sum(map(sum, self.found.values())) / sum(map(len, self.found.values()))


def score(folder: Path) -> Score:
    """Of a folder with terms.txt, disguises.jsonl and innocent.txt."""
    terms = read_terms(folder / "terms.txt").all
    plain, inflecting = (
        finder([BlockListSpec("terms", terms, plural=plural)]) for plural in (False, True)
    )
    found: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for line in (folder / "disguises.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        labels = (inflecting if row["technique"] == "inflected" else plain)(Content((row["text"],)))
        hit = any(span.term == row["term"] for label in labels for span in label.spans)
        found[row["technique"]].append(hit)
        if not hit:
            missed.append(f"{row['technique']:<22} {row['term']:<16} {row['text']!r}")
    sentences = (folder / "innocent.txt").read_text(encoding="utf-8").splitlines()
    accused = []
    for sentence in sentences:
        content = Content((sentence,))
        labels = [*plain(content), *inflecting(content)]
        if labels:
            by = sorted({span.term for label in labels for span in label.spans})
            accused.append(f"{by} {sentence!r}")
    return Score(dict(found), missed, accused, len(sentences))


def show(result: Score, *, misses: bool) -> None:
    for technique, hits in result.found.items():
        print(f"{technique:<22} {sum(hits):>3} of {len(hits)}")
    if misses:
        for missed in result.missed:
            print(f"missed  {missed}")
    for accused in result.accused:
        print(f"accused {accused}")
    total = sum(map(len, result.found.values()))
    print(f"recall {result.recall:.3f} of {total}; accused {len(result.accused)}", end="")
    print(f" of {result.sentences} innocent sentences")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--floor", type=float, default=0.94, help="least recall over all")
    parser.add_argument("--false-alarms", type=int, default=0, help="most innocent sentences")
    parser.add_argument("folders", nargs="*", type=Path, default=[DATA])
    options = parser.parse_args()
    failed = False
    for folder in options.folders:
        result = score(folder)
        print(folder.name)
        show(result, misses=options.misses)
        failed |= result.recall < options.floor or len(result.accused) > options.false_alarms
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
