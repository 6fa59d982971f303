"""PDQ, Meta's perceptual hash of a picture: 256 bits that survive recompressing and resizing.

The algorithm is that of "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm"
(Meta, 2019): blur to 64 by 64, take the 16 by 16 lowest frequencies of its cosine transform, and of
each whether it is above their median. Hashes are those of Meta's own code but for a bit or two
where a value lies on the median, so that lists can be exchanged. It is written out here because the
bindings to that code have no wheels, and functions are built without a compiler.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    Floats = NDArray[np.float64]

BITS, DIGITS = 256, 64
MATCH = 31
"""The most bits in which two hashes of the same picture differ, as Meta has measured."""
LEAST_QUALITY = 50
"""Of 100: what is plainer than that has the hash of any other plain picture."""
_LONGEST_SIDE = 512
_BLURRED, _LOWEST = 64, 16
_LUMA = (0.299, 0.587, 0.114)


@dataclass(frozen=True, slots=True)
class Hashes:
    """Of one picture, mirrored and turned in the eight ways that there are; the first is as it is.
    Each is four words of 64 bits, the highest first.
    """

    ways: NDArray[np.uint64]
    quality: int

    @property
    def text(self) -> str:
        """In 64 hexadecimal digits, as Meta's tools write it."""
        in_order: bytes = self.ways[0].astype(">u8").tobytes()
        return in_order.hex()


def hashes_of(image: Image) -> Hashes:
    """Of an image in RGB."""
    small = image.copy()
    small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    luma = np.asarray(small, dtype=np.float64) @ np.array(_LUMA)
    down, along = (_blur(size) for size in luma.shape)
    ways = []
    # The blur looks a little further ahead than back, so what is mirrored is blurred anew.
    for rows in (down, down[:, ::-1]):
        for columns in (along, along[:, ::-1]):
            lowest = _cosines() @ (rows @ luma @ columns.T) @ _cosines().T
            ways += [_bits(lowest), _bits(lowest.T)]
    return Hashes(np.stack(ways), _quality(down @ luma @ along.T))


def parse(text: str) -> NDArray[np.uint64]:
    """Raises ValueError for what is not a hash in hexadecimal digits."""
    return np.frombuffer(bytes.fromhex(text), dtype=">u8").astype(np.uint64)


def distances(hashes: NDArray[np.uint64], to: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """The number of bits in which each of the hashes, one a row, differs from the other."""
    differing: NDArray[np.uint16] = np.bitwise_count(hashes ^ to).sum(axis=1, dtype=np.uint16)
    return differing


@lru_cache(maxsize=64)
def _blur(size: int) -> Floats:
    """What makes 64 values of so many: those in the middle of 64 parts, after twice the mean of a
    window, which comes close to a Gaussian. At the ends it is of as much of the window as there is.
    """
    window = (size + 2 * _BLURRED - 1) // (2 * _BLURRED)
    ahead = (window + 2) // 2
    offsets = np.arange(size)[None, :] - np.arange(size)[:, None]
    inside = ((offsets >= ahead - window) & (offsets < ahead)).astype(np.float64)
    means = inside / inside.sum(axis=1, keepdims=True)
    middles = ((np.arange(_BLURRED) + 0.5) * size / _BLURRED).astype(np.intp)
    blur: Floats = means[middles] @ means
    return blur


def _quality(blurred: Floats) -> int:
    """How much there is to see: the differences between neighbours, in steps of a hundredth."""
    steps = [np.diff(blurred, axis=axis) * 100 / 255 for axis in (0, 1)]
    total = sum(int(np.abs(step).astype(np.int64).sum()) for step in steps)
    return min(total // 90, 100)


@cache
def _cosines() -> Floats:
    frequencies = np.arange(1, _LOWEST + 1)[:, None]
    places = 2 * np.arange(_BLURRED)[None, :] + 1
    waves: Floats = np.sqrt(2 / _BLURRED) * np.cos(np.pi / 2 / _BLURRED * frequencies * places)
    return waves


def _bits(waves: Floats) -> NDArray[np.uint64]:
    flat = waves.ravel()
    lower_median = np.partition(flat, BITS // 2 - 1)[BITS // 2 - 1]
    packed = np.packbits((flat > lower_median)[::-1])
    return np.frombuffer(packed.tobytes(), dtype=">u8").astype(np.uint64)
