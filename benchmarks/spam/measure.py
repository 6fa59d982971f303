"""What the spam and scam models find and what they find in error: `python -m
benchmarks.spam.measure DATA`, where DATA is as for training; without it, the own messages only.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.spam.messages import messages
from common.engines.ai_text.spam_model import spam_scores
from common.text.folding import Folded

_ORDINARY = ("sms_ham", "civil_spans", "davidson", "convabuse", "edos", "jigsaw_wiki", "surge")


def sets(data: Path | None) -> Iterator[tuple[str, str]]:
    """Names of sets and texts; all held out."""
    for message in messages():
        if message.held_out:
            yield f"own: {message.kind}", message.text
            yield f"own: all {message.kind.partition(' ')[0].strip(':')}", message.text
    if data is None:
        return
    held = set()
    for line in (data / "toxicity_dev.jsonl").open():
        row = json.loads(line)
        held.add(row["text"])
        if row["src"] in _ORDINARY:
            yield f"ordinary: {row['src']}", row["text"]
    for number, line in enumerate((data / "sms_spam_train.jsonl").open()):
        row = json.loads(line)
        if number % 5 == 0:
            yield f"sms: {'spam' if row['spam'] else 'ham'}", row["text"]


def measure(data: Path | None, shown: str | None) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for name, text in sets(data):
        scored = spam_scores(Folded(text))
        spam = max((each.spam for each in scored), default=0.0)
        scam = max((each.scam for each in scored), default=0.0)
        found = (1, spam >= 0.5, scam >= 0.5, max(spam, scam) >= 0.5)
        counts[name] = [a + b for a, b in zip(counts[name], found, strict=True)]
        wanted = name.startswith(("own: scam", "own: spam", "sms: spam"))
        if shown is not None and name.startswith(shown) and (max(spam, scam) >= 0.5) != wanted:
            print(f"{spam:.2f} {scam:.2f} {text}")
    print(f"{'set':44} {'texts':>6} {'spam':>7} {'scam':>7} {'either':>7}")
    for name, (total, *shares) in sorted(counts.items()):
        print(f"{name:44} {total:6}", *(f"{share / total:7.1%}" for share in shares))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--errors", help="show the texts of these sets that are judged wrongly")
    arguments = parser.parse_args()
    measure(arguments.data, arguments.errors)
