"""A history in a few bytes, as it was at a moment, for what is kept of evaluations.

A group for each resolution and class set, with its buckets in order: the first by its number, each
other by how many lie between, and how many posts there were where that is not one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from common.domain.history import expired

_COUNT = re.compile(r"([mhd])([0-9]{8})\|(.*)", re.DOTALL)


def packed(data: Mapping[str, int], now: int) -> str:
    """All that a window of a history at `now` can count."""
    gone = frozenset(expired(data, now))
    groups: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for field in sorted(data):
        found = _COUNT.fullmatch(field)
        count = data[field] if found is not None and field not in gone else 0
        if found is None or not count:
            continue
        resolution, bucket, classes = found.groups()
        group, at = resolution + classes, int(bucket)
        step = at - last.get(group, 0)
        groups.setdefault(group, []).append(f"{step}" if count == 1 else f"{step}x{count}")
        last[group] = at
    return "|".join(" ".join((group, *steps)) for group, steps in groups.items())


def unpacked(text: str) -> dict[str, int]:
    data: dict[str, int] = {}
    for group in filter(None, text.split("|")):
        name, *steps = group.split(" ")
        at = 0
        for each in steps:
            step, _, count = each.partition("x")
            at += int(step)
            data[f"{name[0]}{at:08d}|{name[1:]}"] = int(count or 1)
    return data
