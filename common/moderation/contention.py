"""How often a use case decides again where many change one item at once, and what it says then."""

from __future__ import annotations

from common.domain.errors import TryAgain

ATTEMPTS = 20
COUNTED_ATTEMPTS = 60
"""Where all posts of a user change one document, and as many come at once as the user sends."""


def too_busy() -> TryAgain:
    return TryAgain("the item is being changed by many at once")
