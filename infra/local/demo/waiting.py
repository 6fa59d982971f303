"""Asking again until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable

_PAUSE = 0.1


def until(holds: Callable[[], bool], patience: float) -> bool:
    """Whether it was so within `patience` seconds."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True
