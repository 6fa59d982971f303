"""A history in a few bytes, as it was at a moment, for what is kept of evaluations.

A group for each resolution and class set, with its buckets in order: the first by its number, each
other by how many lie between, and how many posts there were where that is not one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from common.domain.history import oldest_fields


def packed(data: Mapping[str, int], now: int) -> str:
    """All that a window of a history at `now` can count."""
    oldest = oldest_fields(now)
    groups: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for field in sorted(data):
        resolution = field[:1]
        count = data[field] if field >= oldest.get(resolution, "~") and _is_count(field) else 0
        if count:
            group, at = resolution + field[10:], int(field[1:9])
            step = at - last.get(group, 0)
            groups.setdefault(group, []).append(f"{step}" if count == 1 else f"{step}x{count}")
            last[group] = at
    return "|".join(" ".join((group, *steps)) for group, steps in groups.items())


class Unpacked(Mapping[str, int]):
    """The counts of a packed history, worked out once somebody asks for one."""

    __slots__ = ("_data", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._data: dict[str, int] | None = None

    def __getitem__(self, field: str) -> int:
        return self._counts()[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts())

    def __len__(self) -> int:
        return len(self._counts())

    def _counts(self) -> dict[str, int]:
        if self._data is None:
            self._data = {}
            for group in filter(None, self._text.split("|")):
                name, *steps = group.split(" ")
                at, resolution, classes = 0, name[0], name[1:]
                for each in steps:
                    step, _, count = each.partition("x")
                    at += int(step)
                    self._data[f"{resolution}{at:08d}|{classes}"] = int(count or 1)
        return self._data


def _is_count(field: str) -> bool:
    return field[9:10] == "|" and field[1:9].isdigit()
