"""How often a use case decides again where many change one item at once, and what it says then."""

from __future__ import annotations

from common.domain.errors import TryAgain

ATTEMPTS = 20


def too_busy() -> TryAgain:
    return TryAgain("the item is being changed by many at once")
