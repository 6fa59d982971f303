"""What an erasure has found and done, by place."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.erasure import PlaceCount
from common.moderation.background.erasure.places import PLACES

_FIELDS = 5
Stored = dict[str, list[int]]


class Counts:
    """Of each place how many documents the scan looked at, how many the walk deleted and changed,
    and how many the scan found that should be gone, and that stay.
    """

    def __init__(self, stored: Mapping[str, list[int]]) -> None:
        self._of: Stored = {name: [*each] for name, each in stored.items()}

    def stored(self) -> Stored:
        return self._of

    def walked(self, place: str, deleted: int, changed: int) -> None:
        self._add(place, 0, deleted, changed, 0, 0)

    def begin_scan(self) -> None:
        for each in self._of.values():
            each[0] = each[3] = each[4] = 0

    def scanned(self, place: str, documents: int, left: int, stays: int) -> None:
        self._add(place, documents, 0, 0, left, stays)

    @property
    def left(self) -> int:
        return sum(each[3] for each in self._of.values())

    def places(self) -> list[PlaceCount]:
        return [self._of_place(place.collection, place.why) for place in PLACES]

    def _of_place(self, name: str, why: str) -> PlaceCount:
        documents, deleted, changed, left, stays = self._of.get(name, [0] * _FIELDS)
        count: PlaceCount = {
            "place": name,
            "documents": documents,
            "deleted": deleted,
            "changed": changed,
            "left": left,
            "stays": stays,
        }
        if stays:
            count["why"] = why
        return count

    def _add(self, place: str, *amounts: int) -> None:
        if any(amounts):
            known = self._of.get(place, [0] * _FIELDS)
            self._of[place] = [a + b for a, b in zip(known, amounts, strict=True)]
