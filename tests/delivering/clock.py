"""A clock that jumps: an event loop on which waiting takes no time and days pass in a moment."""

from __future__ import annotations

import asyncio
import selectors

EPOCH = 1_800_000_000_000_000_000
_SECOND = 1_000_000_000


class _Jumping(selectors.DefaultSelector):
    """Where the loop would sleep, the clock is set forward instead."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("everything waits for something that never happens")
            self.now += timeout
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """Its time passes only while nothing can run, so a short sleep lets all that can run do so."""

    def __init__(self) -> None:
        self._clock = _Jumping()
        super().__init__(self._clock)

    def time(self) -> float:
        return self._clock.now

    def nanoseconds(self) -> int:
        """As use cases are told the time: in whole microseconds."""
        return EPOCH + round(self._clock.now * 1_000_000) * 1_000


def seconds_since(start: int, end: int) -> float:
    return (end - start) / _SECOND
