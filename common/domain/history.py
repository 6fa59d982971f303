"""A user's history: how many posts there were, when, and what they were classified as.

The document is flat, one field per (resolution, bucket, class set) holding a count, because only
top-level fields can be incremented atomically on every backend. One post is one increment per
resolution, whatever it was classified as, so a count over "any of several classes" is an exact
union. Fields of other shapes belong to others and are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from typing import Any
from urllib.parse import quote, unquote

from common.domain.times import DAY, HOUR, MINUTE

MAX_TOKENS = 16
MAX_MARKS = 8
MAX_WINDOW = 90 * DAY


@dataclass(frozen=True, slots=True)
class _Resolution:
    name: str
    size: int
    keep: int
    longest_window: int
    end: str
    """Greater than all fields of this resolution."""


_RESOLUTIONS = (
    _Resolution("m", 10 * MINUTE, 25 * HOUR, DAY, "m:"),
    _Resolution("h", HOUR, 8 * DAY, 7 * DAY, "h:"),
    _Resolution("d", DAY, 91 * DAY, MAX_WINDOW, "d:"),
)
# An increment decided this long before it is stored still finds its field.
_LATE = HOUR
# Firestore allows 1,500 bytes for a field's name: 16 tokens of this length fit.
_TOKEN_BYTES = 80
# DynamoDB allows 400 KB for a document and Firestore 1 MB, names included.
_ROOMY_BYTES = 150_000
_FULL_BYTES = 250_000
_BYTES_PER_VALUE = 12


def class_set(classes: Iterable[str]) -> str:
    """The name under which a post with these classes is counted; `classes_of` is the inverse.

    Beyond 16 classes, and 8 marks of rules that count posts, the alphabetically last are dropped.
    The name of a class that takes more than 80 bytes is cut and marked with its digest.
    """
    names = sorted(set(classes) - {""})
    marks = [name for name in names if _MARK(name)][:MAX_MARKS]
    others = [name for name in names if not _MARK(name)][:MAX_TOKENS]
    return ",".join(map(_token, (*marks, *others)))


def mark(name: str) -> str:
    """What a post is counted under that a condition held for: `name` is the condition's."""
    return f"-{blake2b(name.encode(), digest_size=_MARK_BYTES).hexdigest()}"


def classes_of(classes: str) -> frozenset[str]:
    return frozenset(unquote(token, errors="surrogatepass") for token in _tokens(classes))


