"""Notices that the machine's clock was set back, which times on disk cannot be told by."""

from __future__ import annotations

import time

_NOTICED = 1_000_000_000
# Others may be about to write a time that they read before.
_LASTING = 10.0


class Clock:
    def __init__(self) -> None:
        self._ahead = _ahead()
        self._until = 0.0

    def was_set_back(self) -> bool:
        """By more than a second, within the last few."""
        ahead = _ahead()
        if ahead < self._ahead - _NOTICED:
            self._until = time.monotonic() + _LASTING
        self._ahead = ahead
        return time.monotonic() < self._until


def _ahead() -> int:
    return time.time_ns() - time.monotonic_ns()
