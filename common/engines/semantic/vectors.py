"""Static word vectors: what a word adds to the meaning of a text, and how it is written.

The vectors were distilled from MiniLM (benchmarks/semantic/distil.py, MODEL_CARD.md); a word's
weight is in its length, so that the vector of a text is the sum of its words'. Beside the meaning
stand hashed n-grams of letters, by which names, slang and other languages match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from math import sqrt
from operator import mul
from zlib import crc32

from common.engines.semantic.lanes import Rows, packed, scaled, unpacked

MEANING, WRITING = 128, 32
SIZE = MEANING + WRITING
_PACKAGE = "common.engines.semantic"
_UNIT = 24.0
"""About the length of an ordinary word's vector in the file."""
_WRITTEN = 0.3
"""How much of that its n-grams are."""
SHRINK = _UNIT
_LONGEST = 40
_PIECES = 8
_CACHE_LIMIT = 10_000


class _Packed(dict[str, int]):
    """The vectors of the words that were met lately, as lanes: some 5 MB."""

    def __init__(self, parts: Callable[[str], Sequence[int]]) -> None:
        super().__init__()
        self._parts = parts

    def __missing__(self, word: str) -> int:
        found = packed(self._parts(word[:_LONGEST]))
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        self[word] = found
        return found


class Vectors:
    """`words` are in the order of their rows. Ends of words begin with ##."""

    def __init__(self, words: Sequence[str], rows: bytes) -> None:
        self.words = words
        self._places = {word: place * MEANING for place, word in enumerate(words)}
        self._rows = memoryview(rows).cast("b")
        self._of = _Packed(self._parts).__getitem__

    def direction(self, words: Iterable[str]) -> list[int]:
        """What they say, however little: of the length SCALE."""
        return self._scaled(words, 0.0)

    def vector(self, words: Iterable[str]) -> list[int]:
        """Shorter than SCALE where the words say little: such a text is like nothing."""
        return self._scaled(words, SHRINK)

    def _scaled(self, words: Iterable[str], shrink: float) -> list[int]:
        total = unpacked(self.total(words), SIZE)
        return scaled(total, sqrt(sum(map(mul, total, total)) + shrink**2))

    def total(self, words: Iterable[str]) -> int:
        """What they say together, in lanes."""
        return sum(map(self._of, words))

    def knows(self, words: Iterable[str]) -> bool:
        """Whether there is anything to compare in them."""
        return any(map(self._of, words))

    def _parts(self, word: str) -> list[int]:
        meaning = self._meaning(word)
        weight = sqrt(sum(map(mul, meaning, meaning))) if word in self._places else _UNIT
        written = _n_grams(word)
        length = sqrt(sum(map(mul, written, written))) or 1.0
        return [*meaning, *(round(_WRITTEN * weight * value / length) for value in written)]

    def _meaning(self, word: str) -> list[int]:
        places = [self._places[piece] for piece in self.pieces(word)]
        rows = [self._rows[place : place + MEANING].tolist() for place in places]
        if len(rows) == 1:
            return rows[0]
        return list(map(sum, zip(*rows, strict=True))) if rows else [0] * MEANING

    def pieces(self, word: str) -> list[str]:
        """The word, or the longest beginnings that are known of what is left of it."""
        if word in self._places:
            return [word]
        found: list[str] = []
        prefix = ""
        while word and len(found) < _PIECES:
            ends = range(len(word), 1, -1)
            candidates = (prefix + word[:end] for end in ends)
            piece = next((each for each in candidates if each in self._places), "")
            found += [piece] if piece else []
            word = word[max(1, len(piece) - len(prefix)) :]
            prefix = "##"
        return found


def _n_grams(word: str) -> list[int]:
    found = [0] * WRITING
    for hashed in map(crc32, _grams(f"^{word}$")):
        found[(hashed >> 1) % WRITING] += 1 if hashed & 1 else -1
    return found


def _grams(whole: str) -> list[bytes]:
    """The whole counts twice."""
    raw = whole.encode("utf-8", "surrogatepass")
    if len(raw) == len(whole):
        parts = [raw[at : at + size] for size in (3, 4) for at in range(len(raw) - size + 1)]
    else:
        parts = [
            whole[at : at + size].encode("utf-8", "surrogatepass")
            for size in (3, 4)
            for at in range(len(whole) - size + 1)
        ]
    return [raw, raw, *parts]


@cache
def static_vectors() -> Vectors:
    data = files(_PACKAGE) / "data"
    words = (data / "words.txt").read_text("utf-8").split("\n")
    return Vectors(words, (data / "vectors.bin").read_bytes())


@cache
def harmless(name: str, size: int) -> Rows:
    """Vectors of harmless messages: the file has a column after the other."""
    columns = memoryview((files(_PACKAGE) / name).read_bytes()).cast("b")
    count = len(columns) // size
    return Rows((columns[at : at + count].tolist() for at in range(0, len(columns), count)), count)
