"""What is remembered of much: at most so many entries, for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Cache(Generic[K, V]):
    """Holds at most `most` entries, each for `seconds` after it was put; None is for ever.

    What was used longest ago goes first. Threads may share one: two of them may make a value at
    the same time, and the later one stays.
    """

    def __init__(
        self, most: int, seconds: float | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._entries: OrderedDict[K, tuple[V, float]] = OrderedDict()

    def __len__(self) -> int:
        """Counts what is too old as well, as long as nobody asked for it."""
        return len(self._entries)

    def get(self, key: K, default: D) -> V | D:
        entry = self._entries.get(key)
        if entry is None:
            return default
        value, until = entry
        try:
            if self._seconds is not None and until <= self._clock():
                del self._entries[key]
                return default
            self._entries.move_to_end(key)
        except KeyError:  # Another thread was faster.
            return default
        return value

    def put(self, key: K, value: V) -> None:
        until = self._clock() + self._seconds if self._seconds is not None else 0.0
        self._entries[key] = value, until
        self._entries.move_to_end(key)
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def forget(self, key: K) -> None:
        self._entries.pop(key, None)
