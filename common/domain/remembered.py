"""What is worked out of words and the like, remembered of those that were met lately."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TypeVar

K = TypeVar("K", bound=Sized)
V = TypeVar("V")


class Remembered(dict[K, V]):
    """At most `most` of what `make` makes, of none that is longer than `longest`; when it is full,
    it begins anew. Looking something up is a dictionary's own doing, and `map` can do it.
    """

    def __init__(self, make: Callable[[K], V], most: int, longest: int) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._longest = longest

    def __missing__(self, key: K) -> V:
        made = self._make(key)
        if len(key) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[key] = made
        return made
