"""An app's most filters on the longest text: `python -m benchmarks.semantic.many`.

200 filters of 25 phrases are compared with 100,000 characters of ordinary words, and with a tenth
and a hundredth of them. CPU seconds; the budget that an engine has in a check is left out.
"""

from __future__ import annotations

import argparse
import random
import time

from benchmarks.semantic.__main__ import HARMLESS
from common.domain.content import Content
from common.engines.semantic.engine import finder
from common.engines.semantic.model import model_of
from common.engines.semantic.spec import FilterSpec

_FILTERS, _PHRASES, _CHARACTERS = 200, 25, 100_000
_WORDS, _SEED = 9, 3


def specs(filters: int, phrases: int, words: list[str]) -> list[FilterSpec]:
    """Phrases of random words, no two alike."""
    chance = random.Random(_SEED)
    return [
        FilterSpec(
            f"filter {number}", [" ".join(chance.choices(words, k=_WORDS)) for _ in range(phrases)]
        )
        for number in range(filters)
    ]


def long_text(words: list[str], characters: int) -> str:
    """Sentences of random words: none is repeated, so that nothing is remembered of it."""
    chance, text = random.Random(_SEED + 1), ""
    while len(text) < characters:
        text += " ".join(chance.choices(words, k=_WORDS)) + ". "
    return text[:characters]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--filters", type=int, default=_FILTERS)
    parser.add_argument("--phrases", type=int, default=_PHRASES)
    given = parser.parse_args()
    lines = HARMLESS.read_text("utf-8").splitlines()
    words = sorted({word for line in lines for word in line.split()})
    began = time.process_time()
    find = finder(specs(given.filters, given.phrases, words), model_of("vectors"), {})
    find(Content(("hello there",)))
    print(f"{given.filters} filters of {given.phrases} prepared in {_since(began):.2f} s")
    for characters in (_CHARACTERS // 100, _CHARACTERS // 10, _CHARACTERS):
        content = Content((long_text(words, characters),))
        began = time.process_time()
        find(content)
        print(f"{characters:>7} characters: {_since(began):.3f} s")


def _since(began: float) -> float:
    return time.process_time() - began


if __name__ == "__main__":
    main()
