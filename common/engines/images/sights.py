"""Looks at pictures: for known ones, for what a classifier sees, and for what stands in them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.engines.images import nsfw
from common.engines.images.decoding import Decoded
from common.engines.images.frames import Frame
from common.engines.images.hash_index import HashIndex, matches
from common.engines.images.pdq import LEAST_QUALITY, hashes_of
from common.engines.images.reading import read


@dataclass(frozen=True, slots=True)
class Seen:
    """That one frame shows what the label means, with so much confidence, 0 to 1."""

    label: str
    score: float
    second: float | None
    term: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one frame."""

    texts: tuple[str, ...]
    second: float | None


@dataclass(frozen=True, slots=True)
class Sight:
    """Of one image or video. `hash` is that of the first frame, None where it is too plain to have
    one. `left_out` says why not all was looked at.
    """

    seen: Sequence[Seen]
    written: Sequence[Written]
    hash: str | None
    left_out: str | None


@dataclass(frozen=True, slots=True)
class Looking:
    """What pictures are looked at for."""

    indexes: Sequence[HashIndex]
    classifies: bool
    reads: bool

    def at(self, decoded: Decoded, until: float) -> Sight:
        """Until `until`, by the monotonic clock."""
        seen: list[Seen] = []
        written: list[Written] = []
        first: str | None = None
        left_out = decoded.left_out
        for number, frame in enumerate(decoded.frames):
            if time.monotonic() >= until:
                left_out = "there was no time to look at it"
                break
            hashes = hashes_of(frame.image)
            if number == 0 and hashes.quality >= LEAST_QUALITY:
                first = hashes.text
            for match in matches(self.indexes, hashes):
                term = f"{match.list}: {match.note}" if match.note else match.list
                seen.append(Seen(match.label, match.score, frame.second, term))
            seen += self._classified(frame)
            if self.reads:
                found = read(frame.image)
                if found.texts:
                    written.append(Written(found.texts, frame.second))
                if not found.is_whole:
                    left_out = left_out or "some of the writing in it could not be read"
        return Sight(seen, written, first, left_out)

    def _classified(self, frame: Frame) -> Iterator[Seen]:
        if self.classifies:
            for label, score in nsfw.scores(frame.image).items():
                yield Seen(label, score, frame.second)
