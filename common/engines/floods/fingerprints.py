"""What is the same in texts that are meant to look different: of equal texts, and of like ones.

Both are of the folded words, so that case, accents, look-alike letters, punctuation and spaces make
no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from operator import add
from typing import NamedTuple
from zlib import crc32

from common.domain.activity import digest
from common.domain.remembered import Remembered
from common.text.folding import Folded

BITS = 64
_LETTER, _PAIR = 1, 2
"""Weights of a text's characters and of its pairs of them in its shape. With these, five bits tell
texts with a misspelling from others (docs/engines/floods.md has the figures).
"""
_SHINGLE = 10
_LANE = 32
_LANES_BYTES = BITS * _LANE // 8
_OCTETS = [
    b"".join((octet >> bit & 1).to_bytes(4, "little") for bit in range(8)) for octet in range(256)
]
_ONES = int.from_bytes((1).to_bytes(_LANE // 8, "little") * BITS, "little")
_TOPS = _ONES << _LANE - 1
"""The lowest bit of each lane, and the highest."""
_DIGITS = bytes(ord("1") if octet >> 7 else ord("0") for octet in range(256))
_WORDS_REMEMBERED = 4_000
_LONGEST_REMEMBERED = 24
_SHORT = 1_000
"""Characters of a text that is taken word by word: in a longer one most pairs of characters come
again, so that counting those is less work than its words.
"""


class _Steps(dict[str, int]):
    """What a character adds to the shape behind the one before it, itself and as a pair: all bits
    of their hashes in lanes.
    """

    _MOST = 8_192

    def __missing__(self, pair: str) -> int:
        found = _LETTER * _lanes(pair[1]) + _PAIR * _lanes(pair)
        if len(self) < self._MOST:
            self[pair] = found
        return found


_step = _Steps().__getitem__


class Fingerprint(NamedTuple):
    """`letters` are the characters of its words. `text` is the same for equal texts; `shape` has
    most of its bits the same for like ones; `meeting` is the same for equal texts, and mostly for
    like ones. Where nobody asks for them they are -1 and 0.
    """

    letters: int
    text: str
    shape: int
    meeting: int


EMPTY = Fingerprint(0, "", -1, 0)


def words_of(texts: Iterable[Folded]) -> str:
    """Where there are no words, as in a row of emoji, what there is instead."""
    texts = list(texts)
    words = " ".join([" ".join(folded.tokens) for folded in texts if folded.tokens])
    return words or "".join(part for folded in texts for part in folded.text.split())


def fingerprint(
    texts: Iterable[Folded], *, shape: bool = True, meeting: bool = True
) -> Fingerprint:
    words = words_of(texts)
    if not words:
        return EMPTY
    return Fingerprint(
        len(words) - words.count(" "),
        digest(words),
        _shape(words) if shape else -1,
        _meeting(words) if meeting else 0,
    )


def identity(text: str) -> str:
    """The `text` of its fingerprint."""
    return identity_of(Folded(text))


def identity_of(folded: Folded) -> str:
    """Empty where there is nothing to compare."""
    words = words_of([folded])
    return digest(words) if words else ""


def distance(shape: int, other: int) -> int:
    """In how many bits they differ: 0 for equal texts, some 32 for unlike ones."""
    return (shape ^ other).bit_count()


def _shape(words: str) -> int:
    """A simhash. Each feature has a lane of 32 bits a bit of its hash, all added up at once: lanes
    of more than half of what was added are ones.
    """
    total = _LETTER * len(words) + _PAIR * (len(words) - 1)
    sums = _by_words(words) if len(words) <= _SHORT else _by_counts(words)
    tops = sums + ((1 << _LANE - 1) - 1 - total // 2) * _ONES & _TOPS
    return int(tops.to_bytes(_LANES_BYTES, "little")[3::4].translate(_DIGITS)[::-1], 2)


def _by_words(words: str) -> int:
    first, last = words[:1], words[-1:]
    framed = sum(map(_words.__getitem__, words.split(" ")))
    return framed - _PAIR * _lanes(f" {first}") - _step(f"{last} ")


def _word(word: str) -> int:
    """With a blank before it and one behind it, of which the first is no character of its own."""
    framed = f" {word} "
    return sum(map(_step, map(add, framed, framed[1:])))


_words = Remembered(_word, _WORDS_REMEMBERED, _LONGEST_REMEMBERED)
"""With the steps less than 5 MB."""


def _by_counts(words: str) -> int:
    pairs = Counter(map(add, words, words[1:]))
    return _LETTER * _lanes(words[0]) + sum(times * _step(pair) for pair, times in pairs.items())


@lru_cache(1_000)
def _lanes(feature: str) -> int:
    hashed = blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=BITS // 8).digest()
    return int.from_bytes(b"".join(map(_OCTETS.__getitem__, hashed)), "little")


def _meeting(words: str) -> int:
    """A min-hash over pieces of ten characters: two texts have the same with the probability that
    a piece of either is one of both.
    """
    last = max(1, len(words) - _SHINGLE + 1)
    if words.isascii():
        raw = memoryview(words.encode())
        return min(crc32(raw[start : start + _SHINGLE]) for start in range(last))
    pieces = {words[start : start + _SHINGLE] for start in range(last)}
    return min(crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces)
