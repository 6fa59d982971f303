"""Waiting for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable

_LONGEST_PAUSE = 0.2


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
    deadline, pause = time.monotonic() + seconds, 0.02
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what}"
        time.sleep(pause)
        # Who asks without end takes the processor from whom is waited for.
        pause = min(pause * 1.5, _LONGEST_PAUSE)
