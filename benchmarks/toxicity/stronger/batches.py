"""Which word pieces are kept, and rows of like length together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import torch

from benchmarks.toxicity.stronger.network import POSITIONS
from common.engines.toxicity.stronger.tokens import END, PAD, START, UNKNOWN, WordPieces

BATCH = 64
_CHUNK = 100 * BATCH


def vocabulary(texts: Sequence[str], pieces: Sequence[str], most: int) -> list[int]:
    """Numbers of the pieces kept: the special ones, single characters, those most seen in the
    texts, and then the first of the others, which are roughly the most frequent in English.
    """
    reader = WordPieces(pieces)
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(reader.read(text, 10 * POSITIONS))
    kept = {reader.numbers[piece] for piece in (PAD, UNKNOWN, START, END)}
    kept |= {number for number, piece in enumerate(pieces) if _is_single(piece, number in seen)}
    often = sorted(seen, key=lambda number: (-seen[number], number))
    others = (n for n, piece in enumerate(pieces) if piece.isascii() and piece[:7] != "[unused")
    for number in (*often, *others):
        if len(kept) >= most:
            break
        kept.add(number)
    return sorted(kept)


def _is_single(piece: str, is_seen: bool) -> bool:
    return len(piece.removeprefix("##")) == 1 and (piece.isascii() or is_seen)


def batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Indexes of rows of like length, from shuffled chunks."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    for start in range(0, len(order), _CHUNK):
        chunk = sorted(order[start : start + _CHUNK], key=lengths.__getitem__)
        some = [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
        chance.shuffle(some)
        yield from some


def padded(rows: Sequence[list[int]]) -> torch.Tensor:
    length = max(map(len, rows))
    return torch.tensor([row + [0] * (length - len(row)) for row in rows])
