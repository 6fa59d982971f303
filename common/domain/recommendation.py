"""What a policy recommends for content, from doing nothing to removing it."""

from __future__ import annotations

from collections.abc import Iterable

KEEP = "keep"
SHADOW = "shadow"
REMOVE = "remove"
STRENGTH = (
    KEEP,
    "mask",
    "flag",
    "mask_flag",
    "bounce",
    "bounce_flag",
    SHADOW,
    "bounce_remove",
    REMOVE,
)


def strongest(actions: Iterable[str]) -> str:
    return max(actions, key=STRENGTH.index, default=KEEP)