def increments(at: int, classes: str, count: int = 1, now: int | None = None) -> dict[str, int]:
    """What to add for `count` posts made at `at`; nothing for buckets already out of keeping."""
    return {
        _field(each, at // each.size) + classes: count
        for each in _RESOLUTIONS
        if now is None or at // each.size >= (now - each.keep) // each.size
    }


def moved(at: int, before: str, after: str, now: int | None = None) -> dict[str, int]:
    """What to add when a post made at `at` is classified anew."""
    if before == after:
        return {}
    return increments(at, before, -1, now) | increments(at, after, 1, now)


def fitting(data: Mapping[str, Any], classes: str) -> str:
    """The class set to count under, so that no user can outgrow what a backend stores.

    Normally `classes` itself. In a document crowded with different class sets only rules' marks and
    the first class are kept, and in a full one none; the post is counted in any case.
    """
    size = sum(map(len, data)) + _BYTES_PER_VALUE * len(data)
    if size < _ROOMY_BYTES:
        return classes
    if size >= _FULL_BYTES:
        return ""
    names = classes.split(",")
    return ",".join(names[: sum(map(bool, map(_MARK, names))) + 1])


def expired(data: Mapping[str, Any], now: int) -> list[str]:
    """The fields to remove: out of keeping for so long that no increment on its way is lost."""
    oldest = oldest_fields(now)
    return [field for field in data if _COUNT(field) and field < oldest[field[0]]]


def last_counted(data: Mapping[str, Any]) -> int:
    """When the last day ends of which anything is counted, in nanoseconds; 0 where nothing is."""
    days = [field for field in data if field.startswith("d") and _COUNT(field)]
    return (int(max(days)[1 : _PREFIX - 1]) + 1) * DAY if days else 0


def oldest_fields(now: int) -> dict[str, str]:
    """By the first letter of a field: what stands before it is out of keeping."""
    return {
        each.name: _field(each, (now - each.keep - _LATE) // each.size) for each in _RESOLUTIONS
    }


class History:
    """The document as seen at `now`.

    A window starts at the beginning of the bucket in which `now - window` lies: a bucket is ten
    minutes for windows up to 24 hours, an hour up to 7 days, a day up to 90 days. So a window
    never misses a post, and may hold posts that are older by less than one bucket. It has no end:
    what a clock ahead of ours has recorded is counted.
    """

    __slots__ = (
        "_before",
        "_classified",
        "_data",
        "_fields",
        "_named",
        "_now",
        "_posts",
        "_seen",
        "_sets",
    )

    def __init__(self, data: Mapping[str, Any], now: int) -> None:
        self._data = data
        self._now = now
        self._fields: list[str] = []
        self._before: list[int] = []
        self._named: list[str] = []
        self._sets: list[tuple[frozenset[str], int]] = []
        self._seen: frozenset[str] = frozenset()
        self._posts: dict[int, int] = {}
        self._classified: dict[tuple[int, frozenset[str]], int] = {}

    @property
    def data(self) -> Mapping[str, int]:
        return self._data

    def posts(self, window: int) -> int:
        count = self._posts.get(window)
        if count is None:
            low, high = self._range(window, self._read())
            count = self._posts[window] = max(0, self._before[high] - self._before[low])
        return count

    def classified(self, window: int, wanted: frozenset[str]) -> int:
        """Posts classified as any of `wanted`."""
        key = (window, wanted)
        count = self._classified.get(key)
        if count is None:
            fields, tokens = self._read_classified(), _wanted_tokens(wanted)
            found: list[int] = []
            if not tokens.isdisjoint(self._seen):
                low, high = self._range(window, fields)
                found = [n for names, n in self._sets[low:high] if not tokens.isdisjoint(names)]
            count = self._classified[key] = max(0, sum(found))
        return count

    @property
    def since(self) -> int | None:
        """The day on which the first post was that is still counted."""
        days = [field for field in self._read() if field.startswith("d")]
        return int(days[0][1 : _PREFIX - 1]) * DAY if days else None

    def _read(self) -> list[str]:
        if not self._before:
            self._fields = sorted(filter(_COUNT, self._data))
            self._before = list(accumulate(map(self._data.__getitem__, self._fields), initial=0))
        return self._fields

    def _read_classified(self) -> list[str]:
        if not self._sets:
            self._named = [field for field in self._read() if len(field) > _PREFIX]
            self._sets = [(_tokens(each[_PREFIX:]), self._data[each]) for each in self._named]
            self._seen = frozenset().union(*(names for names, _ in self._sets))
        return self._named

    def _range(self, window: int, fields: list[str]) -> tuple[int, int]:
        resolution = _resolution_for(window)
        first = _field(resolution, (self._now - window) // resolution.size)
        return bisect_left(fields, first), bisect_left(fields, resolution.end)


def _field(resolution: _Resolution, bucket: int) -> str:
    """All buckets have the same width, so that fields compare as their times do."""
    return f"{resolution.name}{bucket:08d}|"


_PREFIX = len(_field(_RESOLUTIONS[0], 0))
_MARK_BYTES = 6
_MARK = re.compile(r"-[0-9a-f]{12}\Z").match
_COUNT = re.compile(r"[mhd][0-9]{8}\|").match


@lru_cache(maxsize=1024)
def _resolution_for(window: int) -> _Resolution:
    for resolution in _RESOLUTIONS:
        if window <= resolution.longest_window:
            return resolution
    raise ValueError("a window is 90 days at most")


def _token(name: str) -> str:
    """ASCII, without what means something in the backends' field paths or in this module."""
    raw = name.encode("utf-8", "surrogatepass")
    token = quote(raw, safe=":").replace(".", "%2E").replace("~", "%7E")
    if len(token) <= _TOKEN_BYTES:
        return token
    digest = blake2b(raw, digest_size=8).hexdigest()
    return f"{token[: _TOKEN_BYTES - len(digest) - 1]}~{digest}"


@lru_cache(maxsize=4096)
def _tokens(classes: str) -> frozenset[str]:
    return frozenset(filter(None, classes.split(",")))


@lru_cache(maxsize=4096)
def _wanted_tokens(wanted: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_token, wanted))
