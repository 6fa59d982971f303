"""Lists of hashes of known pictures, and which of them a picture is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from common.domain.cache import Cache
from common.engines.engine import Resources
from common.engines.images.pdq import DIGITS, LEAST_QUALITY, MATCH, Hashes, distances
from common.engines.threads import ENGINES

_LISTS_HELD = 100


@dataclass(frozen=True, slots=True)
class Match:
    """The hash of `list` that comes closest; `note` is what the list says of it."""

    list: str
    label: str
    distance: int
    note: str

    @property
    def score(self) -> float:
        """1 for the same hash, 0.5 where it only just counts as the same picture."""
        return 1 - self.distance / (2 * MATCH)


@dataclass(frozen=True, slots=True)
class HashIndex:
    """One list. Comparing with each is fast enough: 100,000 hashes take less than 0.1 s."""

    list: str
    label: str
    words: NDArray[np.uint64] = field(repr=False)
    notes: Sequence[str] = field(repr=False)

    @classmethod
    def of(cls, list: str, label: str, lines: Sequence[str]) -> HashIndex:
        """Of lines as they are stored: 64 hexadecimal digits, and a note behind a comma."""
        digits = "".join(line[:DIGITS] for line in lines)
        words = np.frombuffer(bytes.fromhex(digits), dtype=">u8").astype(np.uint64)
        return cls(list, label, words.reshape(-1, 4), [line[DIGITS + 1 :] for line in lines])

    def closest(self, hashes: Hashes) -> Match | None:
        """None where no hash is close enough, or the picture too plain to be told from others."""
        if not len(self.words) or hashes.quality < LEAST_QUALITY:
            return None
        found = (distances(self.words, way) for way in hashes.ways)
        distance, number = min((int(each.min()), int(each.argmin())) for each in found)
        if distance > MATCH:
            return None
        return Match(self.list, self.label, distance, self.notes[number])


def matches(indexes: Sequence[HashIndex], hashes: Hashes) -> Iterator[Match]:
    for index in indexes:
        if (match := index.closest(hashes)) is not None:
            yield match


async def indexes_of(resources: Resources) -> list[HashIndex]:
    """Those of the app's lists, read and made once per version of each."""
    lists = resources.hash_lists
    if lists is None:
        return []
    found = []
    for each in lists.all:
        version = (resources.app, each["id"], each["updated_at"])
        index = _held.get(version, None)
        if index is None:
            lines = await lists.lines(each)
            work = partial(HashIndex.of, each["id"], each["label"], lines)
            index = await ENGINES.run(resources.app, work)
            _held.put(version, index)
        found.append(index)
    return found


_held: Cache[tuple[str, str, int], HashIndex] = Cache(_LISTS_HELD)
