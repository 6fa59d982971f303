"""Write disguised terms: every technique on every term of a file.

A line of the file is a term or an emoji, or, after `listed`, a term that is only on the list, so
that innocent sentences come near it.

    python -m benchmarks.make_disguises [--terms FILE] [--seed 20] [--to FILE]
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks.disguise_techniques import WORD_TECHNIQUES, Technique, emoji
from benchmarks.disguise_terms import DATA, Terms, read_terms

CARRIERS = (
    "{}", "you are such a {} honestly", "best {} in town, ask me", "why not {} today?", "{}!!!",
    "lol {} again", "i think that this is {}, no?", "({})", "check my profile for {} now",
    "everyone says {} so it is", "go away {}", "{} - message me", "what a {}.",
    "this {} thing is back", "no more {} please", '"{}" they said', "real {} here, trust me",
    "hey {}", "it was {} all along", "so much {} in one chat",
)  # fmt: skip


def rows(terms: Terms, rng: random.Random) -> list[dict[str, str]]:
    found = []
    for technique in WORD_TECHNIQUES:
        carriers = rng.sample(CARRIERS, len(CARRIERS))
        for index, term in enumerate(terms.words):
            text = carriers[index % len(carriers)].format(_disguised(technique, term, rng))
            found.append({"technique": technique.__name__, "term": term, "text": text})
    for term in terms.emoji:
        found += [{"technique": "emoji", "term": term, "text": emoji(term, rng)} for _ in range(4)]
    return found


def _disguised(technique: Technique, term: str, rng: random.Random) -> str:
    text = term
    while text == term:
        text = technique(term, rng)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=Path, default=DATA / "terms.txt")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--to", type=Path, default=DATA / "disguises.jsonl")
    options = parser.parse_args()
    made = rows(read_terms(options.terms), random.Random(options.seed))
    lines = (json.dumps(row, ensure_ascii=False) for row in made)
    options.to.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
