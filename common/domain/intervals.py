"""How sure a share is that was counted."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964
"""Of 95 %."""


def wilson(counted: int, of: int) -> tuple[float, float]:
    """Where the true share lies, by 95 %: anywhere where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, square = counted / of, _Z * _Z
    middle = share + square / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)
