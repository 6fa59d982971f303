"""The breaker of a provider: one a process and provider, in memory.

Each process finds out by itself, after some failures in a row, that a provider is down: to ask a
store for that before each call would cost more than it saves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

FAILURES = 5
OPEN_SECONDS = (1.0, 5.0, 15.0, 60.0)
"""How long it stays open, each time in a row; the last from then on."""
LONGEST_HELD = 300.0
"""Seconds: a provider that asks to be left alone for longer is tried again after these."""


@dataclass(slots=True)
class Breaker:
    """Threads may share one: single fields change, and to be late by one failure is no harm."""

    clock: Callable[[], float] = time.monotonic
    _failures: int = field(default=0, init=False)
    _openings: int = field(default=0, init=False)
    _until: float = field(default=0.0, init=False)
    _probing: float = field(default=0.0, init=False)

    def may_pass(self, seconds: float) -> bool:
        """Whether a call may go out now, which takes `seconds` at most. After the breaker was
        open, one call probes, and until it has ended the others wait.
        """
        now = self.clock()
        if now < self._until or now < self._probing:
            return False
        if self._until:
            self._probing = now + seconds
        return True

    def succeeded(self) -> None:
        self._failures = self._openings = 0
        self._until = self._probing = 0.0

    def failed(self) -> None:
        """Answers to what was under way when it opened are no further failures."""
        now = self.clock()
        if now < self._until:
            return
        was_probe, self._probing = bool(self._until), 0.0
        self._failures += 1
        if was_probe or self._failures >= FAILURES:
            self._until = now + OPEN_SECONDS[min(self._openings, len(OPEN_SECONDS) - 1)]
            self._openings += 1
            self._failures = 0

    def ended(self) -> None:
        """A call that says nothing about the provider: it was cancelled, or refused for itself."""
        self._probing = 0.0

    def hold(self, seconds: float) -> None:
        """The provider asked to be left alone."""
        self._until = max(self._until, self.clock() + min(seconds, LONGEST_HELD))
        self._probing = 0.0
