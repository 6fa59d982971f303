"""How many disguised block-list terms are found, and how many innocent sentences are accused.

python benchmarks/disguises.py [--misses] [--floor 0.85] [--false-alarms 2]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec

DATA = Path(__file__).parent / "data"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--floor", type=float, default=0.85, help="least recall over all")
    parser.add_argument("--false-alarms", type=int, default=2, help="most innocent sentences")
    options = parser.parse_args()

    rows = [json.loads(line) for line in (DATA / "disguises.jsonl").open(encoding="utf-8")]
    terms = sorted({row["term"] for row in rows})
    run = finder([BlockListSpec("terms", terms)])

    results: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        labels = run(Content((row["text"],)))
        found = any(span.term == row["term"] for label in labels for span in label.spans)
        results[row["technique"]].append(found)
        if options.misses and not found:
            print(f"missed  {row['technique']:<20} {row['term']:<16} {row['text']!r}")
    false_alarms = 0
    sentences = (DATA / "innocent.txt").read_text(encoding="utf-8").splitlines()
    for sentence in sentences:
        for label in run(Content((sentence,))):
            false_alarms += 1
            print(f"false   {[span.term for span in label.spans]} {sentence!r}")

    for technique, found_all in results.items():
        print(f"{technique:<20} {sum(found_all):>3} of {len(found_all)}")
    recall = sum(map(sum, results.values())) / len(rows)
    print(f"recall {recall:.3f} of {len(rows)}; false alarms {false_alarms} of {len(sentences)}")
    return int(recall < options.floor or false_alarms > options.false_alarms)


if __name__ == "__main__":
    sys.exit(main())
